using System;
using System.Threading.Tasks;
using FetchHive.Emulator;

namespace FetchHive.Tool.Tests.Kit;

/// <summary>An emulator beside the command, which calls it by <c>--address</c>: it shows what was sent.</summary>
internal static class Hive
{
    /// <summary>Starts one that serves <c>brief.fetchhive.sh</c>, and has commands in the folder know its key.</summary>
    public static async Task<FetchHiveEmulator> StartAsync(WorkFolder folder, Action<DeploymentBuilder>? configure = null)
    {
        FetchHiveEmulator hive = await FetchHiveEmulator.StartAsync(
            hive => hive.DeploySnippet(folder.FullPath("brief.fetchhive.sh"), configure), TestContext.Current.CancellationToken);
        folder.Environment["FETCH_HIVE_API_KEY"] = hive.ApiKey;
        return hive;
    }
}
