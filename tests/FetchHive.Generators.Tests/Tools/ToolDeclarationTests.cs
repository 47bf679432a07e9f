using System;
using System.Linq;
using System.Threading.Tasks;
using FetchHive.Generators.Tests.Kit;
using FetchHive.Generators.Tests.Surface;
using Microsoft.CodeAnalysis.CSharp;
using Verify = FetchHive.Generators.Tests.Kit.AnalyzerVerifier<FetchHive.Generators.Analyzers.DeploymentAnalyzer>;

namespace FetchHive.Generators.Tests.Tools;

/// <summary>What a model knows about a tool before it calls it, and which methods can't be tools.</summary>
public class ToolDeclarationTests
{
    private const string Documented = """
        /// <summary>Writes briefs.</summary>
        [FetchHiveDeployment("brief", "production")]
        public partial interface IBrief
        {
            /// <summary>Writes a brief
            /// on a <paramref name="topic"/>; see <see cref="Company.Name"/> &amp; <c>more</c>.</summary>
            /// <param name="topic">What it's about: "short".</param>
            /// <param name="tone">How it sounds.</param>
            [AgentTool]
            Task<string> RunAsync(string topic, Tone tone, IReadOnlyList<Company> companies, Dictionary<string, double> weights, [Description("By attribute.")] DateOnly? since,
                Node tree, string language = "en", [Metadata] string? plan = null, CancellationToken token = default);
        }
        /// <summary>A company.</summary>
        /// <param name="Name">As its website writes it.</param>
        public sealed record Company(string Name, [property: JsonPropertyName("site")] Uri? Website = null) { public string Shown => Name; [JsonIgnore] public int Hidden { get; set; } }
        public enum Tone
        {
            /** <summary>No ornaments.</summary> */
            Plain,
            [JsonStringEnumMemberName("very-formal")] Formal,
        }
        public sealed class Node { /** <summary>Its
              * name.</summary> */ public required string Name { get; set; } public List<Node> Children { get; set; } = []; public int Count { get; init; } = 3; }
        """;

    private const string Schema = """
        {"type":"object","properties":{"topic":{"type":"string","description":"What it's about: \"short\"."},"tone":{"type":"string","enum":["Plain","very-formal"],"description":"How it sounds. Plain: No ornaments."},"companies":{"type":"array","items":{"type":"object","properties":{"name":{"type":"string","description":"As its website writes it."},"site":{"type":"string","format":"uri"}},"required":["name"],"additionalProperties":false,"description":"A company."}},"weights":{"type":"object","additionalProperties":{"type":"number"}},"since":{"type":"string","format":"date","description":"By attribute."},"tree":{"type":"object","properties":{"name":{"type":"string","description":"Its name."},"children":{"type":"array","items":{"$ref":"#/properties/tree"}},"count":{"type":"integer"}},"required":["name"],"additionalProperties":false},"language":{"type":"string","default":"en"}},"required":["topic","tone","companies","weights","tree"],"additionalProperties":false}
        """;

    [Fact]
    public async Task Name_description_and_schema_are_those_of_the_declaration()
    {
        await using ToolLab lab = await ToolLab.StartAsync(Documented);

        Assert.Equal(("brief", "Writes a brief on a topic; see Name & more."), (lab.Tool.Name, lab.Tool.Description));
        Assert.Equal(Schema.Trim(), lab.Tool.JsonSchema.GetRawText());
    }

    [Fact]
    public void Comments_count_whether_the_compiler_reads_them_or_not()
    {
        string[] texts =
        [
            .. new[] { false, true }.Select(checks =>
                Assert.Single(ToolLab.Run(Documented, ToolLab.Setup with { ChecksDocumentation = checks }).GeneratedSources).Text),
        ];

        Assert.Contains("As its website writes it.", texts[0], StringComparison.Ordinal);
        Assert.Equal(texts[0], texts[1]);
    }

    [Theory]
    [InlineData("[AgentTool] Task<string> InvokeAsync(", "brief")]
    [InlineData("[AgentTool] Task<string> WriteOutline(", "brief_write_outline")]
    [InlineData("[AgentTool(\"my-Brief_2\")] Task<string> RunAsync(", "my-Brief_2")]
    public void A_tool_is_named_after_its_interface_and_method(string method, string name) => Assert.Contains(
        $"public override string Name => \"{name}\";",
        Assert.Single(ToolLab.Run(Contract(method + "CancellationToken token = default);")).GeneratedSources).Text,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp12)]
    public void Generated_tools_compile_without_a_warning(LanguageVersion version)
    {
        GeneratorRun run = ToolLab.Run(
            Documented.Replace("record Company(string Name, [property: JsonPropertyName(\"site\")] Uri? Website = null)",
                "record Company(string Name)", StringComparison.Ordinal)
                .Replace("required string Name { get; set; }", "string Name { get; set; } = \"\";", StringComparison.Ordinal)
                .Replace("= [];", "= new();", StringComparison.Ordinal),
            ToolLab.Setup with { LanguageVersion = version, ChecksDocumentation = true, IsStrict = true });

        run.AssertGeneratedCodeIsClean();
        Assert.Empty(Generated.WarningsWithoutPragmas(run, version));
    }

    [Fact]
    public void A_reference_to_Microsoft_Extensions_AI_alone_adds_nothing()
    {
        string source = Documented.Replace("[AgentTool]", "", StringComparison.Ordinal)
            .Replace("[Description(\"By attribute.\")]", "", StringComparison.Ordinal);
        string with = Assert.Single(ToolLab.Run(source).GeneratedSources).Text;
        string without = Assert.Single(GeneratorRun.Of(new FetchHiveGenerator(), CompilationSetup.Default, Declarations.Usings + source)
            .GeneratedSources).Text;

        Assert.Equal(without, with);
        Assert.DoesNotContain("Microsoft.Extensions.AI", with, StringComparison.Ordinal);
    }

    [Fact]
    public void Tools_are_cacheable() => CacheabilityCheck.Verify(
        new FetchHiveGenerator(), ToolLab.Setup, Declarations.Usings + "using System.ComponentModel;\n" + Documented);

    [Fact]
    public void An_edited_comment_of_a_type_in_another_file_is_seen()
    {
        SourceFile contract = new("contract.cs",
            Declarations.Usings + Contract("[AgentTool] Task<string> RunAsync(Company company, CancellationToken token = default);"));
        SourceFile company = new("company.cs", "/// <summary>A company.</summary>\npublic sealed record Company(string Name);");
        IncrementalTest test = IncrementalTest.Start(new FetchHiveGenerator(), ToolLab.Setup, contract, company);
        Assert.Contains("A company.", Assert.Single(test.Result.GeneratedSources).SourceText.ToString(), StringComparison.Ordinal);

        test.Replace("company.cs", "A company.", "A firm.");

        Assert.Contains("A firm.", Assert.Single(test.Result.GeneratedSources).SourceText.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[AgentTool({|FH1018:\"two words\"|})] Task<string> RunAsync(CancellationToken token = default);")]
    [InlineData("[AgentTool({|FH1018:\"\"|})] Task<string> RunAsync(CancellationToken token = default);")]
    [InlineData("[AgentTool] Task<string> RunAsync(CancellationToken token = default); [{|FH1018:AgentTool|}] Task<string> "
        + "RunAsync(string topic, CancellationToken token = default);")]
    [InlineData("[AgentTool] Task<string> RunAsync({|FH1018:OneWay|} value, CancellationToken token = default);")]
    [InlineData("[AgentTool] {|FH1018:Task<WriteOnly>|} RunAsync(CancellationToken token = default);")]
    public async Task A_method_that_cannot_be_a_tool_gives_one_message(string method)
    {
        Verify.Test test = new() { Setup = ToolLab.Setup, TestCode = Declarations.Usings + Contract(method) };
        test.SourceGenerators.Add(typeof(FetchHiveGenerator));

        await test.RunAsync();
    }

    [Theory]
    [InlineData("[AgentTool(")]
    [InlineData("[AgentTool] Task<string> RunAsync(")]
    [InlineData("[AgentTool] Task<Missing> RunAsync(Missing one, List<Missing> two, CancellationToken token);")]
    [InlineData("[AgentTool] Task<> RunAsync(string , CancellationToken token);")]
    [InlineData("/// <summary>a < b\n[AgentTool] Task<string> RunAsync<T>(T topic, ref int x, CancellationToken token);")]
    public void Half_typed_code_breaks_nothing(string method) =>
    Assert.NotNull(ToolLab.Run(Contract(method)).Result.GeneratedSources.ToString());

    private static string Contract(string methods) => $$"""
        [FetchHiveDeployment("brief", "production")]
        public partial interface IBrief { {{methods}} }
        public sealed class OneWay { public OneWay(int other) => Name = other.ToString(); public string Name { get; } }
        public sealed class WriteOnly { [JsonInclude] public string Name { private get; set; } = ""; }
        """;
}
