using System.Threading.Tasks;

namespace FetchHive.Package.Tests.Kit;

/// <summary>The results of the package's check for old and new compilers.</summary>
public sealed class CompilerChecks(Packages packages) : IAsyncLifetime
{
    /// <summary>The warnings, sorted by text.</summary>
    public string[] Findings { get; private set; } = [];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        CommandResult checks = await Command.RunAsync(
            packages.Consumers, packages.Environment, Command.DotNet, "msbuild", "CompilerChecks.proj", "-nologo", "-tl:off");
        Findings = checks.EnsureSuccess().Findings();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
