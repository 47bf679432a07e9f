using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>Runs analyzers over a project's sources and generated code. An analyzer or a generator that throws fails the test.</summary>
/// <param name="analyzers">The analyzers under test.</param>
/// <param name="generators">The generators that ran in the project.</param>
internal sealed class AnalyzerRunner(ImmutableArray<DiagnosticAnalyzer> analyzers, ImmutableArray<IIncrementalGenerator> generators)
{
    /// <summary>The one id that the analyzers report, or null when they report several or none.</summary>
    public string? OnlyId
    {
        get
        {
            ImmutableArray<string> ids = [.. analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(descriptor => descriptor.Id).Distinct()];
            return ids.Length == 1 ? ids[0] : null;
        }
    }

    /// <summary>The compiler's diagnostics, and the analyzers'. What is suppressed isn't among them.</summary>
    public async Task<(ImmutableArray<Diagnostic> Compiler, ImmutableArray<Diagnostic> Analyzer)> RunAsync(Project project, CancellationToken cancellationToken)
    {
        Compilation compilation = (await project.GetCompilationAsync(cancellationToken))!;
        await CheckGeneratorsAsync(project, compilation, cancellationToken);
        ImmutableArray<Diagnostic> compiler = compilation.GetDiagnostics(cancellationToken);
        if (analyzers.IsEmpty)
        {
            return (compiler, []);
        }

        ConcurrentQueue<string> exceptions = new();
        CompilationWithAnalyzers withAnalyzers = compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
            project.AnalyzerOptions,
            (exception, analyzer, _) => exceptions.Enqueue($"{analyzer.GetType().Name} threw; it must take any source:\n{exception}"),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: false));
        ImmutableArray<Diagnostic> found = await withAnalyzers.GetAnalyzerDiagnosticsAsync(cancellationToken);
        if (exceptions.TryPeek(out string? first))
        {
            TestHost.Fail(first);
        }

        return (compiler, found);
    }

    // The workspace keeps quiet about a generator that throws, so it is asked once more where that can be seen.
    private async Task CheckGeneratorsAsync(Project project, Compilation compilation, CancellationToken cancellationToken)
    {
        if (generators.IsEmpty)
        {
            return;
        }

        foreach (SourceGeneratedDocument document in await project.GetSourceGeneratedDocumentsAsync(cancellationToken))
        {
            compilation = compilation.RemoveSyntaxTrees((await document.GetSyntaxTreeAsync(cancellationToken))!);
        }

        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            generators.Select(generator => generator.AsSourceGenerator()),
            project.AnalyzerOptions.AdditionalFiles,
            (CSharpParseOptions)project.ParseOptions!,
            project.AnalyzerOptions.AnalyzerConfigOptionsProvider);
        foreach (GeneratorRunResult result in driver.RunGenerators(compilation, cancellationToken).GetRunResult().Results)
        {
            if (result.Exception is { } exception)
            {
                TestHost.Fail($"{result.Generator.GetGeneratorType().Name} threw; it must take any source:\n{exception}");
            }
        }
    }
}
