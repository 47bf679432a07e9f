using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace FetchHive.Package.Tests.Kit;

/// <summary>One project with every mistake that the documentation shows, built once against the packages.</summary>
public sealed class BuiltMistakes(Packages packages) : IAsyncLifetime
{
    private string[] _lines = [];

    internal IReadOnlyList<Mistake> Mistakes { get; } =
        [.. Mistake.OfRulePages().Where(mistake => !mistake.NeedsItsOwnProject), .. Mistake.OfReadme()];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        string folder = Path.Combine(packages.Consumers, "Mistakes");
        foreach (Mistake mistake in Mistakes)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, mistake.Name + ".cs"), mistake.IsolatedCode, TestContext.Current.CancellationToken);
        }

        CommandResult build = await Command.RunAsync(folder, packages.Environment, Command.DotNet, "build", "-tl:off");

        // The summary at the end says everything again.
        string log = build.Output.Split("\nBuild FAILED.")[0];
        _lines = [.. log.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal) || line.Contains(": warning ", StringComparison.Ordinal))];
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>What the build said of a file, in the form of the documentation: the file's name without its folder, and no project.</summary>
    internal IEnumerable<string> LinesOf(string name)
    {
        foreach (string line in _lines)
        {
            int start = line.IndexOf(name + ".cs(", StringComparison.Ordinal);
            if (start >= 0)
            {
                int end = line.LastIndexOf(" [", StringComparison.Ordinal);
                yield return line[start..(end < 0 ? line.Length : end)].Trim();
            }
        }
    }

    /// <summary>What the build said of no file of a mistake.</summary>
    internal IEnumerable<string> OtherLines() =>
        _lines.Where(line => !Mistakes.Any(mistake => line.Contains($"{mistake.Name}.cs(", StringComparison.Ordinal)));
}
