using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using FetchHive.Generators.Analyzers.Snippets;
using FetchHive.Generators.Tests.Kit;
using FetchHive.Generators.Tests.RulePages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FetchHive.Generators.Tests.Snippets;

/// <summary>Runs <see cref="SnippetAnalyzer"/> over a project with files beside its sources.</summary>
internal static class SnippetRun
{
    /// <summary>The diagnostics as the compiler prints them, in the order of files and places.</summary>
    public static async Task<string[]> FindAsync(CompilationSetup setup, params IEnumerable<SourceFile> sources) =>
        [.. (await DiagnosticsAsync(setup, sources)).Select(ExampleBuild.Print)];

    /// <summary>The diagnostics for files of which only the text matters.</summary>
    public static Task<string[]> FindAsync(params SourceFile[] files) =>
        FindAsync(CompilationSetup.Default with { AdditionalFiles = [.. files] });

    /// <summary>The diagnostics as objects. An analyzer that throws fails the test.</summary>
    public static async Task<Diagnostic[]> DiagnosticsAsync(CompilationSetup setup, params IEnumerable<SourceFile> sources)
    {
        ImmutableArray<Diagnostic> found = await AnalyzerRun.FindAsync(
            setup.Compile(sources), new AnalyzerOptions(setup.AdditionalTexts, setup.ConfigOptions), new SnippetAnalyzer());
        return
        [
            .. found
                .OrderBy(diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal),
        ];
    }
}
