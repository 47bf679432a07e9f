using System;
using System.Linq;
using System.Threading.Tasks;
using FetchHive.Tool.Tests.Kit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Tool.Tests;

/// <summary><c>fetchhive declare</c>: the C# declaration of a deployment.</summary>
public class DeclareTests
{
    [Fact]
    public async Task A_declaration_is_a_complete_file()
    {
        using WorkFolder folder = Samples.Folder();

        ToolResult result = (await folder.RunAsync("declare", "brief", "--namespace", "Acme.Work", "--internal")).Ended(0);

        Assert.Equal(
            """
            using System.Collections.Generic;
            using System.Threading;
            using System.Threading.Tasks;
            using FetchHive;

            namespace Acme.Work;

            /// <summary>The deployment <c>brief</c>, variant <c>live</c>.</summary>
            [FetchHiveDeployment("brief", "live")]
            internal partial interface IBrief
            {
                /// <summary>Runs the workflow and waits for its output.</summary>
                Task<BriefOutput> RunAsync(
                    string topic,
                    IReadOnlyList<string> companies,
                    [Metadata] BriefMetadata metadata,
                    int? maxWords = null,
                    bool? isDraft = null,
                    CancellationToken cancellationToken = default);
            }

            /// <summary>The metadata of each run of the workflow.</summary>
            internal sealed record BriefMetadata(string Plan, int Seats);

            /// <summary>The output of the workflow.</summary>
            internal sealed record BriefOutput(string Title, int Words);

            """,
            result.Out,
            ignoreLineEndingDifferences: true);
        Assert.Empty(result.Error);
        Compile(result.Out);
    }

    [Fact]
    public async Task Every_type_that_a_declaration_names_is_imported()
    {
        using WorkFolder folder = new WorkFolder().Write(
            "odd.fetchhive.sh",
            """
            {"deployment": "odd name\"", "variant": "v", "user": "u", "async": {"enabled": true, "callback_url": "https://a.example/"},
             "inputs": {"any": null, "none": [], "list": [{"a_b": 1, "AB": {"c": []}}], "class": true}}
            """);

        ToolResult result = (await folder.RunAsync("declare", "odd", "--interface", "IOther")).Ended(0);

        Assert.Contains("""[FetchHiveDeployment("odd name\"", "v")]""", result.Out, StringComparison.Ordinal);
        Assert.Contains("public partial interface IOther", result.Out, StringComparison.Ordinal);
        Compile(result.Out);
    }

    [Fact]
    public async Task With_json_it_is_a_text_in_an_object()
    {
        using WorkFolder folder = Samples.Folder();

        string plain = (await folder.RunAsync("declare", "brief")).Out;
        ToolResult result = (await folder.RunAsync("declare", "brief", "--json")).Ended(0);

        Assert.Equal(plain, result.Json["declaration"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_bad_sample_is_refused()
    {
        using WorkFolder folder = Samples.Folder().Write("brief.fetchhive.output.2.json", "{");

        ToolResult result = (await folder.RunAsync("declare", "brief")).Ended(2);

        Assert.StartsWith("error: brief.fetchhive.output.2.json(1,", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Out);
    }

    private static void Compile(string source)
    {
        MetadataReference[] references =
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(System.IO.Path.PathSeparator)
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Declared",
            [CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken)],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.DoesNotContain(
            compilation.GetDiagnostics(TestContext.Current.CancellationToken), found => found.Severity == DiagnosticSeverity.Error);
    }
}
