using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using FetchHive.Emulator;

namespace FetchHive.Package.Tests.Kit;

/// <summary>An emulator in this process, for consumers that have only the main package.</summary>
internal sealed class HostedEmulator : IAsyncDisposable
{
    private readonly FetchHiveEmulator _hive;

    private HostedEmulator(FetchHiveEmulator hive) => _hive = hive;

    /// <summary>The variables that a consumer needs to call it.</summary>
    public Dictionary<string, string?> Environment => new()
    {
        ["FETCH_HIVE_API_KEY"] = _hive.ApiKey,
        ["EMULATOR_ADDRESS"] = _hive.BaseAddress.ToString(),
    };

    /// <summary>The body of the only request that was received.</summary>
    public string BodyText => Assert.Single(_hive.Requests).BodyText;

    /// <summary>The requests that were received so far.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => _hive.Requests;

    /// <summary>Scripts one response for each of the next requests.</summary>
    public void RespondNext(params EmulatorResponse[] responses) => Array.ForEach(responses, _hive.RespondNext);

    /// <summary>Starts one with the deployment that all consumers invoke.</summary>
    public static async Task<HostedEmulator> StartAsync() => new(await FetchHiveEmulator.StartAsync(
        hive => hive.Deploy("research-brief", "production", start => start
            .TakesText("topic")
            .TakesArray("companies")
            .TakesAnyValue("filters", required: false)
            .Returns(inputs => new JsonObject
            {
                ["title"] = $"On {inputs["topic"]}",
                ["findings"] = new JsonArray(new JsonObject { ["claim"] = "they fly", ["confidence"] = 0.9, ["tone"] = "Casual" }),
                ["word_count"] = 812,
            })),
        TestContext.Current.CancellationToken));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _hive.DisposeAsync();
}
