using System;
using System.Collections.Generic;

namespace FetchHive.Package.Tests.Kit;

/// <summary>How a command ended.</summary>
/// <param name="Line">The command.</param>
/// <param name="ExitCode">The exit code; 0 means success.</param>
/// <param name="Output">The output, with <c>\n</c> at the end of each line.</param>
internal sealed record CommandResult(string Line, int ExitCode, string Output)
{
    /// <summary>Fails the running test with the whole output, unless the command succeeded.</summary>
    public CommandResult EnsureSuccess() =>
        ExitCode == 0 ? this : throw new InvalidOperationException($"'{Line}' ended with exit code {ExitCode}:\n{Output}");

    /// <summary>Fails the running test when a project was built with an error or a warning, and shows those lines.</summary>
    public void EnsureClean(string? project = null)
    {
        string[] findings = Findings(project);
        if (findings.Length > 0)
        {
            throw new InvalidOperationException($"'{Line}' has errors or warnings where none are expected:\n{string.Join('\n', findings)}");
        }
    }

    /// <summary>The errors and warnings of one project, each once; those of all projects when <paramref name="project"/> is <see
    /// langword="null"/>.</summary>
    public string[] Findings(string? project = null)
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string line in Output.Split('\n'))
        {
            bool finding = line.Contains(": warning ", StringComparison.Ordinal) || line.Contains(": error ", StringComparison.Ordinal)
                || line.StartsWith("warning ", StringComparison.Ordinal) || line.StartsWith("error ", StringComparison.Ordinal);
            if (finding && (project is null || line.Contains($"{project}.csproj", StringComparison.Ordinal)))
            {
                lines.Add(line.Trim());
            }
        }

        return [.. lines];
    }
}
