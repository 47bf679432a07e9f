using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Generators.Tests.Surface;

/// <summary>Answers questions about generated code.</summary>
internal static class Generated
{
    /// <summary>Whether all clients are complete. Otherwise there are no clients, or all surfaces throw. A run with both kinds fails the
    /// test.</summary>
    public static bool IsComplete(GeneratorRun run)
    {
        bool[] complete =
            [.. run.GeneratedSources.Select(source => source.Text.Contains("sealed class ", StringComparison.Ordinal)).Distinct()];
        return complete.Length != 0 && Assert.Single(complete);
    }

    /// <summary>The generated files as trees.</summary>
    public static IEnumerable<SyntaxTree> Trees(GeneratorRun run) => run.Output.SyntaxTrees.Except(run.Input.SyntaxTrees);

    /// <summary>
    /// The warnings in generated code without its own pragmas, including nullable warnings: one line each, with the id and the line of
    /// code.
    /// </summary>
    public static IEnumerable<string> WarningsWithoutPragmas(GeneratorRun run, LanguageVersion version)
    {
        CompilationSetup setup = run.Setup with { LanguageVersion = version };
        CSharpCompilation bare =
            setup.Compile(run.Input.SyntaxTrees.Select(tree => new SourceFile(tree.FilePath, tree.GetText().ToString())));
        foreach ((string name, string text) in run.GeneratedSources)
        {
            Assert.Contains("#pragma warning disable", text, StringComparison.Ordinal);
            bare = bare.AddSyntaxTrees(
                setup.Parse((name, Regex.Replace(text, "^#(pragma warning|nullable) .*$", "#nullable enable", RegexOptions.Multiline))));
        }

        HashSet<string> names = [.. run.GeneratedSources.Select(source => source.HintName)];
        foreach (Diagnostic diagnostic in bare.GetDiagnostics())
        {
            if (diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Location.SourceTree is { } tree
                && names.Contains(tree.FilePath))
            {
                yield return diagnostic.Id + ": " + tree.GetText().Lines.GetLineFromPosition(diagnostic.Location.SourceSpan.Start)
                    .ToString().Trim();
            }
        }
    }
}
