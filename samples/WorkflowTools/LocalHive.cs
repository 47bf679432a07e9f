using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using FetchHive.Emulator;

namespace WorkflowTools;

/// <summary>The two workflows on the emulator, so that the sample runs without an account.</summary>
public static class LocalHive
{
    /// <summary>Starts the emulator.</summary>
    public static Task<FetchHiveEmulator> StartAsync() => FetchHiveEmulator.StartAsync(hive => hive
        .Deploy("research-brief", "production", start => start
            .TakesText("topic")
            .TakesArray("companies")
            .TakesAnyValue("max_words", required: false)
            .Returns(WriteBrief))
        .Deploy("company-profile", "production", start => start
            .TakesAnyValue("company")
            .TakesArray("aspects", required: false)
            .Returns(WriteProfile)));

    private static string WriteBrief(JsonObject inputs)
    {
        string names = string.Join(" and ", inputs["companies"]!.AsArray().Select(company => company!["name"]!.GetValue<string>()));
        return $"{inputs["topic"]}: enterprises move from experiments to operations; watch {names}.";
    }

    private static string WriteProfile(JsonObject inputs)
    {
        JsonArray aspects = inputs["aspects"]?.AsArray() ?? ["Product", "Market"];
        return new JsonObject
        {
            ["name"] = inputs["company"]!["name"]!.GetValue<string>(),
            ["summary"] = "Runs AI workflows for teams.",
            ["findings"] = new JsonArray([.. aspects.Select(aspect => new JsonObject
            {
                ["aspect"] = aspect!.GetValue<string>(),
                ["text"] = $"Looks healthy ({aspect}).",
                ["confidence"] = 0.8,
            })]),
        }.ToJsonString();
    }
}
