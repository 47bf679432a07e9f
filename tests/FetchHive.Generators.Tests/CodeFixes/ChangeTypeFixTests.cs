using System.Threading.Tasks;
using FetchHive.Generators.Tests.Kit;
using Verify = FetchHive.Generators.Tests.CodeFixes.Fixes<FetchHive.Generators.CodeFixes.ChangeTypeFix>;

namespace FetchHive.Generators.Tests.CodeFixes;

public class ChangeTypeFixTests
{
    [Theory]
    [InlineData("{|FH2002:object|} data", "JsonElement data")]
    [InlineData("{|FH2002:dynamic|} data", "JsonElement data")]
    [InlineData("{|FH2002:object?|} data = null", "JsonElement? data = null")]
    [InlineData("{|FH2002:object|} data = default!", "JsonElement data = default!")]
    [InlineData("{|FH2002:object|} data = null!", "JsonElement? data = null!")]
    [InlineData("{|FH2002:List<object>|} data", "List<JsonElement> data")]
    [InlineData("{|FH2002:Dictionary<string, object?>?|} data", "Dictionary<string, JsonElement?>? data")]
    [InlineData("{|FH2002:object[]|} data, int number", "JsonElement[] data, int number")]
    [InlineData("{|FH2002:Animal|} /* which */ data", "JsonElement /* which */ data")]
    [InlineData("{|FH2002:IShape|} data", "JsonElement data")]
    [InlineData("{|FH2002:System.Collections.IEnumerable|} data", "JsonElement data")]
    [InlineData("[Metadata] {|FH2002:object|} plan", "[Metadata] MetadataValue plan")]
    public Task A_type_without_a_shape_becomes_one_that_takes_anything(string parameter, string fixedParameter) => Verify.VerifyAsync(
        Source(parameter), Source(fixedParameter));

    [Fact]
    public Task The_declaration_deep_in_a_type_of_another_file_and_project_is_changed() => Verify.RunAsync(test =>
    {
        // The fix changes a file that doesn't have the diagnostic.
        test.CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllInDocumentCheck;
        test.TestState.Sources.Add(Verify.Usings + """
            [FetchHiveDeployment("brief", "production")]
            public partial interface IBrief { Task RunAsync({|FH2002:Lib.Company[]|} companies, {|FH2002:Lib.Person|} person, CancellationToken token = default); }
            """);
        test.TestState.AdditionalProjects["Lib"].Sources.AddAll("namespace Lib;\n\npublic record Company(string Name, object Extra);\n",
            "namespace Lib;\n\npublic class Person\n{\n    // Anything.\n    public object? Extra { get; set; } // at all\n}\n");
        test.TestState.AdditionalProjectReferences.Add("Lib");
        test.FixedState.Sources.Add(Verify.Usings + """
            [FetchHiveDeployment("brief", "production")]
            public partial interface IBrief { Task RunAsync(Lib.Company[] companies, Lib.Person person, CancellationToken token = default); }
            """);
        test.FixedState.AdditionalProjects["Lib"].Sources.AddAll(
            "using System.Text.Json;\n\nnamespace Lib;\n\npublic record Company(string Name, JsonElement Extra);\n",
            "using System.Text.Json;\n\nnamespace Lib;\n\npublic class Person\n{\n    // Anything.\n    public JsonElement? Extra { get; "
            + "set; } // at all\n}\n");
    });

    [Theory]
    [InlineData("{|FH2005:int[,]|} grid", "int[][] grid")]
    [InlineData("{|FH2005:int[,,]?|} grid", "int[][][]? grid")]
    [InlineData("{|FH2005:int[][,] /* rows */|} grid", "int[][][] /* rows */ grid")]
    [InlineData("{|FH2005:List<string[,]>|} grid", "List<string[][]> grid")]
    [InlineData("{|FH2005:Grid|} grid", "Grid grid", "public record Grid(int[,] Cells);", "public record Grid(int[][] Cells);")]
    public Task A_multi_dimensional_array_becomes_jagged(string parameter, string fixedParameter, string types = "",
    string fixedTypes = "") => Verify.VerifyAsync(
        Source(parameter, types).Replace(" /* rows */|}", "|} /* rows */", System.StringComparison.Ordinal),
        Source(fixedParameter, fixedTypes));

    [Theory]
    [InlineData("{|FH3003:Dictionary<string, object>|} extra", "Dictionary<string, MetadataValue> extra")]
    [InlineData("{|FH3003:Dictionary<string, object?>?|} extra = null", "Dictionary<string, MetadataValue>? extra = null")]
    [InlineData("{|FH3003:IReadOnlyDictionary<string, JsonElement>|} extra", "IReadOnlyDictionary<string, MetadataValue> extra")]
    [InlineData("{|FH3003:System.Collections.Generic.Dictionary<string, int[]>|} extra",
        "System.Collections.Generic.Dictionary<string, MetadataValue> extra")]
    [InlineData("{|FH3003:System.Text.Json.Nodes.JsonObject?|} extra", "Dictionary<string, MetadataValue>? extra")]
    [InlineData("{|FH3003:KeyValuePair<string, object>[]|} extra", "Dictionary<string, MetadataValue> extra")]
    public Task A_dictionary_gets_values_that_cannot_be_nested(string parameter, string fixedParameter) => Verify.VerifyAsync(
        Source("[Metadata] " + parameter), Source("[Metadata] " + fixedParameter));

    [Theory]
    [InlineData("{|FH4003:int|} callbackUrl", "Uri callbackUrl")]
    [InlineData("{|FH4003:object?|} callbackUrl = null", "{|FH4008:Uri?|} callbackUrl = null")]
    public Task A_callback_URL_becomes_a_Uri(string parameter, string fixedParameter) => Verify.VerifyAsync(
        Callback(parameter), "using System;\n" + Callback(fixedParameter), test =>
        {
            // The using directive is sorted among the others.
            test.FixedState.Sources.ChangeFirst(_ => "using System;\n" + Verify.Usings + Callback(fixedParameter));
        });

    [Theory]
    [InlineData("{|FH2002:Company|} company", "public class Company { public object Extra { get; set; } = new(); }")]
    [InlineData("{|FH2002:Company|} company",
        "public class Company { public object Extra => Name; public string Name { get; set; } = \"\"; }")]
    [InlineData("{|FH2002:Company|} company",
        "public class Company : IExtra { public object Extra { get; set; } = null!; } public interface IExtra { object Extra { get; } }")]
    [InlineData("{|FH2002:Things|} things", "public class Things : List<object>;")]
    [InlineData("{|FH2005:Company|} company", "public class Company { public int[,] Grid { get; set; } = new int[2, 2]; }")]
    public Task Nothing_is_offered_where_the_declaration_would_not_compile_or_is_not_here(string parameter, string types) =>
        Verify.VerifyNotOfferedAsync(Source(parameter, types));

    private static string Source(string parameter, string types = "") => $$"""
        using System.Collections.Generic;
        using System.Text.Json;

        [FetchHiveDeployment("brief", "production")]
        public partial interface IBrief
        {
            Task RunAsync({{parameter}}, CancellationToken token = default);
        }

        public abstract class Animal;
        public interface IShape;
        {{types}}
        """;

    private static string Callback(string parameter) => $$"""
        [FetchHiveDeployment("brief", "production")]
        public partial interface IBrief
        {
            Task<AcceptedRun<string>> StartAsync([CallbackUrl] {{parameter}}, CancellationToken token = default);
        }
        """;
}
