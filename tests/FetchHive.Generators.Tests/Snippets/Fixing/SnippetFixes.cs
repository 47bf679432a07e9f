using System;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using FetchHive.Generators.Analyzers;
using FetchHive.Generators.Analyzers.Snippets;
using FetchHive.Generators.Tests.Kit;
using FetchHive.Generators.Tests.Snippets.Comparing;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.Tests.Snippets.Fixing;

/// <summary>
/// Tests of one code fix of the snippets' rules. Each marked diagnostic is fixed by itself, and all of a file at once. The result must
/// compile with the generator, and no rule may report anything more.
/// </summary>
internal static class SnippetFixes<TFix>
    where TFix : CodeFixProvider, new()
{
    /// <summary>The usings of a file that declares a deployment.</summary>
    public const string Usings =
        "using System.Collections.Generic;\nusing System.Threading;\nusing System.Threading.Tasks;\nusing FetchHive;\n\n";

    /// <summary>A declaration with one method, and the rest of the file.</summary>
    public static string Brief(string parameters, string rest = "", string method = "RunAsync", string attribute = "",
        string output = "string") =>
        Usings + $$"""
            [FetchHiveDeployment("brief", "live"{{attribute}})]
            public partial interface IBrief
            {
                Task<{{output}}> {{method}}({{parameters}}{{(parameters.Length == 0 ? "" : ", ")}}CancellationToken token = default);
            }

            """ + rest;

    /// <summary>Checks a fix.</summary>
    /// <param name="source">The marked source.</param>
    /// <param name="fixedSource">The source after the fix.</param>
    /// <param name="inputs">The snippet's inputs, as JSON; or a whole snippet.</param>
    /// <param name="key">The key of the offer to apply; null for the first one.</param>
    /// <param name="fixedSnippet">The snippet after the fix.</param>
    /// <param name="change">Further changes to the test.</param>
    public static Task VerifyAsync(
        string source, string fixedSource, string inputs, string? key = null, string? fixedSnippet = null, Action<Test>? change = null) =>
        RunAsync(new Test(), source, fixedSource, inputs, key, fixedSnippet, test => change?.Invoke((Test)test));

    /// <summary>Checks a fix of a call that passes the deployment's name itself.</summary>
    public static Task VerifyCallAsync(
        string source, string fixedSource, string inputs, string? key = null, string? fixedSnippet = null) =>
        RunAsync(new CallTest(), source, fixedSource, inputs, key, fixedSnippet, change: null);

    /// <summary>Checks that nothing is offered for the marked diagnostics.</summary>
    public static Task VerifyNotOfferedAsync(string source, string inputs, string? key = null) =>
        RunAsync(new Test(), source, fixedSource: null, inputs, key, fixedSnippet: null, change: null);

    private static Task RunAsync<TAnalyzer>(
        CSharpCodeFixTest<TAnalyzer, TFix> test, string source, string? fixedSource, string inputs, string? key, string? fixedSnippet,
        Action<CSharpCodeFixTest<TAnalyzer, TFix>>? change)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        test.TestCode = source;
        string snippet = inputs.Contains("\"deployment\"", StringComparison.Ordinal) ? inputs : Compared.Body(inputs);
        test.TestState.AdditionalFiles.Add(("/brief.fetchhive.sh", SourceText.From(snippet, Encoding.UTF8)));
        if (fixedSource is not null)
        {
            test.FixedCode = fixedSource;
        }

        if (fixedSnippet is not null)
        {
            test.FixedState.AdditionalFiles.Add(("/brief.fetchhive.sh", SourceText.From(fixedSnippet, Encoding.UTF8)));
        }

        // All fixes collect the changes of a project and a solution in the same way, which the tests of other rules cover.
        test.CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllInProjectCheck | CodeFixTestBehaviors.SkipFixAllInSolutionCheck;
        test.CodeActionEquivalenceKey = key;
        test.SourceGenerators.Add(typeof(FetchHiveGenerator));
        change?.Invoke(test);
        return test.RunAsync();
    }

    /// <summary>A test of declarations, whose every part can be set.</summary>
    public sealed class Test : CSharpCodeFixTest<DeploymentAnalyzer, TFix>;

    private sealed class CallTest : CSharpCodeFixTest<SnippetCallAnalyzer, TFix>;
}
