using System.Collections.Immutable;
using FetchHive.Generators.Analyzers;
using FetchHive.Generators.Analyzers.Snippets;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FetchHive.Generators.Tests.Snippets.Fixing;

/// <summary>A project with every mistake that a fix of the snippets' rules can fix, in each of its files, and with comments
/// everywhere.</summary>
internal static class MistakenProject
{
    /// <summary>The analyzers that compare with snippets.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } = [new DeploymentAnalyzer(), new SnippetCallAnalyzer()];

    /// <summary>The project's snippets and samples, each for both files.</summary>
    public static CompilationSetup Setup { get; } = CompilationSetup.Default with
    {
        AdditionalFiles =
        [
            ("/brief.fetchhive.sh", """
                # Copied on Monday.
                # variants: one, two
                curl 'https://api.fetchhive.com/v1/workflow/invoke' \
                  -H 'Authorization: Bearer YOUR_API_KEY' \
                  -d '{
                    "deployment": "brief",
                    "inputs": {
                      "topic": "Bees", "max_words": 3, "count": "3", "sure": 1, "tone": "dry", "style": {"voice": "calm"},
                      "tags": "[a]", "names": "[b]", "company": {"name": "a", "web_site": "b", "founded_in": 1999}
                    }
                  }' \
                  --compressed
                """),
            ("/brief.fetchhive.output.json", """
                // Of Monday's run.
                {"title": null, "score": 0.5, "word_count": 3, "parts": [1, null]}
                """),
            ("/names.fetchhive.sh", """
                # variants: one, two
                {"deployment": "names", "inputs": {"maxWords": 3, "isDraft": true}}
                """),
            ("/made.fetchhive.sh", """
                # variants: one, two
                {"deployment": "made", "inputs": {"topic": "a", "sources": [{"address": "b"}]}}
                """),
            ("/left.fetchhive.sh", """{"deployment": "left", "variant": "one", "inputs": {"topic": "a"}}"""),
            ("/over.fetchhive.sh", """{"deployment": "over", "variant": "one", "inputs": {"topic": "a"}, "metadata": {"plan": "b"}}"""),
        ],
    };

    /// <summary>One of the project's files.</summary>
    /// <param name="space">The namespace of its types.</param>
    /// <param name="variant">The variant that it declares.</param>
    public static string Source(string space, string variant) => $$"""
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using FetchHive;

        namespace {{space}}
        {
            // 1
            [FetchHiveDeployment("brief" /* 2 */, "{{variant}}")] // 3
            public partial interface IBrief // 4
            {
                /* 5 */ Task<Written> /* 6 */ RunAsync( // 7
                    /* 8 */ string topik /* 9 */, // 10
                    [Input("max_word")] int words, // 11
                    int count, // 12
                    [Input(AsText = true)] /* 13 */ int sure, // 14
                    List<string> /* 15 */ tags, // 16
                    List<string> names, // 17
                    Company company, // 18
                    CancellationToken token = default); // 19
            }

            // 20
            [FetchHiveDeployment("breif", /* 21 */ "{{variant}}")]
            public partial interface IOther { Task<string> RunAsync(/* 22 */ string topic, CancellationToken token = default); }

            [FetchHiveDeployment("names", "{{variant}}")] // 23
            public partial interface INames { Task<string> RunAsync(int maxWords, bool isDraft, CancellationToken token = default); }

            // 24
            [FetchHiveDeployment("made", "{{variant}}")]
            public partial interface IMade // 25
            {
                // 26
            }

            [FetchHiveDeployment("", /* 27 */ "")] // 28
            public partial interface INew; // 29

            public sealed class Company
            {
                public string Name { get; set; } = ""; // 30

                // 31
                public string Website { get; set; } = ""; // 32

                public int FoundetIn { get; set; } /* 33 */ // 34
            }

            public sealed record Written( // 35
                string Title, // 36
                int Score, // 37
                int WordCont, // 38
                List<int> Parts); // 39

            public static class Caller
            {
                // 40
                public static Task CallAsync(FetchHiveClient client) => client.InvokeAsync( // 41
                    "brief", "{{variant}}", new System.Text.Json.Nodes.JsonObject
                    {
                        ["topik"] = "Bees", // 42
                        ["max_words"] = 3, ["count"] = "3", ["sure"] = 1, ["style"] = new System.Text.Json.Nodes.JsonObject(),
                        ["tags"] = "", ["names"] = "", ["company"] = new System.Text.Json.Nodes.JsonObject(), // 43
                    });

                public static Task CallOtherAsync(FetchHiveClient client) =>
                    client.InvokeAsync("name" /* 44 */, "{{variant}}", new System.Text.Json.Nodes.JsonObject());
            }
        }

        """;

    /// <summary>The number of comments in each file.</summary>
    public const int Comments = 44;
}
