using System;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Emulator;

namespace CallbackReceiver;

/// <summary>The workflow on the emulator: the service itself can't reach a receiver on loopback.</summary>
internal static class LocalHive
{
    /// <summary>Starts the emulator.</summary>
    /// <param name="duration">How long a run takes.</param>
    public static Task<FetchHiveEmulator> StartAsync(TimeSpan duration) => FetchHiveEmulator.StartAsync(hive => hive
        .Deploy("research-brief", "production", start => start
            .TakesText("topic")
            .Returns(async Task<JsonNode?> (inputs, cancellationToken) =>
            {
                await Task.Delay(duration, cancellationToken);
                return Write((string)inputs["topic"]!);
            })));

    private static JsonObject Write(string topic)
    {
        if (topic.Contains("fail", StringComparison.OrdinalIgnoreCase))
        {
            throw new EmulatedRunFailureException("The step 'research' failed: the topic asked for it.");
        }

        return new JsonObject
        {
            ["title"] = topic,
            ["summary"] = "Enterprises move from experiments to operations.",
            ["findings"] = new JsonArray(
                new JsonObject { ["claim"] = "Most budgets have a line for it.", ["confidence"] = 0.8 },
                new JsonObject { ["claim"] = "Few measure what they get.", ["confidence"] = 0.6 }),
        };
    }
}
