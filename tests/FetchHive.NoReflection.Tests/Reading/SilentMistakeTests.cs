using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.NoReflection.Tests.Reading;

public sealed record Optionals
{
    public string? Title { get; set; }

    public int? Count { get; init; }

    public Size? Size { get; set; }

    public double Score { get; set; }

    public float? Weight { get; set; }

    public List<string>? Words { get; set; }

    public IReadOnlyList<string?>? WordsOrNull { get; set; }

    public List<List<string>>? Lists { get; set; }

    public List<List<string>?>? ListsOrNull { get; set; }

    public string[]? Array { get; set; }

    public ImmutableArray<Uri>? Addresses { get; set; }

    public HashSet<string>? Set { get; set; }

    public Queue<Optionals>? Queue { get; set; }

    public Names? Names { get; set; }

    public Dictionary<string, string>? Labels { get; set; }

    public IReadOnlyDictionary<string, string?>? LabelsOrNull { get; set; }

    public Dictionary<string, List<string>>? Groups { get; set; }

    public Dictionary<Size, int>? BySize { get; set; }

    public Dictionary<int, int>? ByNumber { get; set; }

    public List<Size>? Sizes { get; set; }

    public List<double>? Scores { get; set; }

    public Extras Extras { get; set; }

    public Optionals? Inner { get; set; }

    public Rest? Rest { get; set; }

    public JsonElement? Any { get; set; }
}

public sealed class Names : List<string>;

public sealed class Rest
{
    public string? Known { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}

public sealed class Page<T>
{
    public List<T>? Items { get; set; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Known), "known")]
[JsonDerivedType(typeof(Nothing), "nothing")]
public class Answered
{
    public string? Note { get; set; }
}

public sealed class Known : Answered
{
    public int? Value { get; set; }
}

public sealed class Nothing : Answered;

[JsonSerializable(typeof(Answered))]
[JsonSerializable(typeof(List<Answered>))]
internal sealed partial class AnsweredContext : JsonSerializerContext;

[FetchHiveDeployment(Hive.Deployment, Hive.Variant, JsonContext = typeof(AnsweredContext))]
internal partial interface IReadAnswered
{
    Task<Answered> One(CancellationToken cancellationToken);

    Task<List<Answered>> Several(CancellationToken cancellationToken);
}

[FetchHiveDeployment(Hive.Deployment, Hive.Variant)]
public partial interface IReadStrictly
{
    Task<Optionals> Optionals(CancellationToken cancellationToken);

    Task<List<string>> Words(CancellationToken cancellationToken);

    Task<List<string?>> WordsOrNull(CancellationToken cancellationToken);

    Task<Dictionary<string, string>> Labels(CancellationToken cancellationToken);

    Task<Page<string>> Page(CancellationToken cancellationToken);

    Task<double> Score(CancellationToken cancellationToken);

    Task<Size> Size(CancellationToken cancellationToken);
}

/// <summary>Mistakes that System.Text.Json accepts silently.</summary>
public sealed class SilentMistakeTests : HiveTests
{
    private IReadStrictly Reads => IReadStrictly.Create(Hive.Client);

    private static CancellationToken Token => Hive.CancellationToken;

    [Theory]

    // Enums.
    [InlineData("""{"size":"Small, Large"}""", "$.output.size", "FetchHive.NoReflection.Tests.Reading.Size")]
    [InlineData("""{"size":7}""", "$.output.size", "FetchHive.NoReflection.Tests.Reading.Size")]
    [InlineData("""{"size":-1}""", "$.output.size", "FetchHive.NoReflection.Tests.Reading.Size")]
    [InlineData("""{"size":"7"}""", "$.output.size", "FetchHive.NoReflection.Tests.Reading.Size")]
    [InlineData("""{"sizes":["Small","Small,Small"]}""", "$.output.sizes[1]", "FetchHive.NoReflection.Tests.Reading.Size")]
    [InlineData("""{"by_size":{"Small":1,"7":2}}""", "$.output.by_size.7", "FetchHive.NoReflection.Tests.Reading.Size")]
    [InlineData("""{"by_size":{"Small, Large":1}}""", "$.output.by_size['Small, Large']", "FetchHive.NoReflection.Tests.Reading.Size")]
    [InlineData("""{"extras":8}""", "$.output.extras", "FetchHive.NoReflection.Tests.Reading.Extras")]
    [InlineData("""{"extras":"9"}""", "$.output.extras", "FetchHive.NoReflection.Tests.Reading.Extras")]

    // Numbers.
    [InlineData("""{"score":1e999}""", "$.output.score", "double")]
    [InlineData("""{"score":-1e999}""", "$.output.score", "double")]
    [InlineData("""{"weight":1e39}""", "$.output.weight", "float")]
    [InlineData("""{"scores":[1,1e400]}""", "$.output.scores[1]", "double")]

    // Nulls in collections.
    [InlineData("""{"words":["a",null]}""", "$.output.words[1]", "string")]
    [InlineData("""{"lists":[["a"],null]}""", "$.output.lists[1]", "List<string>")]
    [InlineData("""{"lists":[["a",null]]}""", "$.output.lists[0][1]", "string")]
    [InlineData("""{"lists_or_null":[null,[null]]}""", "$.output.lists_or_null[1][0]", "string")]
    [InlineData("""{"array":[null]}""", "$.output.array[0]", "string")]
    [InlineData("""{"addresses":[null]}""", "$.output.addresses[0]", "Uri")]
    [InlineData("""{"set":["a",null]}""", "$.output.set[1]", "string")]
    [InlineData("""{"queue":[null]}""", "$.output.queue[0]", "FetchHive.NoReflection.Tests.Reading.Optionals")]
    [InlineData("""{"names":[null]}""", "$.output.names[0]", "string")]
    [InlineData("""{"labels":{"a b":null}}""", "$.output.labels['a b']", "string")]
    [InlineData("""{"groups":{"a":null}}""", "$.output.groups.a", "List<string>")]
    [InlineData("""{"groups":{"a":[null]}}""", "$.output.groups.a[0]", "string")]

    // A name that appears twice.
    [InlineData("""{"count":1,"Count":2}""", "$.output.Count", "int?")]
    [InlineData("""{"count":1,"count":1}""", "$.output.count", "int?")]
    [InlineData("""{"inner":{"title":"a","c\u006funt":1,"COUNT":null}}""", "$.output.inner.COUNT", "int?")]
    [InlineData("""{"size":"Small","title":"a","count":1,"title":"b"}""", "$.output.title", "string")]
    [InlineData("""{"count":1,"size":"Small","other":3,"count":4}""", "$.output.count", "int?")]
    [InlineData("""{"labels":{"a":"1","a":"2"}}""", "$.output.labels.a", "string")]
    [InlineData("""{"by_size":{"Small":1,"small":2}}""", "$.output.by_size.small", "int")]
    [InlineData("""{"by_number":{"1":1,"01":2}}""", "$.output.by_number.01", "int")]

    // No known name.
    [InlineData("""{"error":"no credits"}""", "$.output", "FetchHive.NoReflection.Tests.Reading.Optionals")]
    [InlineData("""{"title":"a","inner":{"error":"no credits"}}""", "$.output.inner", "FetchHive.NoReflection.Tests.Reading.Optionals")]
    [InlineData("""{"queue":[{"title":"a"},{"error":1}]}""", "$.output.queue[1]", "FetchHive.NoReflection.Tests.Reading.Optionals")]
    public async Task Wrong_output_is_refused_with_its_path_its_type_and_the_text(string output, string path, string expected)
    {
        foreach (string sent in (string[])[output, Quote(output), Quote($"Here:\n```json\n{output}\n```")])
        {
            Hive.RespondNext(sent);
            FetchHiveResponseException exception = await Assert.ThrowsAsync<FetchHiveResponseException>(() => Reads.Optionals(Token));

            Assert.Equal((path, expected), (exception.JsonPath, exception.Expected));
            Assert.Contains($"expected {expected} at {path}, and ", exception.Message, StringComparison.Ordinal);
            Assert.Contains(output, exception.OutputText, StringComparison.Ordinal);
            Assert.DoesNotContain("no credits", exception.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"title":null,"size":null,"extras":0}""")]
    [InlineData("""{"extras":3,"size":"very big"}""")]
    [InlineData("""{"title":"a","other":1,"OTHER":2}""")]
    [InlineData("""{"inner":{},"queue":[{}]}""")]
    [InlineData("""{"words_or_null":[null],"lists_or_null":[null],"labels_or_null":{"a":null}}""")]
    [InlineData("""{"labels":{"a":"1","A":"2"}}""")]
    [InlineData("""{"by_size":{"Small":1,"Large":2}}""")]
    [InlineData("""{"rest":{"other":1}}""")]
    [InlineData("""{"any":{"a":1,"a":2,"x":[null]}}""")]
    [InlineData("""{"score":1.7976931348623157e308,"weight":1e-60}""")]
    public async Task Correct_output_is_read(string output)
    {
        Hive.RespondNext(output);
        Assert.NotNull(await Reads.Optionals(Token));
        Hive.RespondNext(Quote(output));
        Assert.NotNull(await Reads.Optionals(Token));
    }

    [Fact]
    public async Task The_output_itself_is_checked_like_a_member()
    {
        Assert.Equal("$.output[1]", (await Refused(Reads.Words, """["a",null]""")).JsonPath);
        Assert.Equal("$.output.a", (await Refused(Reads.Labels, """{"a":null}""")).JsonPath);
        Assert.Equal("$.output", (await Refused(Reads.Score, "1e999")).JsonPath);
        Assert.Equal("$.output", (await Refused(Reads.Score, "\"1e999\"")).JsonPath);
        Assert.Equal("$.output", (await Refused(Reads.Size, "\"Small, Large\"")).JsonPath);
        Assert.Equal("$.output", (await Refused(Reads.Size, "7")).JsonPath);

        Hive.RespondNext("[null]");
        Assert.Null(Assert.Single(await Reads.WordsOrNull(Token)));

        // Page<string> and Page<string?> are the same type at run time.
        Hive.RespondNext("""{"items":["a",null]}""");
        Assert.Equal(2, (await Reads.Page(Token)).Items!.Count);
    }

    [Fact]
    public async Task A_discriminator_may_be_anywhere_and_its_type_is_checked()
    {
        IReadAnswered reads = IReadAnswered.Create(Hive.Client);
        Hive.RespondNext("""{"value":1,"note":"n","kind":"known"}""");
        Known known = Assert.IsType<Known>(await reads.One(Token));
        Assert.Equal((1, "n"), (known.Value, known.Note));
        Hive.RespondNext("""[{"kind":"nothing"},{"other":1,"kind":"nothing"},{"value":2.0,"kind":"known"}]""");
        Assert.Equal(2, Assert.IsType<Known>((await reads.Several(Token))[2]).Value);

        Assert.Equal("$.output[1]", (await Refused(reads.Several, """[{"note":"a"},{"error":1}]""")).JsonPath);
        Assert.Equal("$.output[0].Value", (await Refused(reads.Several, """[{"kind":"known","value":1,"Value":2}]""")).JsonPath);
    }

    private async Task<FetchHiveResponseException> Refused<T>(Func<CancellationToken, Task<T>> read, string output)
    {
        Hive.RespondNext(output);
        return await Assert.ThrowsAsync<FetchHiveResponseException>(() => read(Token));
    }

    private static string Quote(string text) => "\"" + JsonEncodedText.Encode(text) + "\"";
}
