using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Generators.Tests.Surface;

/// <summary>Questions about what the generator wrote.</summary>
internal static class Generated
{
    /// <summary>Whether every client is complete; otherwise there is none, or their surfaces throw. A run with both fails the
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
    /// The warnings in generated code when nothing in it switches warnings off, those of nullability included: one line each, the id and
    /// the line of code.
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
