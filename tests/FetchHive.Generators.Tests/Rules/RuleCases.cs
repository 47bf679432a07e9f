using System.Collections.Generic;

namespace FetchHive.Generators.Tests.Rules;

/// <summary>
/// For each rule that a declaration can break, sources that break only this rule. The mark is the token that the message must point to.
/// <c>$use</c> stands for code that calls all generated members. It compiles, so that other errors don't bury the message.
/// </summary>
internal static class RuleCases
{
    public const string Usings = """
        using System; using System.Collections.Generic; using System.IO; using System.Text.Json; using System.Text.Json.Serialization;
        using System.Threading; using System.Threading.Tasks; using FetchHive;

        """;

    /// <summary>User code that calls all generated members.</summary>
    public const string Use = """
        static class Use
        {
            public static IBrief Direct(FetchHiveClient client) => IBrief.Create(client);
            public static FetchHiveBuilder Registered(FetchHiveBuilder builder) => builder.AddBrief();
        }
        """;

    private const string Dto = "public sealed record Company(string Name);";

    /// <summary>Sources by a name that begins with the rule's id.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["FH1001 not partial"] = """
            [FetchHiveDeployment("brief", "production")]
            public interface {|FH1001:IBrief|} { Task<string> RunAsync(CancellationToken cancellationToken = default); }
            static class Use
            {
                public static IBrief Direct(FetchHiveClient client) => IBrief.{|CS0117:Create|}(client);
                public static FetchHiveBuilder Registered(FetchHiveBuilder builder) => builder.AddBrief();
            }
            """,
        ["FH1002 in a type that is not partial"] = """
            public class {|FH1002:Outer|}
            {
                [FetchHiveDeployment("brief", "production")]
                public partial interface IBrief { Task<string> RunAsync(CancellationToken cancellationToken = default); }
            }
            static class Use
            {
                public static Outer.IBrief Direct(FetchHiveClient client) => Outer.IBrief.{|CS0117:Create|}(client);
                public static FetchHiveBuilder Registered(FetchHiveBuilder builder) => builder.AddBrief();
            }
            """,
        ["FH1003 no deployment"] =
            Declare("Task<string> RunAsync(CancellationToken cancellationToken = default);", "{|FH1003:\"\"|}, \"production\""),
        ["FH1003 null deployment"] =
            Declare("Task<string> RunAsync(CancellationToken cancellationToken = default);", "{|FH1003:null!|}, \"production\""),
        ["FH1003 blank variant"] =
            Declare("Task<string> RunAsync(CancellationToken cancellationToken = default);", "\"brief\", {|FH1003:\" \"|}"),
        ["FH1003 white space around a variant given by name"] =
            Declare("Task<string> RunAsync(CancellationToken cancellationToken = default);",
            "variant: {|FH1003:\"production \"|}, deployment: \"brief\""),
        ["FH1003 zero width space"] =
            Declare("Task<string> RunAsync(CancellationToken cancellationToken = default);", "{|FH1003:\"brief\\u200b\"|}, \"production\""),
        ["FH1003 hyphen that is none"] = Declare("Task<string> RunAsync(CancellationToken cancellationToken = default);",
            "{|FH1003:\"research\\u2011brief\"|}, \"production\""),
        ["FH1003 half a character"] =
            Declare("Task<string> RunAsync(CancellationToken cancellationToken = default);", "\"brief\", {|FH1003:\"\\ud800\"|}"),
        ["FH1002 said once of a type with three interfaces in it"] = """
            public class {|FH1002:Outer|}
            {
                [FetchHiveDeployment("a", "b")] public partial interface IA { Task<string> RunAsync(CancellationToken cancellationToken = default); }
                [FetchHiveDeployment("a", "b")] public partial interface IB { Task<string> RunAsync(CancellationToken cancellationToken = default); }
                public static partial class Inner { [FetchHiveDeployment("a", "b")] public partial interface IC { Task<string> RunAsync(CancellationToken cancellationToken = default); } }
            }
            """,
        ["FH1016 and a type that would need the context"] = Declare(
            "Task<Shape> RunAsync(Shape shape, CancellationToken cancellationToken = default);",
            "\"brief\", \"production\", JsonContext = {|FH1016:typeof(Shape)|}")
            + "[JsonPolymorphic] public class Shape { }",
        ["FH1004 generic"] = """
            [FetchHiveDeployment("brief", "production")]
            public partial interface {|FH1004:IBrief|}<in T> { Task<string> RunAsync(CancellationToken cancellationToken = default); }
            static class Use
            {
                public static IBrief<int> Direct(FetchHiveClient client) => IBrief<int>.Create(client);
            }
            """,
        ["FH1004 in a generic type"] = """
            public partial class Outer<T>
            {
                [FetchHiveDeployment("brief", "production")]
                public partial interface {|FH1004:IBrief|} { Task<string> RunAsync(CancellationToken cancellationToken = default); }
            }
            static class Use
            {
                public static Outer<int>.IBrief Direct(FetchHiveClient client) => Outer<int>.IBrief.Create(client);
            }
            """,
        ["FH1005 property"] = Declare("string {|FH1005:Name|} { get; }"),
        ["FH1005 indexer"] = Declare("string {|FH1005:this|}[int index] { get; }"),
        ["FH1005 event"] = Declare("event EventHandler {|FH1005:Changed|};"),
        ["FH1005 static abstract method"] =
            Declare("static abstract Task<string> {|FH1005:RunAsync|}(CancellationToken cancellationToken = default);"),
        ["FH1006 generic method"] =
            Declare("Task<string> {|FH1006:RunAsync|}<T>(string topic, CancellationToken cancellationToken = default);"),
        ["FH1007 void"] = Declare("{|FH1007:void|} Run(CancellationToken cancellationToken = default);"),
        ["FH1007 not a task"] = Declare("{|FH1007:string|} Run(CancellationToken cancellationToken = default);"),
        ["FH1007 a task of a task"] = Declare("{|FH1007:Task<Task<string>>|} Run(CancellationToken cancellationToken = default);"),
        ["FH1007 an envelope of an envelope"] =
            Declare("{|FH1007:Task<WorkflowRun<WorkflowRun<string>>>|} Run(CancellationToken cancellationToken = default);"),
        ["FH1008 ref"] = Declare("Task<string> RunAsync(ref {|FH1008:string|} topic, CancellationToken cancellationToken = default);"),
        ["FH1008 out"] = Declare("Task<string> RunAsync(out {|FH1008:string|} topic, CancellationToken cancellationToken = default);"),
        ["FH1008 in"] = Declare("Task<string> RunAsync(in {|FH1008:int|} count, CancellationToken cancellationToken = default);"),
        ["FH1009 two tokens"] = Declare("Task<string> RunAsync(CancellationToken one, CancellationToken {|FH1009:two|});"),
        ["FH1009 two users"] = Declare(
            "Task<string> RunAsync([User] string one, [User] string {|FH1009:two|}, CancellationToken cancellationToken = default);"),
        ["FH1009 two callback URLs"] =
            Declare("Task<AcceptedRun<string>> StartAsync([CallbackUrl] Uri one, [CallbackUrl] Uri {|FH1009:two|}, CancellationToken "
                + "cancellationToken = default);"),
        ["FH1011 file-local"] = """
            [FetchHiveDeployment("brief", "production")]
            file partial interface {|FH1011:IBrief|} { Task<string> RunAsync(CancellationToken cancellationToken = default); }
            """,
        ["FH1011 in a file-local type"] = """
            file static partial class Outer
            {
                [FetchHiveDeployment("brief", "production")]
                internal partial interface {|FH1011:IBrief|} { Task<string> RunAsync(CancellationToken cancellationToken = default); }
            }
            """,
        ["FH1013 input and metadata"] =
            Declare(
            "Task<string> RunAsync([Input(\"a\"), {|FH1013:Metadata|}] string topic, CancellationToken cancellationToken = default);"),
        ["FH1013 a token as metadata"] =
            Declare("Task<string> RunAsync([{|FH1013:Metadata|}] CancellationToken cancellationToken = default);"),
        ["FH1015 user"] = Declare("Task<string> RunAsync([User] {|FH1015:int|} user, CancellationToken cancellationToken = default);"),
        ["FH1016 not a context"] = Declare(
            "Task<string> RunAsync(CancellationToken cancellationToken = default);",
            "\"brief\", \"production\", JsonContext = {|FH1016:typeof(string)|}"),
        ["FH1016 the abstract context"] = Declare(
            "Task<string> RunAsync(CancellationToken cancellationToken = default);",
            "\"brief\", \"production\", JsonContext = {|FH1016:typeof(JsonSerializerContext)|}"),
        ["FH1018 a tool without Microsoft.Extensions.AI"] =
            Declare("[{|FH1018:AgentTool|}] Task<string> RunAsync(string topic, CancellationToken cancellationToken = default);"),
        ["FH2001 stream"] = Declare("Task<string> RunAsync({|FH2001:Stream|} content, CancellationToken cancellationToken = default);"),
        ["FH2001 generic type that never ends"] =
            Declare("Task<string> RunAsync({|FH2001:Grow<int>|} grow, CancellationToken cancellationToken = default);")
            + "public sealed class Grow<T> { public Grow<Grow<T>>? Left { get; set; } public Grow<List<T>>? Right { get; set; } }",
        ["FH2001 generic type that doubles"] =
            Declare("Task<string> RunAsync({|FH2001:Twice<int>|} twice, CancellationToken cancellationToken = default);")
            + "public sealed class Twice<T> { public Twice<Pair<T, T>>? Next { get; set; } } public sealed class Pair<T1, T2>;",
        ["FH2002 object"] = Declare("Task<string> RunAsync({|FH2002:object|} any, CancellationToken cancellationToken = default);"),
        ["FH2003 same name"] = Declare("Task<string> RunAsync(string topic, [Input(\"topic\")] string {|FH2003:subject|}, "
            + "CancellationToken cancellationToken = default);"),
        ["FH2004 empty name"] =
            Declare("Task<string> RunAsync([Input({|FH2004:\"\"|})] string topic, CancellationToken cancellationToken = default);"),
        ["FH2004 white space around the name"] =
            Declare("Task<string> RunAsync([Input({|FH2004:\"topic \"|})] string topic, CancellationToken cancellationToken = default);"),
        ["FH2004 half a character"] =
            Declare("Task<string> RunAsync([Input({|FH2004:\"\\ud800\"|})] string topic, CancellationToken cancellationToken = default);"),
        ["FH2004 a property without a name"] =
            Declare("Task<string> RunAsync({|FH2004:Odd|} odd, CancellationToken cancellationToken = default);")
            + "public sealed record Odd([property: JsonPropertyName(\"\")] string Name);",
        ["FH2001 progress"] = Declare(
            "Task<string> RunAsync(string topic, {|FH2001:IProgress<int>|} progress, CancellationToken cancellationToken = default);"),
        ["FH2005 two dimensions"] =
            Declare("Task<string> RunAsync({|FH2005:int[,]|} grid, CancellationToken cancellationToken = default);"),
        ["FH2006 dictionary keys"] = Declare(
            "Task<string> RunAsync({|FH2006:Dictionary<Company, int>|} counts, CancellationToken cancellationToken = default);") + Dto,
        ["FH2008 converter"] = Declare("Task<string> RunAsync({|FH2008:Odd|} odd, CancellationToken cancellationToken = default);") + """

            [JsonConverter(typeof(OddConverter))] public sealed record Odd(string Name);
            public sealed class OddConverter : JsonConverter<Odd>
            {
                public override Odd Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => throw new NotSupportedException();
                public override void Write(Utf8JsonWriter writer, Odd value, JsonSerializerOptions options) => throw new NotSupportedException();
            }
            """,
        ["FH2013 a private member"] = Declare("Task<string> RunAsync({|FH2013:Odd|} odd, CancellationToken cancellationToken = default);")
            + "public sealed class Odd { [JsonInclude] private int Number { get; set; } public int Other { get; set; } }",
        ["FH2010 text of a list"] = Declare(
            "Task<string> RunAsync([Input(AsText = true)] {|FH2010:int[]|} counts, CancellationToken cancellationToken = default);"),
        ["FH3001 collection"] =
            Declare("Task<string> RunAsync([Metadata] {|FH3001:string[]|} tags, CancellationToken cancellationToken = default);"),
        ["FH3002 object in metadata"] =
            Declare("Task<string> RunAsync([Metadata] {|FH3002:Caller|} caller, CancellationToken cancellationToken = default);")
            + "public sealed record Caller(Company Company);" + Dto,
        ["FH3003 dictionary of anything"] =
            Declare(
            "Task<string> RunAsync([Metadata] {|FH3003:Dictionary<string, object>|} bag, CancellationToken cancellationToken = default);"),
        ["FH3004 key used twice"] =
            Declare("Task<string> RunAsync([Metadata] string plan, [Metadata(\"plan\")] {|FH3004:string|} other, CancellationToken "
                + "cancellationToken = default);"),
        ["FH3004 white space around the key"] =
            Declare("Task<string> RunAsync([Metadata({|FH3004:\" plan\"|})] string plan, CancellationToken cancellationToken = default);"),
        ["FH3004 half a character"] = Declare(
            "Task<string> RunAsync([Metadata({|FH3004:\"\\udc00\"|})] string plan, CancellationToken cancellationToken = default);"),
        ["FH3004 a property with an invisible character"] =
            Declare("Task<string> RunAsync([Metadata] {|FH3004:Caller|} caller, CancellationToken cancellationToken = default);")
            + "public sealed record Caller([property: JsonPropertyName(\"plan\\ufeff\")] string Plan);",
        ["FH4001 an unmarked callback URL"] =
            Declare("Task<AcceptedRun<string>> {|FH4001:StartAsync|}(Uri callbackUrl, CancellationToken cancellationToken = default);"),
        ["FH4001 no callback URL"] =
            Declare("Task<AcceptedRun<string>> {|FH4001:StartAsync|}(CancellationToken cancellationToken = default);"),
        ["FH4002 callback URL and an output"] =
            Declare("{|FH4002:Task<string>|} RunAsync([CallbackUrl] Uri url, CancellationToken cancellationToken = default);"),
        ["FH4003 callback URL of another type"] =
            Declare(
            "Task<AcceptedRun<string>> StartAsync([CallbackUrl] {|FH4003:int|} url, CancellationToken cancellationToken = default);"),
        ["FH4008 nullable callback URL"] =
            Declare(
            "Task<AcceptedRun<string>> StartAsync([CallbackUrl] {|FH4008:string?|} url, CancellationToken cancellationToken = default);"),
        ["FH4008 callback URL that may be left out"] =
            Declare("Task<AcceptedRun<string>> StartAsync([CallbackUrl] {|FH4008:Uri|} url = null!, CancellationToken cancellationToken "
                + "= default);"),
        ["FH4004 one image"] = Declare("{|FH4004:Task<ImageAsset>|} RunAsync(CancellationToken cancellationToken = default);"),
        ["FH4004 several images"] = Declare("{|FH4004:Task<List<ImageOutput>>|} RunAsync(CancellationToken cancellationToken = default);"),
        ["FH4004 half a character in a name"] = Declare("{|FH4004:Task<Answer>|} RunAsync(CancellationToken cancellationToken = default);")
            + "public sealed record Answer([property: JsonPropertyName(\"\\ud800\")] string Text);",
        ["FH4004 a required member that is ignored"] =
            Declare("{|FH4004:Task<Answer>|} RunAsync(CancellationToken cancellationToken = default);")
            + "public sealed class Answer { [JsonIgnore] public required string Key { get; set; } public string? Name { get; set; } }",
        ["FH4004 unreadable output"] = Declare("{|FH4004:Task<Stream>|} RunAsync(CancellationToken cancellationToken = default);"),
        ["FH4004 generic output that never ends"] =
            Declare("{|FH4004:Task<Grow<int>>|} RunAsync(CancellationToken cancellationToken = default);")
            + "public sealed class Grow<T> { public Grow<Grow<T>>? Left { get; set; } public Grow<List<T>>? Right { get; set; } }",
    };

    /// <summary>Correct code that nearly breaks a rule, by name. Nothing may be reported.</summary>
    public static IReadOnlyDictionary<string, string> Correct { get; } = new Dictionary<string, string>
    {
        ["no CancellationToken on a default-bodied method"] =
            Declare("Task<string> RunAsync(CancellationToken cancellationToken = default); Task<string> AgainAsync() => RunAsync();"),
        ["a property with a body"] = Declare("Task<string> RunAsync(CancellationToken cancellationToken = default); string Name => "
            + "\"brief\"; static int Count { get; set; }"),
        ["an event with a body"] = Declare("event EventHandler Changed { add { } remove { } }"),
        ["a generic method with a body"] = Declare("T Same<T>(T value) => value;"),
        ["a private helper by reference"] = Declare("private static void Fill(ref int number, out int other) { other = number; }"),
        ["no methods"] = Declare(""),
        ["a generic base"] = "public interface IRuns<T> { Task<T> RunAsync(CancellationToken cancellationToken = default); }"
            + Declare("", bases: ": IRuns<string>"),
        ["an input of the name of metadata"] = Declare("Task<string> RunAsync(string plan, [Metadata(\"plan\")] string metadata, [User] "
            + "string user, CancellationToken cancellationToken = default);"),
        ["a token that stands first"] = Declare("Task<string> RunAsync(CancellationToken cancellationToken, string topic);"),
        ["a null user"] = Declare("Task<string> RunAsync([User] string? user = null, CancellationToken cancellationToken = default);"),
        ["a callback URL with a default"] = Declare("Task<AcceptedRun<string>> StartAsync([CallbackUrl] string url = "
            + "\"https://acme.example/callback\", CancellationToken cancellationToken = default);"),
        ["a generic type that comes back to itself"] =
            Declare("Task<Page<Page<Company>>> RunAsync(Page<Company> page, CancellationToken cancellationToken = default);")
            + "public sealed class Page<T> { public List<T> Items { get; set; } = []; public Page<T>? Next { get; set; } }" + Dto,
        ["a parameter that promises not to be null afterwards"] =
            Declare("Task<string> RunAsync([System.Diagnostics.CodeAnalysis.NotNull] string? topic, CancellationToken cancellationToken "
                + "= default);"),
        ["names in other scripts"] = Declare(
            "Task<string> RunAsync([Input(\"\u30c6\u30fc\u30de\")] string topic, [Input(\"\u0442\u0435\u043c\u0430\")] string other, "
            + "CancellationToken cancellationToken = default);",
            "\"API-\u043e\u0442\u0447\u0451\u0442\", \"\u65e5\u672c\""),
        ["a private setter that is included"] =
            Declare("Task<Answer> RunAsync(Answer answer, CancellationToken cancellationToken = default);")
            + "public sealed class Answer { [JsonInclude] public int Number { get; private set; } [JsonInclude] internal int Other { "
                + "get; set; } }",
        ["a required member that the constructor sets"] = Declare("Task<Answer> RunAsync(CancellationToken cancellationToken = default);")
            + "public sealed class Answer { [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public Answer() => Key = \"\"; "
                + "[JsonIgnore] public required string Key { get; set; } public string? Name { get; set; } }",
        ["a recursive record"] = Declare("Task<Node> RunAsync(Node node, CancellationToken cancellationToken = default);")
            + "public sealed record Node(string Name, IReadOnlyList<Node> Children);",
    };

    private static string Declare(string members, string names = "\"brief\", \"production\"", string bases = "") => $$"""
        [FetchHiveDeployment({{names}})]
        public partial interface IBrief {{bases}}
        {
            {{members}}
        }
        {{Use}}

        """;
}
