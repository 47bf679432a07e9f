using System.Collections.Generic;
using System.Collections.Immutable;

using FetchHive.Generators.Rules;
using FetchHive.Generators.Snippets;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FetchHive.Generators.Analyzers.Snippets;

/// <summary>
/// Reports mistakes in snippets themselves (FH5001, FH5008, FH5009). In a project without snippets, it only looks at the names of
/// additional files.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SnippetAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = AllRules.OfSnippets;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (SnippetIndex.Of(start.Options) is { } index)
            {
                start.RegisterAdditionalFileAction(file => AnalyzeFile(file, index));
            }
        });
    }

    private static void AnalyzeFile(AdditionalFileAnalysisContext context, SnippetIndex index)
    {
        if (index.Find(context.AdditionalFile, context.CancellationToken) is not { } file)
        {
            return;
        }

        foreach (SnippetProblem problem in file.File.Problems)
        {
            Report(context, file, problem);
        }

        ReportContradiction(context, file, index);
        if (file.Name.Kind == SnippetFileKind.Output && !index.HasSnippet(file, context.CancellationToken))
        {
            string message = "it is a sample of outputs, but there is no snippet with its name beside it; name it after one, as in "
                + "brief.fetchhive.sh and brief.fetchhive.output.json";
            Report(context, file, new SnippetProblem(SnippetProblemKind.Unreadable, new SnippetSpan(0, 0), message));
        }
    }

    private static void ReportContradiction(AdditionalFileAnalysisContext context, IndexedFile file, SnippetIndex index)
    {
        if (file.File.Snippet is not { } snippet || file.File.Header.Ignores(SnippetRules.Differing.Id))
        {
            return;
        }

        IReadOnlyList<IndexedFile> all = index.Find(snippet.Deployment.Value, context.CancellationToken);
        if (DifferingSnippets.Find(file, all) is { } found)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                SnippetRules.Differing,
                file.LocationOf(snippet.Deployment.Span),
                new[] { found.Other.LocationOf(found.Other.File.Snippet!.Deployment.Span) },
                file.Name.Name,
                found.Other.Name.Name,
                snippet.Deployment.Value,
                found.Variant.Value,
                found.Difference));
        }
    }

    private static void Report(AdditionalFileAnalysisContext context, IndexedFile file, SnippetProblem problem)
    {
        DiagnosticDescriptor rule = problem.Kind == SnippetProblemKind.Unreadable ? SnippetRules.Unreadable : SnippetRules.Secret;
        if (!file.File.Header.Ignores(rule.Id))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                rule,
                file.LocationOf(problem.Span),
                problem.Kind == SnippetProblemKind.Secret ? DiagnosticSeverity.Warning : rule.DefaultSeverity,
                additionalLocations: null,
                properties: null,
                file.Name.Name,
                problem.Message));
        }
    }
}
