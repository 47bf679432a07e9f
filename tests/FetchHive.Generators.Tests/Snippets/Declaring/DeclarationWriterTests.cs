using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using FetchHive.Generators.Analyzers;
using FetchHive.Generators.Analyzers.Snippets;
using FetchHive.Generators.Declaring;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Snippets;
using FetchHive.Generators.Tests.Differential;
using FetchHive.Generators.Tests.Kit;
using FetchHive.Generators.Tests.Snippets.Comparing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FetchHive.Generators.Tests.Snippets.Declaring;

/// <summary>
/// A declaration that is written from a snippet compiles, no rule reports anything when it is compared with the snippet, and its call sends
/// what the snippet sends.
/// </summary>
public class DeclarationWriterTests
{
    private static readonly Dictionary<string, JsonSerializerOptions> Options = new()
    {
        [JsonNames.SnakeCase] = Reading(JsonNamingPolicy.SnakeCaseLower),
        [JsonNames.CamelCase] = Reading(JsonNamingPolicy.CamelCase),
        [JsonNames.AsDeclared] = Reading(policy: null),
    };

    public static TheoryData<string, string?> Snippets => DeclaredSnippets.All;

    public static TheoryData<string, string> Respelled => DeclaredSnippets.Respelled;

    [Theory]
    [MemberData(nameof(Snippets))]
    public Task The_declaration_is_clean_and_sends_what_the_snippet_sends(string snippet, string? output) =>
        VerifyAsync(snippet, output, JsonNames.SnakeCase);

    [Theory]
    [MemberData(nameof(Respelled))]
    public async Task A_character_that_JSON_writes_in_several_ways_is_sent_in_one(string inputs, string sent)
    {
        await VerifyAsync(Compared.Body(inputs), output: null, JsonNames.SnakeCase, sent);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(inputs), JsonNode.Parse(sent)));
    }

    [Theory]
    [InlineData(JsonNames.CamelCase)]
    [InlineData(JsonNames.AsDeclared)]
    public async Task The_declaration_is_clean_under_every_naming_rule(string naming)
    {
        foreach (string inputs in new[]
        {
            """{"maxWords": 3, "is_draft": true, "Topic": "a", "company": {"webSite": "a", "founded_in": 3}}""",
            """{"class": "a", "HTMLPage": "b", "with space": "c", "person": {"firstName": "a", "ToString": "b"}}""",
        })
        {
            await VerifyAsync(Compared.Body(inputs), """{"wordCount": 3, "page_url": "a"}""", naming);
        }
    }

    [Fact]
    public void There_are_thirty_snippets() => Assert.True(DeclaredSnippets.All.Count >= 30);

    private static async Task VerifyAsync(string snippet, string? output, string naming, string? inputs = null)
    {
        SnippetFile file = SnippetFile.ReadSnippet(snippet);
        List<OutputSample> outputs = output is null ? [] : [SnippetFile.ReadOutput(output).Output!];
        DeclarationText written = DeclarationWriter.Write(
            file.Snippet!, file.Header, outputs, new DeclarationOptions { Interface = "IBrief", Naming = naming });
        string source = Source(written, naming);

        List<SourceFile> files = [("/brief.fetchhive.sh", snippet)];
        if (output is not null)
        {
            files.Add(("/brief.fetchhive.output.json", output));
        }

        CompilationSetup setup = CompilationSetup.Default with { AdditionalFiles = [.. files] };
        GeneratorRun run = GeneratorRun.Of(new FetchHiveGenerator(), setup, source);
        ImmutableArray<Diagnostic> found = await AnalyzerRun.FindAsync(
            run.Output, new AnalyzerOptions(setup.AdditionalTexts, setup.ConfigOptions), new DeploymentAnalyzer(), new SnippetAnalyzer());
        Assert.True(
            run.OutputDiagnostics.IsEmpty && found.IsEmpty, DiagnosticText.List(run.OutputDiagnostics.Concat(found)) + "\n\n" + source);

        using LoadedAssembly assembly = LoadedAssembly.Load(EmittedLibrary.Emit(run.Output));
        await AssertSentAsync(assembly.Type("IBrief"), file.Snippet!, naming, inputs ?? Sent(file.Snippet!.Inputs));
    }

    private static async Task AssertSentAsync(Type declared, Snippet snippet, string naming, string inputs)
    {
        using CannedService service = new();
        object brief = declared.GetMethod("Create")!.Invoke(null, [service.Client])!;
        MethodInfo method = declared.GetMethod("RunAsync")!;
        object?[] arguments = [.. method.GetParameters().Select(parameter => ValueOf(parameter, snippet, naming))];

        // The test doesn't check the output, so reading it may fail.
        async Task CallAsync(FetchHiveClient client)
        {
            try
            {
                await (Task)method.Invoke(brief, arguments)!;
            }
            catch (FetchHiveResponseException)
            {
            }
        }

        Assert.Equal(inputs, Empty(await service.SentAsync("inputs", CallAsync)));
        Assert.Equal(Sent(snippet.Metadata), Empty(await service.SentAsync("metadata", CallAsync)));
    }

    private static object? ValueOf(ParameterInfo parameter, Snippet snippet, string naming)
    {
        if (parameter.ParameterType == typeof(System.Threading.CancellationToken))
        {
            return TestHost.CancellationToken;
        }

        if (parameter.GetCustomAttribute<UserAttribute>() is not null)
        {
            return snippet.User!.Value.Value;
        }

        string json = parameter.GetCustomAttribute<MetadataAttribute>() is not null
            ? snippet.Metadata!.Json
            : snippet.Inputs!.Find(
                parameter.GetCustomAttribute<InputAttribute>()?.Name ?? JsonNames.Apply(naming, parameter.Name!))!.Value.Json;
        return JsonSerializer.Deserialize(json, parameter.ParameterType, Options[naming]);
    }

    private static JsonSerializerOptions Reading(JsonNamingPolicy? policy) => new()
    {
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        PropertyNamingPolicy = policy,
    };

    private static string Empty(string sent) => sent == "{}" ? "nothing" : sent;

    /// <summary>The snippet's JSON without insignificant white space, comments and trailing commas.</summary>
    private static string Sent(SnippetValue? value)
    {
        StringBuilder json = new();
        Write(value, json);
        return json.Length == 0 ? "nothing" : json.ToString();
    }

    private static void Write(SnippetValue? value, StringBuilder json)
    {
        switch (value?.Kind)
        {
            case SnippetKind.Object:
                json.Append('{');
                foreach (SnippetProperty property in value.Properties)
                {
                    json.Append(property == value.Properties[0] ? "" : ",").Append(Quoted(property.Name)).Append(':');
                    Write(property.Value, json);
                }

                json.Append('}');
                break;
            case SnippetKind.Array:
                json.Append('[');
                for (int i = 0; i < value.Items.Count; i++)
                {
                    json.Append(i == 0 ? "" : ",");
                    Write(value.Items[i], json);
                }

                json.Append(']');
                break;
            case not null:
                json.Append(value.Json);
                break;
        }
    }

    private static string Quoted(string name) =>
        "\"" + name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    private static string Source(DeclarationText written, string naming) => $$"""
        {{Compared.Usings}}

        {{written.Summary}}
        [FetchHiveDeployment("{{written.Deployment}}", "{{written.Variant}}", Naming = NamingRule.{{naming}})]
        public partial interface IBrief
        {
        {{string.Join("\n", written.Methods)}}
        }
        {{string.Join("\n", written.Types)}}
        """;
}
