using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;

namespace FetchHive.Package.Tests.Kit;

/// <summary>The consumers with an ordinary build. They are built together, because most of a build's time is its start.</summary>
public sealed class BuiltConsumers(Packages packages) : IAsyncLifetime
{
    private CommandResult _build = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => _build = await packages.BuildConsumersAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Runs a consumer. Fails the running test when the consumer doesn't build, or builds with a warning.</summary>
    /// <param name="consumer">The project's name.</param>
    /// <param name="emulator">The emulator for a consumer that doesn't host one itself.</param>
    /// <param name="dependencies">Other projects that must have been built cleanly.</param>
    /// <returns>The lines that it printed.</returns>
    internal async Task<string[]> RunAsync(string consumer, HostedEmulator? emulator = null, params string[] dependencies)
    {
        foreach (string project in (string[])[consumer, .. dependencies])
        {
            _build.EnsureClean(project);
        }

        string output = Path.Combine(packages.Consumers, consumer, "bin", "Debug");
        string[] built = Directory.Exists(output) ? Directory.GetFiles(output, $"{consumer}.dll", SearchOption.AllDirectories) : [];
        if (built.Length == 0 && Directory.Exists(Path.Combine(output, "net472")))
        {
            return await RunFrameworkAsync(Path.Combine(output, "net472", consumer + ".exe"), emulator);
        }

        Assert.True(built.Length == 1, $"{consumer} was not built:\n{_build.Output}");

        string app = Path.ChangeExtension(built[0], System.OperatingSystem.IsWindows() ? ".exe" : null);
        CommandResult run = await Command.RunAsync(
            packages.Folder, emulator?.Environment ?? new Dictionary<string, string?>(), app);
        return run.EnsureSuccess().Output.TrimEnd('\n').Split('\n');
    }

    // An application for .NET Framework can only be started directly on Windows.
    private async Task<string[]> RunFrameworkAsync(string app, HostedEmulator? emulator)
    {
        Dictionary<string, string?> environment = emulator?.Environment ?? [];
        CommandResult run = System.OperatingSystem.IsWindows()
            ? await Command.RunAsync(packages.Folder, environment, app)
            : await Command.RunAsync(packages.Folder, environment, "mono", app);
        return run.EnsureSuccess().Output.TrimEnd('\n').Split('\n');
    }
}
