using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using FetchHive.Generators.Analyzers.Calls;
using FetchHive.Generators.Analyzers.Use;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FetchHive.Generators.Tests.Calls;

/// <summary>Runs the rules over sources and returns the diagnostics, for tests that count or inspect them.</summary>
internal static class CallRun
{
    /// <summary>All rules at the call.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> All { get; } =
    [
        new JsonTextAsInputAnalyzer(), new EmptyMetadataKeyAnalyzer(), new CallbackUrlAnalyzer(), new KeyInSourceAnalyzer(),
        new DiscardedRunAnalyzer(),
        new SecretWrittenAnalyzer(), new DroppedTaskAnalyzer(), new RefusedOptionAnalyzer(), new RetriedRunAnalyzer(),
        new CallsEnumeratedAgainAnalyzer(),
        new ResilienceHandlerAnalyzer(), new UncheckedSignatureAnalyzer(), new WrittenTaskAnalyzer(), new ShortHttpClientAnalyzer(),
        new DerivedInputAnalyzer(), new DisposedClientAnalyzer(), new ClientPerCallAnalyzer(), new UnreachableCatchAnalyzer(),
    ];

    /// <summary>The diagnostics of the rules. An analyzer that throws fails the test, and so does a source that unexpectedly doesn't
    /// compile.</summary>
    public static async Task<ImmutableArray<Diagnostic>> FindAsync(
        IEnumerable<SourceFile> files, DiagnosticAnalyzer? only = null, bool mustCompile = true, CompilationSetup? setup = null)
    {
        setup ??= CompilationSetup.Default;
        GeneratorDriver driver =
            CSharpGeneratorDriver.Create([new FetchHiveGenerator().AsSourceGenerator()], parseOptions: setup.ParseOptions);
        driver.RunGeneratorsAndUpdateCompilation(setup.Compile(files), out Compilation compilation, out _, TestHost.CancellationToken);
        if (mustCompile && compilation.GetDiagnostics(TestHost.CancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error)
            .ToArray() is [_, ..] errors)
        {
            TestHost.Fail("The sources don't compile:\n" + DiagnosticText.List(errors));
        }

        return await AnalyzerRun.FindAsync(compilation, only is null ? All : [only]);
    }
}
