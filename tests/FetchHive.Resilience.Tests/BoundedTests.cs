using System;
using System.Threading.Tasks;
using FetchHive.Emulator;
using FetchHive.Resilience.Tests.Kit;
using FetchHive.Tests.Kit;

namespace FetchHive.Resilience.Tests;

/// <summary>How much memory a hostile response may take.</summary>
[Collection(nameof(Alone))]
public sealed class BoundedTests
{
    private const int Limit = 4 << 20;

    public static TheoryData<string> Responses => ["endless", "bomb", "endless refusal", "nested"];

    [Theory]
    [MemberData(nameof(Responses))]
    public async Task The_memory_of_a_response_is_bounded_by_the_limit(string kind)
    {
        // The first call fills the pools; the second one is measured.
        await CallAsync(kind);
        long before = GC.GetTotalAllocatedBytes(precise: true);

        await CallAsync(kind);

        // This includes the emulator's own allocations: it starts, and writes the response.
        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Assert.InRange(allocated, 0, Limit * 8);
    }

    private static async Task CallAsync(string kind)
    {
        await using FaultScene scene = await FaultScene.StartAsync();
        scene.Options.MaxResponseBytes = Limit;
        scene.Hive.RespondNext(kind switch
        {
            "endless" => EmulatorResponse.Endless(),
            "bomb" => EmulatorResponse.CompressionBomb(5L << 30),
            "nested" => EmulatorResponse.Json(200, new string('[', Limit - 10)),
            _ => EmulatorResponse.Endless(401),
        });

        Exception? exception = await scene.CallAsync();

        Assert.IsType(kind == "endless refusal" ? typeof(FetchHiveAuthenticationException) : typeof(FetchHiveResponseException), exception);
    }
}
