using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using FetchHive.Generators.Analyzers;
using FetchHive.Generators.Declaring;
using FetchHive.Generators.Snippets;
using FetchHive.Generators.Tests.Kit;
using FetchHive.Generators.Tests.Snippets.Comparing;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.Tests.Snippets.Declaring;

/// <summary>A declaration that is written from a snippet compiles, and no rule has anything to say of it, with the snippet in
/// view.</summary>
public class DeclarationWriterTests
{
    public static TheoryData<string, string?> Snippets => new()
    {
        { """{}""", null },
        { """{"topic": "Bees"}""", null },
        { """{"topic": "Bees", "max_words": 200, "is_draft": true, "ratio": 0.5}""", "\"done\"" },
        { """{"tags": ["a", "b"], "numbers": [1, 2], "none": [], "unknown": null}""", null },
        { """{"companies": [{"name": "A", "website": "https://a.example"}, {"name": "B", "size": 3}]}""", null },
        { """{"person": {"first_name": "Ada", "home": {"city": "London", "post_code": "N1"}}}""", """{"title": "T", "score": 0.9}""" },
        { """{"class": "a", "event": "b", "TopicID": "c", "with space": "d", "1st": "e", "ünïcode": "f"}""", null },
        { """{"cancellation_token": "a", "cancellationToken": "b", "user": "c", "metadata": "d"}""", null },
        { """{"a-b": 1, "a_b": 2, "aB": 3}""", null },
        { """{"matrix": [[1, 2], [3]], "mixed": [1, "a"], "big": 12345678901234567890, "small": 1e-9}""", null },
        { """{"topic": "Bees"}""",
            """{"request_id": "r1", "run_status": "completed", "output": {"summary": "S", "points": [{"text": "a"}]}}""" },
    };

    [Theory]
    [MemberData(nameof(Snippets))]
    public Task What_is_written_compiles_and_fits_the_snippet(string inputs, string? output) => VerifyAsync(Compared.Body(inputs), output);

    [Fact]
    public Task Metadata_user_and_a_callback_are_declared_too() => VerifyAsync(
        """
        {"deployment": "brief", "variant": "live", "async": {"enabled": true, "callback_url": "https://acme.example/hook"},
         "inputs": {"topic": "Bees"}, "metadata": {"customer_id": "cus_1", "plan": "pro", "seats": 3, "trial": false}}
        """,
        output: null);

    [Fact]
    public Task What_a_call_may_leave_out_is_optional() => VerifyAsync(
        "# optional: tone, max_words\n" + Compared.Body("""{"tone": "dry", "topic": "Bees", "max_words": 3}"""), output: null);

    private static async Task VerifyAsync(string snippet, string? output)
    {
        SnippetFile file = SnippetFile.ReadSnippet(snippet);
        List<OutputSample> outputs = output is null ? [] : [SnippetFile.ReadOutput(output).Output!];
        DeclarationText written =
            DeclarationWriter.Write(file.Snippet!, file.Header, outputs, new DeclarationOptions { Interface = "IBrief" });

        string source = $$"""
            {{Compared.Usings}}

            {{written.Summary}}
            [FetchHiveDeployment("{{written.Deployment}}", "{{written.Variant}}")]
            public partial interface IBrief
            {
            {{string.Join("\n", written.Methods)}}
            }
            {{string.Join("\n", written.Types)}}
            """;
        CSharpAnalyzerTest<DeploymentAnalyzer> test = new() { TestCode = source, CompilerDiagnostics = CompilerDiagnostics.Warnings };
        test.TestState.AdditionalFiles.Add(("/brief.fetchhive.sh", SourceText.From(snippet, Encoding.UTF8)));
        if (output is not null)
        {
            test.TestState.AdditionalFiles.Add(("/brief.fetchhive.output.json", SourceText.From(output, Encoding.UTF8)));
        }

        test.SourceGenerators.Add(typeof(FetchHiveGenerator));
        await test.RunAsync();
    }
}
