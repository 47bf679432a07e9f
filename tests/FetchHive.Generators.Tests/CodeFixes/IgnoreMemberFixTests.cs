using System.Threading.Tasks;
using FetchHive.Generators.Tests.Kit;
using Verify = FetchHive.Generators.Tests.CodeFixes.Fixes<FetchHive.Generators.CodeFixes.IgnoreMemberFix>;

namespace FetchHive.Generators.Tests.CodeFixes;

public class IgnoreMemberFixTests
{
    [Theory]
    [InlineData("FH3001", "public record Caller(string Id, string[] Tags);",
        "public record Caller(string Id, [property: JsonIgnore] string[] Tags);")]
    [InlineData("FH3002", "public record Caller(string Id, /* where */ Address Home);",
        "public record Caller(string Id, /* where */ [property: JsonIgnore] Address Home);")]
    [InlineData("FH3006", "public record Caller(string Id, string ApiKey);",
        "public record Caller(string Id, [property: JsonIgnore] string ApiKey);")]
    [InlineData("FH3001", "public class Caller { public string[] Tags { get; set; } = []; public int Id { get; set; } }",
        "public class Caller { [JsonIgnore] public string[] Tags { get; set; } = []; public int Id { get; set; } }")]
    [InlineData(
        "FH3001",
        "public class Caller\n{\n    public int Id { get; set; }\n\n    /// <summary>Words.</summary>\n    public string[] Tags { get; "
        + "set; } = [];  // none\n}\n",
        "public class Caller\n{\n    public int Id { get; set; }\n\n    /// <summary>Words.</summary>\n    [JsonIgnore]\n    public "
        + "string[] Tags { get; set; } = [];  // none\n}\n")]
    [InlineData(
        "FH3001",
        "public class Caller\n{\n    public int Id { get; set; }\n    [JsonPropertyName(\"t\")] // short\n    public string[] Tags { "
        + "get; set; } = [];\n}\n",
        "public class Caller\n{\n    public int Id { get; set; }\n    [JsonPropertyName(\"t\")] // short\n    [JsonIgnore]\n    public "
        + "string[] Tags { get; set; } = [];\n}\n")]
    [InlineData(
        "FH3001",
        "public record Caller(string Id, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string[]? Tags);",
        "public record Caller(string Id, [property: JsonIgnore] string[]? Tags);")]
    public Task The_member_is_left_out(string id, string type, string fixedType) => Verify.VerifyAsync(
        Source("{|" + id + ":Caller|} caller") + type, Source("Caller caller") + fixedType);

    [Fact]
    public Task A_member_of_another_file_and_project_is_left_out_once_though_two_interfaces_send_it() => Verify.RunAsync(test =>
    {
        foreach (string name in new[] { "IA", "IB" })
        {
            test.TestState.Sources.Add(Verify.Usings + $$"""
                [FetchHiveDeployment("{{name}}", "production")]
                public partial interface {{name}} { Task RunAsync([Metadata] {|FH3001:Lib.Caller|} caller, [Metadata] {|FH3001:Own|} own, CancellationToken token = default); }
                """);
            test.FixedState.Sources.Add(Verify.Usings + $$"""
                [FetchHiveDeployment("{{name}}", "production")]
                public partial interface {{name}} { Task RunAsync([Metadata] Lib.Caller caller, [Metadata] Own own, CancellationToken token = default); }
                """);
        }

        test.TestState.Sources.Add("using System;\n\npublic record Own(int Number, int[] Numbers);\n");
        test.FixedState.Sources.Add("using System;\nusing System.Text.Json.Serialization;\n\npublic record Own(int Number, [property: "
            + "JsonIgnore] int[] Numbers);\n");
        test.TestState.AdditionalProjects["Lib"].Sources.AddAll(
            "namespace Lib;\n\npublic class Caller\n{\n    public string? Id { get; set; }\n    public string[]? Tags { get; set; }\n}\n");
        test.FixedState.AdditionalProjects["Lib"].Sources.AddAll("using System.Text.Json.Serialization;\n\nnamespace Lib;\n\npublic "
            + "class Caller\n{\n    public string? Id { get; set; }\n    [JsonIgnore]\n    public string[]? Tags { get; set; }\n}\n");
        test.TestState.AdditionalProjectReferences.Add("Lib");
    });

    [Theory]
    [InlineData("[Metadata] {|FH3001:string[]|} tags")]
    [InlineData("[Metadata] {|FH3002:System.Text.Json.JsonElement|} tags")]
    [InlineData("[Metadata] {|FH3006:string|} apiKey")]
    public Task A_parameter_cannot_be_left_out(string parameter) => Verify.VerifyNotOfferedAsync(
        Source(parameter).Replace("[Metadata] [Metadata]", "[Metadata]", System.StringComparison.Ordinal));

    private static string Source(string parameter) => $$"""
        using System.Text.Json.Serialization;

        [FetchHiveDeployment("brief", "production")]
        public partial interface IBrief
        {
            Task RunAsync([Metadata] {{parameter}}, CancellationToken token = default);
        }

        public record Address(string Street, string City);
        """ + "\n";
}
