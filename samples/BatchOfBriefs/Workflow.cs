using System.Text.Json.Nodes;
using System.Threading.Tasks;
using FetchHive.Emulator;

namespace BatchOfBriefs;

/// <summary>Stands in for the deployed workflow on the emulator.</summary>
internal static class Workflow
{
    public static void Declare(DeploymentBuilder start) => start.TakesText("company").Returns(WriteAsync);

    private static async Task<string?> WriteAsync(JsonObject inputs)
    {
        await Task.Delay(100);
        return $"{inputs["company"]} grows.";
    }
}
