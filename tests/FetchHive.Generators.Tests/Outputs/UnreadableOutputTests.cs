using System.Threading.Tasks;
using FetchHive.Generators.Analyzers;
using FetchHive.Generators.Rules;
using FetchHive.Generators.Tests.Kit;

namespace FetchHive.Generators.Tests.Outputs;

/// <summary>The messages for output types that can't be read: the path, and what to do instead.</summary>
public sealed class UnreadableOutputTests
{
    private const string NoShape = "it doesn't define its shape; use JsonElement for any JSON";
    private const string NoForm = "it has no JSON form; use a record, or JsonElement for any JSON";
    private const string NotMade = "an interface or abstract class can't be created; use a concrete type";
    private const string NoConstructor = "it has no constructor to use; give it one public constructor, or mark one with [JsonConstructor]";
    private const string NoCollection = "a collection of this type can't be created; use List<T>, T[], IReadOnlyList<T> or HashSet<T>";
    private const string NoElements = "it doesn't define its elements; use a collection of a concrete type";
    private const string OfFramework = "it is a framework type that can't be read from JSON; use your own record";
    private const string ReadOnly = "it is read-only; use a collection that can be added to, such as List<T> or Dictionary<string, T>";
    private const string NameContext = "; name a JsonSerializerContext that knows it with JsonContext = typeof(…)";

    [Theory]
    [InlineData("IShape", NotMade)]
    [InlineData("AbstractShape", NotMade)]
    [InlineData("Callback", NoForm)]
    [InlineData("System.Action", NoForm, "Action")]
    [InlineData("(int Left, int Right)", NoForm)]
    [InlineData("System.IO.Stream", NoForm, "Stream")]
    [InlineData("System.IO.MemoryStream", NoForm, "MemoryStream")]
    [InlineData("System.Exception", NoForm, "Exception")]
    [InlineData("System.Type", NoForm, "Type")]
    [InlineData("System.Numerics.BigInteger", NoForm, "BigInteger")]
    [InlineData("System.Collections.Generic.IAsyncEnumerable<int>", "workflows don't stream; use IReadOnlyList<int>",
        "IAsyncEnumerable<int>")]
    [InlineData("object", NoShape)]
    [InlineData("dynamic", NoShape)]
    [InlineData("int[,]", "a multi-dimensional array has no JSON form; use a jagged array")]
    [InlineData("System.Collections.IEnumerable", NoElements, "IEnumerable")]
    [InlineData("System.Collections.ArrayList", NoElements, "ArrayList")]
    [InlineData("System.Collections.Hashtable", NoElements, "Hashtable")]
    [InlineData("IReadOnlySet<int>", NoCollection)]
    [InlineData("System.Collections.ObjectModel.ReadOnlyCollection<int>", ReadOnly, "ReadOnlyCollection<int>")]
    [InlineData("NoParameterlessList", NoCollection)]
    [InlineData("System.Collections.ObjectModel.ReadOnlyDictionary<string, int>", ReadOnly, "ReadOnlyDictionary<string, int>")]
    [InlineData("Dictionary<Widget, int>", "a dictionary's keys must be strings, enums, numbers or Guids")]
    [InlineData("System.Text.StringBuilder", OfFramework, "StringBuilder")]
    [InlineData("System.Globalization.CultureInfo", OfFramework, "CultureInfo")]
    [InlineData("MetadataValue", "it is for metadata that is sent; use JsonElement")]
    [InlineData("PrivateConstructor", NoConstructor)]
    [InlineData("TwoConstructors", NoConstructor)]
    [InlineData("PrivateMarked", "generated code can't call its constructor that is marked with [JsonConstructor]; make that public or "
        + "internal")]
    [InlineData("Unbound", "its constructor's parameter 'total' matches no property by name and type")]
    [InlineData("BoundToOtherType", "its constructor's parameter 'total' matches no property by name and type")]
    [InlineData("SameNames", "'Left' and 'Right' are both read from 'side'; name one with [JsonPropertyName]")]
    [InlineData("SameNamesByCase", "'Url' and 'URL' are both read from 'url'; name one with [JsonPropertyName]")]
    [InlineData("Converted", "it has a custom converter" + NameContext)]
    [InlineData("TextOfGrade", "it has a custom converter on 'Grade'" + NameContext)]
    [InlineData("Polymorphic", "it is polymorphic" + NameContext)]
    [InlineData("Populated", "it has [JsonObjectCreationHandling(Populate)]" + NameContext)]
    [InlineData("PopulatedMember", "it has [JsonObjectCreationHandling(Populate)] on 'Items'" + NameContext)]
    [InlineData("NonPublicSetter<int>", "its setter of 'Count' isn't public; make it public, or take the value in a constructor")]
    [InlineData("ReferenceParameter", "its constructor's parameter 'count' is taken by reference; take it by value")]
    [InlineData("IgnoredRequired", "its required member 'Count' is never read, because of [JsonIgnore]; remove one of the two")]
    [InlineData("RequiredField", "its required member 'Count' is a field, which isn't read; mark it [JsonInclude], or make it a property")]
    [InlineData("RequiredInList", "its required member 'Name' is never set, because the JSON of a collection has only its elements; remove "
        + "required, or use a collection without members")]
    [InlineData("System.ArraySegment<int>", ReadOnly, "ArraySegment<int>")]
    [InlineData("NoParameterlessMap", "a dictionary of this type can't be created; use Dictionary<string, T>")]
    [InlineData("NeverSet", "its member 'Count' is [JsonRequired] and is never set from JSON; give it a public setter without "
        + "[JsonIgnore], or remove [JsonRequired]")]
    [InlineData("TwoExtensions", "'First' and 'Second' are both extension data; keep one")]
    [InlineData("Blank", "the name of its member 'None' is empty; write the name that the workflow knows it by")]
    [InlineData("ExtensionOfObjects", "it has extension data ('Rest') that isn't a dictionary of JsonElement" + NameContext)]
    public async Task An_output_that_cannot_be_read_is_refused_with_advice(string type, string advice, string? shown = null) =>
        await VerifyAsync(type, "RunAsync", shown ?? type, advice);

    [Theory]
    [InlineData("List<IShape>", "RunAsync[]", "IShape", NotMade)]
    [InlineData("Dictionary<string, object[]>", "RunAsync[][]", "object", NoShape)]
    [InlineData("Brief", "RunAsync.Sections[].Body", "Stream", NoForm)]
    [InlineData("Recursive", "RunAsync.Bad", "Action", NoForm)]
    [InlineData("HoldsConverted", "RunAsync.Inner", "Converted", "it has a custom converter" + NameContext)]
    [InlineData("HoldsParameter", "RunAsync.Shape", "IShape", NotMade)]
    public async Task A_mistake_deep_in_a_type_is_located_by_its_path(string type, string path, string shown, string advice) =>
        await VerifyAsync(type, path, shown, advice);

    [Theory]
    [InlineData("Task<WorkflowRun<object>>")]
    [InlineData("ValueTask<object>")]
    [InlineData("ValueTask<WorkflowRun<object?>>")]
    public async Task The_output_is_checked_inside_every_envelope(string returnType) =>
        await VerifyAsync(Declaration($"{{|#0:{returnType}|}} RunAsync(CancellationToken cancellationToken);"), "RunAsync", "object",
        NoShape, isSource: true);

    [Fact]
    public async Task An_accepted_run_promises_an_output_that_can_be_read() => await VerifyAsync(
        Declaration("{|#0:Task<AcceptedRun<object>>|} StartAsync([CallbackUrl] Uri callbackUrl, CancellationToken cancellationToken);"),
        "StartAsync",
        "object",
        NoShape,
        isSource: true);

    [Fact]
    public async Task A_mistake_in_a_type_is_reported_once_though_several_methods_return_it()
    {
        CSharpAnalyzerTest<DeploymentAnalyzer> test = New(Declaration("""
            {|#0:Task<Brief>|} FirstAsync(CancellationToken cancellationToken);
            Task<Brief> SecondAsync(CancellationToken cancellationToken);
            Task<List<Brief>> ThirdAsync(CancellationToken cancellationToken);
            """));
        test.ExpectedDiagnostics.Add(new DiagnosticResult(ResultRules.UnreadableOutput).WithLocation(0)
            .WithArguments("'Sections[].Body' in the output of 'FirstAsync'", "Stream", NoForm));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("Converted", "RunAsync", "Converted", "has a custom converter")]
    [InlineData("HoldsConverted", "RunAsync.Inner", "Converted", "has a custom converter")]
    [InlineData("List<Polymorphic>", "RunAsync[]", "Polymorphic", "is polymorphic")]
    [InlineData("ConvertedByAttributeClass", "RunAsync", "ConvertedByAttributeClass", "has a custom converter")]
    public async Task A_context_that_does_not_know_the_type_is_named(string type, string path, string shown, string reason)
    {
        CSharpAnalyzerTest<DeploymentAnalyzer> test = New(Declaration(
            $"{{|#0:Task<{type}>|}} RunAsync(CancellationToken cancellationToken);", ", JsonContext = typeof(Context)"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult(ResultRules.ContextDoesNotKnowOutput).WithLocation(0)
            .WithArguments(PlaceOf(path), shown, reason, "Context"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("KnownConverted")]
    [InlineData("List<KnownConverted>")]
    [InlineData("HoldsKnown")]
    [InlineData("IShape")]
    [InlineData("object")]
    public async Task What_the_context_knows_is_left_to_it(string type) =>
        await New(Declaration($"Task<{type}> RunAsync(CancellationToken cancellationToken);", ", JsonContext = typeof(Context)"))
        .RunAsync();

    /// <summary>A path in the form in which messages begin with it.</summary>
    private static string PlaceOf(string path)
    {
        int end = path.IndexOfAny(['.', '[']);
        return end < 0 ? $"The output of '{path}'" : $"'{path[end..].TrimStart('.')}' in the output of '{path[..end]}'";
    }

    private static async Task VerifyAsync(string typeOrSource, string path, string shown, string advice, bool isSource = false)
    {
        CSharpAnalyzerTest<DeploymentAnalyzer> test = New(isSource
            ? typeOrSource
            : Declaration($"{{|#0:Task<{typeOrSource}>|}} RunAsync(CancellationToken cancellationToken);"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult(ResultRules.UnreadableOutput).WithLocation(0)
            .WithArguments(PlaceOf(path), shown, advice));
        await test.RunAsync();
    }

    private static CSharpAnalyzerTest<DeploymentAnalyzer> New(string source)
    {
        CSharpAnalyzerTest<DeploymentAnalyzer> test = new() { TestCode = source };
        test.TestState.Sources.Add(Types);

        // A contract with an error still gets its surface, so the compiler adds no further errors.
        test.SourceGenerators.Add(typeof(FetchHiveGenerator));
        return test;
    }

    private static string Declaration(string methods, string attributeArguments = "") => $$"""
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using FetchHive;

        namespace Acme;

        [FetchHiveDeployment("brief", "test"{{attributeArguments}})]
        public partial interface IBrief
        {
            {{methods}}
        }
        """;

    private const string Types = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Text.Json;
        using System.Text.Json.Serialization;

        namespace Acme;

        public interface IShape { }
        public abstract class AbstractShape { }
        public delegate int Callback();
        public sealed record Widget(string Name);
        public sealed class NoParameterlessList : List<int> { public NoParameterlessList(string name) { } }
        public sealed class NoParameterlessMap : Dictionary<string, int> { public NoParameterlessMap(string name) { } }
        public sealed class PrivateConstructor { private PrivateConstructor() { } public int Count { get; set; } }
        public sealed class TwoConstructors
        {
            public TwoConstructors(int count) => Count = count;
            public TwoConstructors(int count, string name) => Count = count;
            public int Count { get; }
        }
        public sealed class PrivateMarked { [JsonConstructor] private PrivateMarked(int count) => Count = count; public int Count { get; } }
        public sealed class Unbound { public Unbound(int total) => Count = total; public int Count { get; } }
        public sealed class BoundToOtherType { public BoundToOtherType(int total) => Total = total; public long Total { get; } }
        public sealed class SameNames { [JsonPropertyName("side")] public int Left { get; set; } [JsonPropertyName("side")] public int Right { get; set; } }
        public sealed class SameNamesByCase { public string? Url { get; set; } public string? URL { get; set; } }
        [JsonConverter(typeof(Converter))] public sealed record Converted(string Text);
        [JsonConverter(typeof(KnownConverter))] public sealed record KnownConverted(string Text);
        public sealed record HoldsKnown(List<KnownConverted?> Inner);
        public sealed class Converter : JsonConverter<Converted>
        {
            public override Converted Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetString()!);
            public override void Write(Utf8JsonWriter writer, Converted value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
        }
        public sealed class KnownConverter : JsonConverter<KnownConverted>
        {
            public override KnownConverted Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetString()!);
            public override void Write(Utf8JsonWriter writer, KnownConverted value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
        }
        [JsonConverter(typeof(JsonNumberEnumConverter<Grade>))] public enum Grade { Good, Poor }
        public sealed record TextOfGrade([property: JsonConverter(typeof(JsonStringEnumConverter<Grade>))] Grade Grade);
        public sealed class OwnConverterAttribute : JsonConverterAttribute { }
        [OwnConverter] public sealed record ConvertedByAttributeClass(string Text);
        [JsonDerivedType(typeof(Leaf), "leaf")] public class Polymorphic { }
        public sealed class Leaf : Polymorphic { }
        [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public sealed class Populated { public List<int> Items { get; } = new(); }
        public sealed class PopulatedMember { [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public List<int> Items { get; } = new(); }
        public sealed class NonPublicSetter<T> { [JsonInclude] public T? Count { get; private set; } }
        public sealed class ReferenceParameter { public ReferenceParameter(ref int count) => Count = count; public int Count { get; } }
        public sealed class IgnoredRequired { [JsonIgnore] public required int Count { get; set; } }
        public sealed class RequiredField { public required int Count; }
        public sealed class RequiredInList : List<int> { public required string Name { get; set; } }
        public sealed class NeverSet { [JsonRequired] public int Count { get; private set; } }
        public sealed class TwoExtensions
        {
            [JsonExtensionData] public Dictionary<string, JsonElement>? First { get; set; }
            [JsonExtensionData] public Dictionary<string, JsonElement>? Second { get; set; }
        }
        public enum Blank { [JsonStringEnumMemberName("")] None }
        public sealed class ExtensionOfObjects { [JsonExtensionData] public Dictionary<string, object>? Rest { get; set; } }
        public sealed record Brief(string Title, List<Section> Sections);
        public sealed record Section(string Heading, Stream? Body);
        public sealed record Recursive(Recursive? Next, List<Recursive> Children, Action Bad);
        public sealed record HoldsConverted(Converted Inner);
        public sealed record HoldsParameter(IShape Shape);
        public static class Other { public sealed class JsonSerializableAttribute(Type type) : Attribute { public Type Type => type; } }

        [JsonSerializable(typeof(KnownConverted))]
        [JsonSerializable(typeof(IShape))]
        [Other.JsonSerializable(typeof(Converted))]
        [JsonSerializable(typeof(object))]
        public sealed class Context : JsonSerializerContext
        {
            public Context(JsonSerializerOptions? options) : base(options) { }
            public static Context Default { get; } = new(null);
            protected override JsonSerializerOptions? GeneratedSerializerOptions => null;
            public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null;
        }
        """;
}
