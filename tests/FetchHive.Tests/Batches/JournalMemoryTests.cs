using System;
using FetchHive.Tests.Kit;

namespace FetchHive.Tests.Batches;

/// <summary>The memory of a journal's index. It is measured on the whole process, so nothing else may run.</summary>
[Collection(nameof(Alone))]
public sealed class JournalMemoryTests
{
    [Fact]
    public void Ten_million_keys_take_less_than_a_gigabyte()
    {
        // A dictionary doubles its size as it grows, so the worst moment is right after that. A key's length doesn't matter.
        const int Keys = 200_000;
        long before = GC.GetTotalMemory(forceFullCollection: true);
        JournalIndex index = new();
        for (int i = 0; i < Keys; i++)
        {
            Assert.True(index.TryClaim(new KeyHash(BitConverter.GetBytes(i))));
        }

        double perKey = (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / Keys;
        GC.KeepAlive(index);
        Assert.InRange(perKey, 36, 90);
    }
}
