using System;
using System.IO;
using System.IO.Compression;
using System.Net.Http;
using System.Threading.Tasks;
using FetchHive.Tests.Kit;

namespace FetchHive.Tests;

/// <summary>The memory that a response's body takes.</summary>
public sealed class BodyBufferTests
{
    private const int MiB = 1024 * 1024;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16 * 1024 - 1)]
    [InlineData(16 * 1024)]
    [InlineData(16 * 1024 + 1)]
    [InlineData(MiB)]
    [InlineData(3 * MiB)]
    [InlineData(8 * MiB)]
    public async Task Bodies_up_to_the_limit_are_whole_and_longer_ones_are_reported(int length)
    {
        byte[] body = new byte[length];
        new Random(length).NextBytes(body);
        foreach (bool isCompressed in new[] { false, true })
        {
            foreach (int limit in new[] { length + 1, Math.Max(length, 1) })
            {
                BodyBuffer buffer =
                    await BodyReader.ReadAsync(Content(body, isCompressed), limit, readsToLimit: true, isOwned: false, Calls.Token);
                byte[] array = buffer.ToArray();

                Assert.False(buffer.Exceeds);
                Assert.True(body.AsSpan().SequenceEqual(array.AsSpan(0, buffer.Length)));
                PooledBytes.Return(array);
            }

            if (length > 1)
            {
                BodyBuffer cut =
                    await BodyReader.ReadAsync(Content(body, isCompressed), length - 1, readsToLimit: true, isOwned: false, Calls.Token);
                byte[] array = cut.ToArray();

                Assert.True(cut.Exceeds);
                Assert.True(body.AsSpan(0, length - 1).SequenceEqual(array.AsSpan(0, cut.Length)));
                PooledBytes.Return(array);
            }
        }
    }

    [Fact]
    public async Task A_body_beyond_the_limit_takes_no_more_than_the_limit()
    {
        const int Limit = 16 * MiB;
        byte[] bomb = Compressed(200 * MiB);
        await ReadAsync();
        long before = GC.GetAllocatedBytesForCurrentThread();

        await ReadAsync();

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Limit + MiB);

        async Task ReadAsync()
        {
            ByteArrayContent content = new(bomb);
            content.Headers.ContentEncoding.Add("gzip");
            ValueTask<BodyBuffer> reading = BodyReader.ReadAsync(content, Limit, readsToLimit: false, isOwned: false, Calls.Token);

            // The body is in memory, so it was read synchronously on this thread.
            Assert.True(reading.IsCompletedSuccessfully);
            BodyBuffer buffer = await reading;
            Assert.True(buffer.Exceeds);
            Assert.Equal(Limit, buffer.Length);
            buffer.Release();
        }
    }

    private static ByteArrayContent Content(byte[] body, bool isCompressed)
    {
        ByteArrayContent content;
        if (isCompressed)
        {
            using MemoryStream compressed = new();
            using (GZipStream gzip = new(compressed, CompressionLevel.Fastest, leaveOpen: true))
            {
                gzip.Write(body);
            }

            content = new ByteArrayContent(compressed.ToArray());
            content.Headers.ContentEncoding.Add("gzip");
        }
        else
        {
            content = new ByteArrayContent(body);
        }

        return content;
    }

    private static byte[] Compressed(int length)
    {
        using MemoryStream compressed = new();
        using (GZipStream gzip = new(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            byte[] zeros = new byte[MiB];
            for (int written = 0; written < length; written += MiB)
            {
                gzip.Write(zeros);
            }
        }

        return compressed.ToArray();
    }
}
