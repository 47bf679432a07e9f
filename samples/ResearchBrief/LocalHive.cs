using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using FetchHive.Emulator;

namespace ResearchBrief;

/// <summary>
/// The two workflows on the emulator, so that the sample runs without an account. Their snippets say which inputs they take.
/// </summary>
internal static class LocalHive
{
    public static Task<FetchHiveEmulator> StartAsync() => FetchHiveEmulator.StartAsync(hive => hive
        .DeploySnippets()
        .Deploy("research-brief", "production", start => start.Returns(WriteBrief))
        .Deploy("company-profile", "production", start => start.Returns(WriteProfile)));

    private static string WriteBrief(JsonObject inputs)
    {
        string names = string.Join(" and ", inputs["companies"]!.AsArray().Select(company => company!["name"]!.GetValue<string>()));
        return $"{inputs["topic"]}: enterprises move from experiments to operations; watch {names}.";
    }

    /// <summary>JSON as models like to write it: as text in a Markdown code fence.</summary>
    private static string WriteProfile(JsonObject inputs)
    {
        JsonObject profile = new()
        {
            ["name"] = inputs["company"]!["name"]!.GetValue<string>(),
            ["summary"] = "Runs AI workflows for teams.",
            ["findings"] = new JsonArray([.. inputs["aspects"]!.AsArray().Select(aspect => new JsonObject
            {
                ["aspect"] = aspect!.GetValue<string>(),
                ["text"] = $"Looks healthy ({aspect}).",
                ["confidence"] = 0.8,
            })]),
        };
        return $"```json\n{profile.ToJsonString()}\n```";
    }
}
