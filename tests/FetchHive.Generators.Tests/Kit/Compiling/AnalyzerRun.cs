using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>Runs analyzers for tests that count or inspect the diagnostics.</summary>
internal static class AnalyzerRun
{
    /// <summary>The diagnostics of analyzers in a project without further files. An analyzer that throws fails the test.</summary>
    public static Task<ImmutableArray<Diagnostic>> FindAsync(Compilation compilation,
        params ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        FindAsync(compilation, new AnalyzerOptions([]), analyzers);

    /// <summary>The diagnostics of analyzers, always in the same order. An analyzer that throws fails the test.</summary>
    public static async Task<ImmutableArray<Diagnostic>> FindAsync(
        Compilation compilation, AnalyzerOptions options, params ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        ConcurrentQueue<string> exceptions = new();
        CompilationWithAnalyzers analyzed = compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
            options,
            (exception, analyzer, _) => exceptions.Enqueue($"{analyzer.GetType().Name} threw; it must take any input:\n{exception}"),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false));
        ImmutableArray<Diagnostic> found = await analyzed.GetAnalyzerDiagnosticsAsync(TestHost.CancellationToken);
        if (exceptions.TryPeek(out string? first))
        {
            TestHost.Fail(first);
        }

        return found;
    }
}
