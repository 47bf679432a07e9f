using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>Microsoft's test of a code fix, in a project of a test's set-up.</summary>
internal class CSharpCodeFixTest<TAnalyzer, TFix> : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    public CSharpCodeFixTest()
    {
        TestProject.Prepare(this);
        // An editor sees the fixed text. The tree that a fix builds may differ from the tree that is parsed from that text.
        CodeActionValidationMode = CodeActionValidationMode.None;
    }

    /// <summary>Target framework, language version, options, references.</summary>
    public CompilationSetup Setup { get; set; } = CompilationSetup.Default;

    /// <summary>Generators that run before anything is analyzed, in every project.</summary>
    public List<Type> SourceGenerators { get; } = [];

    /// <summary>Runs the test with the running test's cancellation token.</summary>
    public Task RunAsync() => RunAsync(TestHost.CancellationToken);

    protected override IEnumerable<Type> GetSourceGenerators() => SourceGenerators;

    protected override CompilationOptions CreateCompilationOptions() => Setup.CompilationOptions.WithSyntaxTreeOptionsProvider(null);

    protected override ParseOptions CreateParseOptions() => Setup.ParseOptions;

    // Needed because options can't disable errors.
    protected override bool IsCompilerDiagnosticIncluded(Diagnostic diagnostic, CompilerDiagnostics compilerDiagnostics) =>
        !DisabledDiagnostics.Contains(diagnostic.Id) && base.IsCompilerDiagnosticIncluded(diagnostic, compilerDiagnostics);

    protected override async Task RunImplAsync(CancellationToken cancellationToken)
    {
        TestProject.AddSetup(this, Setup);
        await base.RunImplAsync(cancellationToken);
    }
}
