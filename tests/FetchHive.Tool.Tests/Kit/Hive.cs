using System;
using System.Threading.Tasks;
using FetchHive.Emulator;

namespace FetchHive.Tool.Tests.Kit;

/// <summary>An emulator that a command calls with <c>--address</c>. It shows what was sent.</summary>
internal static class Hive
{
    /// <summary>Starts an emulator that serves <c>brief.fetchhive.sh</c>, and sets its key in the environment of commands in the
    /// folder.</summary>
    public static async Task<FetchHiveEmulator> StartAsync(WorkFolder folder, Action<DeploymentBuilder>? configure = null)
    {
        FetchHiveEmulator hive = await FetchHiveEmulator.StartAsync(
            hive => hive.DeploySnippet(folder.FullPath("brief.fetchhive.sh"), configure), TestContext.Current.CancellationToken);
        folder.Environment["FETCH_HIVE_API_KEY"] = hive.ApiKey;
        return hive;
    }
}
