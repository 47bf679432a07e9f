using System;
using System.Text;
using System.Threading.Tasks;
using FetchHive.Generators.Tests.Snippets.Comparing;
using Microsoft.CodeAnalysis.Text;
using Verify = FetchHive.Generators.Tests.Snippets.Fixing.SnippetFixes<FetchHive.Generators.CodeFixes.DeclareFix>;

namespace FetchHive.Generators.Tests.Snippets.Fixing;

public class DeclareFixTests
{
    private const string Brief = """
        # optional: max_words
        curl 'https://api.fetchhive.com/v1/workflow/invoke' \
          -H 'Authorization: Bearer YOUR_API_KEY' \
          --data-raw '{
            "deployment": "research-brief",
            "variant": "production",
            "inputs": {
              "topic": "State of enterprise AI in 2026",
              "companies": [{ "name": "Fetch Hive", "website": "https://fetchhive.com" }],
              "max_words": 200
            },
            "metadata": { "customer_id": "cus_123", "plan": "enterprise" }
          }'
        """;

    private const string Declared = """
            /// <summary>The deployment <c>research-brief</c>, variant <c>production</c>.</summary>
            [FetchHiveDeployment("research-brief", "production")]
            public partial interface IResearchBrief
            {
                /// <summary>Runs the workflow and waits for its output.</summary>
                Task<ResearchBriefOutput> RunAsync(
                    string topic,
                    IReadOnlyList<Company> companies,
                    [Metadata] ResearchBriefMetadata metadata,
                    int? maxWords = null,
                    CancellationToken cancellationToken = default);
            }

            /// <summary>An element of the input <c>companies</c>.</summary>
            public sealed record Company(string Name, string Website);

            /// <summary>The metadata of each run of the workflow.</summary>
            public sealed record ResearchBriefMetadata(string CustomerId, string Plan);

            /// <summary>The output of the workflow.</summary>
            public sealed record ResearchBriefOutput(string Title, double Score);

            """;

    [Theory]
    [InlineData("[FetchHiveDeployment({|FH1003:\"\"|}, {|FH1003:\"\"|})]\npublic partial interface {|FH5012:IResearchBrief|};\n")]
    [InlineData("[FetchHiveDeployment(\"research-brief\", \"production\")]\npublic partial interface {|FH5012:IResearchBrief|} { }\n")]
    [InlineData("[FetchHiveDeployment(\"research-brief\", {|FH1003:\"\"|})]\npublic partial interface {|FH5012:IResearchBrief|}\n{\n}\n")]
    public Task An_interface_is_declared_from_its_snippet(string source) => Verify.VerifyAsync(
        Verify.Usings + source, Verify.Usings + Declared, Brief, change: test => AddOutput(test));

    [Fact]
    public Task The_fix_is_offered_between_the_quotes_of_an_empty_name() => Verify.VerifyAsync(
        Verify.Usings + "[FetchHiveDeployment({|FH1003:\"\"|}, {|FH1003:\"\"|})]\npublic partial interface IResearchBrief;\n",
        Verify.Usings + Declared, Brief, change: test =>
        {
            AddOutput(test);
            test.DisabledDiagnostics.Add("FH5012");
        });

    [Fact]
    public Task An_otherwise_wrong_name_is_no_reason_to_declare() => Verify.VerifyNotOfferedAsync(
        Verify.Usings + "[FetchHiveDeployment({|FH1003:\" brief\"|}, \"live\")]\npublic partial interface IBrief "
            + "{ Task<string> RunAsync(string topic, CancellationToken token = default); }\n",
        """{"topic": "a"}""");

    [Fact]
    public Task A_snippet_that_is_not_to_be_declared_is_not_offered() => Verify.VerifyNotOfferedAsync(
        Verify.Usings + "[FetchHiveDeployment({|FH1003:\"\"|}, {|FH1003:\"\"|})]\npublic partial interface IBrief;\n",
        "# fetchhive: ignore FH5012\n" + Compared.Body("""{"topic": "a"}"""));

    [Fact]
    public Task Usings_are_added_where_they_are_missing() => Verify.VerifyAsync(
        "using FetchHive;\n\n[FetchHiveDeployment({|FH1003:\"\"|}, {|FH1003:\"\"|})]\n"
            + "public partial interface {|FH5012:IResearchBrief|};\n",
        Verify.Usings + Declared, Brief, change: test => AddOutput(test));

    [Fact]
    public Task A_nested_interface_with_tabs_and_comments_keeps_them() => Verify.VerifyAsync(
        Verify.Usings + "namespace Acme;\n\npublic static partial class Outer\n{\n\t/// <summary>Mine.</summary>\n"
            + "\t[FetchHiveDeployment({|FH1003:\"\"|}, {|FH1003:\"\"|}, Naming = NamingRule.CamelCase)] // which\n"
            + "\tinternal partial interface {|FH5012:IBrief|} // what\n\t{\n\t\t// more to come\n\t}\n}\n",
        Verify.Usings + "namespace Acme;\n\npublic static partial class Outer\n{\n\t/// <summary>Mine.</summary>\n"
            + "\t[FetchHiveDeployment(\"brief\", \"live\", Naming = NamingRule.CamelCase)] // which\n"
            + "\tinternal partial interface IBrief // what\n\t{\n"
            + "\t\t/// <summary>Runs the workflow and waits for its output.</summary>\n"
            + "\t\tTask<string> RunAsync(\n\t\t\tCompany company,\n\t\t\t[Input(\"max_words\")] int maxWords,\n"
            + "\t\t\tCancellationToken cancellationToken = default);\n"
            + "\t\t// more to come\n\t}\n\n\t/// <summary>The input <c>company</c>.</summary>\n"
            + "\tinternal sealed record Company(string WebSite);\n}\n",
        """{"company": {"webSite": "a"}, "max_words": 3}""");

    [Fact]
    public Task A_callback_form_gives_a_method_that_starts() => Verify.VerifyAsync(
        Verify.Usings + "[FetchHiveDeployment({|FH1003:\"\"|}, {|FH1003:\"\"|})] public partial interface {|FH5012:IBrief|} { }\n",
        "using System;\n" + Verify.Usings + """
            /// <summary>The deployment <c>brief</c>, variant <c>live</c>.</summary>
            [FetchHiveDeployment("brief", "live")] public partial interface IBrief
            {
                /// <summary>Runs the workflow and waits for its output.</summary>
                Task<string> RunAsync(string topic, CancellationToken cancellationToken = default);

                /// <summary>Starts the workflow. Its output comes to the callback URL.</summary>
                Task<AcceptedRun<string>> StartAsync(
                    string topic,
                    [CallbackUrl] Uri callbackUrl,
                    CancellationToken cancellationToken = default);
            }

            """,
        """{"deployment": "brief", "variant": "live", "async": {"enabled": true, "callback_url": "https://a.example/b"},"""
            + """ "inputs": {"topic": "a"}}""");

    [Fact]
    public Task If_there_are_methods_only_the_names_are_filled_in() => Verify.VerifyAsync(
        Verify.Usings
            + "[FetchHiveDeployment({|FH1003:\"\"|}, {|FH1003:\"\"|})]\n"
            + "public partial interface {|FH5012:IBrief|} { Task<string> RunAsync(string topic, CancellationToken token); }\n",
        Verify.Usings
            + "[FetchHiveDeployment(\"brief\", \"live\")]\n"
            + "public partial interface IBrief { Task<string> RunAsync(string topic, CancellationToken token); }\n",
        """{"topic": "a"}""");

    [Fact]
    public Task Each_snippet_that_nothing_declares_is_offered() => Verify.VerifyAsync(
        Verify.Usings + "[FetchHiveDeployment({|FH1003:\"\"|}, {|FH1003:\"\"|})]\npublic partial interface {|FH5012:IOther|};\n",
        Verify.Usings + """
            /// <summary>The deployment <c>other</c>, variant <c>live</c>.</summary>
            [FetchHiveDeployment("other", "live")]
            public partial interface IOther
            {
                /// <summary>Runs the workflow and waits for its output.</summary>
                Task<string> RunAsync(bool sure, CancellationToken cancellationToken = default);
            }

            """,
        """{"topic": "a"}""",
        "Declare it from 'other.fetchhive.sh'",
        change: test => test.TestState.AdditionalFiles.Add(
            ("/other.fetchhive.sh", """{"deployment": "other", "variant": "live", "inputs": {"sure": true}}""")));

    [Fact]
    public Task A_name_that_is_taken_is_not_used_twice() => Verify.VerifyAsync(
        Verify.Usings
            + "[FetchHiveDeployment({|FH1003:\"\"|}, {|FH1003:\"\"|})]\npublic partial interface {|FH5012:IBrief|};\n\n"
            + "public class Company;\npublic class Input;\n",
        Verify.Usings + """
            /// <summary>The deployment <c>brief</c>, variant <c>live</c>.</summary>
            [FetchHiveDeployment("brief", "live")]
            public partial interface IBrief
            {
                /// <summary>Runs the workflow and waits for its output.</summary>
                Task<string> RunAsync(BriefCompany company, CancellationToken cancellationToken = default);
            }

            /// <summary>The input <c>company</c>.</summary>
            public sealed record BriefCompany(string Name);

            public class Company;
            public class Input;

            """,
        """{"company": {"name": "a"}}""");

    private static void AddOutput(Verify.Test test)
    {
        // The sample's name matches its snippet's file.
        test.TestState.AdditionalFiles
            .Add(("/brief.fetchhive.output.json", SourceText.From("""{"title": "Bees", "score": 0.9}""", Encoding.UTF8)));
    }
}
