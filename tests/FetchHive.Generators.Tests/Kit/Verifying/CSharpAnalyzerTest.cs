using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>Microsoft's test of an analyzer, in a project of a test's set-up.</summary>
internal class CSharpAnalyzerTest<TAnalyzer> : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    public CSharpAnalyzerTest() => TestProject.Prepare(this);

    /// <summary>Target framework, language version, options, references.</summary>
    public CompilationSetup Setup { get; set; } = CompilationSetup.Default;

    /// <summary>Generators that run before anything is analyzed, in every project.</summary>
    public List<Type> SourceGenerators { get; } = [];

    /// <summary>Runs the test with the running test's cancellation token.</summary>
    public Task RunAsync() => RunAsync(TestHost.CancellationToken);

    protected override IEnumerable<Type> GetSourceGenerators() => SourceGenerators;

    protected override CompilationOptions CreateCompilationOptions() => Setup.CompilationOptions.WithSyntaxTreeOptionsProvider(null);

    protected override ParseOptions CreateParseOptions() => Setup.ParseOptions;

    // Removes the severities that the base class sets for each rule, because they would override those of an .editorconfig file.
    protected override Project ApplyCompilationOptions(Project project)
    {
        Project applied = base.ApplyCompilationOptions(project);
        CompilationOptions options = applied.CompilationOptions!;
        return applied.WithCompilationOptions(options.WithSpecificDiagnosticOptions(options.SpecificDiagnosticOptions.RemoveRange(
            GetDiagnosticAnalyzers().SelectMany(analyzer => analyzer.SupportedDiagnostics)
                .Select(rule => rule.Id).Where(id => !DisabledDiagnostics.Contains(id)))));
    }

    // Needed because options can't disable errors.
    protected override bool IsCompilerDiagnosticIncluded(Diagnostic diagnostic, CompilerDiagnostics compilerDiagnostics) =>
        !DisabledDiagnostics.Contains(diagnostic.Id) && base.IsCompilerDiagnosticIncluded(diagnostic, compilerDiagnostics);

    protected override async Task RunImplAsync(CancellationToken cancellationToken)
    {
        TestProject.AddSetup(this, Setup);
        await base.RunImplAsync(cancellationToken);
    }
}
