using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>Microsoft's test of what a generator writes and reports, in a project of a test's set-up. It lists every generated
/// file.</summary>
/// <remarks>To call the generated code, use <see cref="GeneratorRun"/>.</remarks>
internal class CSharpSourceGeneratorTest<TGenerator> : CSharpSourceGeneratorTest<TGenerator, DefaultVerifier>
    where TGenerator : new()
{
    public CSharpSourceGeneratorTest()
    {
        TestProject.Prepare(this);
        TestBehaviors = TestBehaviors.None;
    }

    /// <summary>Target framework, language version, options, references.</summary>
    public CompilationSetup Setup { get; set; } = CompilationSetup.Default;

    /// <summary>Runs the test with the running test's cancellation token.</summary>
    public Task RunAsync() => RunAsync(TestHost.CancellationToken);

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
