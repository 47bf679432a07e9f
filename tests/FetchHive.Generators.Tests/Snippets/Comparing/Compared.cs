using System.Linq;
using System.Text;
using System.Threading.Tasks;
using FetchHive.Generators.Analyzers;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.Tests.Snippets.Comparing;

/// <summary>Compares declarations with snippets. Expects the marked diagnostics and no others.</summary>
internal static class Compared
{
    /// <summary>The usings of the sources.</summary>
    public const string Usings =
        "using System; using System.Collections.Generic; using System.Text.Json; using System.Text.Json.Serialization; "
        + "using System.Threading; using System.Threading.Tasks; using FetchHive; ";

    /// <summary>The body of a call to the deployment <c>brief</c>, variant <c>live</c>.</summary>
    public static string Body(string inputs) => $$"""{"deployment": "brief", "variant": "live", "inputs": {{inputs}}}""";

    /// <summary>Compares the parameters of one method with a snippet's inputs.</summary>
    /// <param name="inputs">The snippet's inputs, as JSON.</param>
    /// <param name="parameters">The method's parameters, marked, without the token.</param>
    /// <param name="types">Types that they use.</param>
    /// <param name="head">Comment lines of the snippet.</param>
    /// <param name="method">The method's name, marked.</param>
    /// <param name="attribute">Further arguments of the attribute, after the names.</param>
    public static Task ParametersAsync(
        string inputs, string parameters, string types = "", string head = "", string method = "RunAsync", string attribute = "") =>
        SourceAsync(
            $"[FetchHiveDeployment(\"brief\", \"live\"{attribute})] public partial interface IBrief "
            + $"{{ Task<string> {method}({parameters}{(parameters.Length == 0 ? "" : ", ")}CancellationToken token = default); }} {types}",
            ("/brief.fetchhive.sh", head + Body(inputs)));

    /// <summary>Compares a marked source with files.</summary>
    public static Task SourceAsync(string source, params SourceFile[] files)
    {
        AnalyzerVerifier<DeploymentAnalyzer>.Test test = new() { TestCode = Usings + source };
        test.TestState.AdditionalFiles.AddRange(files.Select(file => (file.Path, SourceText.From(file.Text, Encoding.UTF8))));
        test.SourceGenerators.Add(typeof(FetchHiveGenerator));
        return test.RunAsync();
    }

    /// <summary>Compares a source that doesn't compile.</summary>
    public static Task HalfTypedAsync(string source, params SourceFile[] files)
    {
        AnalyzerVerifier<DeploymentAnalyzer>.Test test =
            new() { TestCode = Usings + source, CompilerDiagnostics = CompilerDiagnostics.None };
        test.TestState.AdditionalFiles.AddRange(files.Select(file => (file.Path, SourceText.From(file.Text, Encoding.UTF8))));
        return test.RunAsync();
    }
}
