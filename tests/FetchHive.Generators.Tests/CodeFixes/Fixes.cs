using System;
using System.Threading.Tasks;
using FetchHive.Generators.Analyzers;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FetchHive.Generators.Tests.CodeFixes;

/// <summary>
/// Tests of one code fix on diagnostics of the real analyzer. The generator runs too, so that generated code must compile after the fix.
/// </summary>
internal static class Fixes<TFix>
    where TFix : CodeFixProvider, new()
{
    /// <summary>The usings of a file with a deployment.</summary>
    public const string Usings = "using System.Threading;\nusing System.Threading.Tasks;\nusing FetchHive;\n";

    /// <summary>Checks that the marked diagnostics are fixed as stated: one by one, and all at once in each scope.</summary>
    public static Task VerifyAsync(string source, string fixedSource, Action<Test>? change = null) =>
        RunAsync(new Test { TestCode = Usings + source, FixedCode = Usings + fixedSource }, change);

    /// <summary>Checks that nothing is offered for the marked diagnostics.</summary>
    public static Task VerifyNotOfferedAsync(string source, Action<Test>? change = null) =>
        RunAsync(new Test { TestCode = Usings + source }, change);

    /// <summary>Runs a test whose every part is set by the caller.</summary>
    public static Task RunAsync(Action<Test> change) => RunAsync(new Test(), change);

    private static Task RunAsync(Test test, Action<Test>? change)
    {
        test.SourceGenerators.Add(typeof(FetchHiveGenerator));
        change?.Invoke(test);
        return test.RunAsync();
    }

    /// <summary>A test whose every part can be set.</summary>
    public sealed class Test : CSharpCodeFixTest<DeploymentAnalyzer, TFix>;
}
