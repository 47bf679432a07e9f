using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;

using FetchHive.Contracts.Tests.Kit;

namespace FetchHive.Contracts.Tests;

public interface IHasTenant
{
    string TenantId { get; }
}

public interface IHasRegion
{
    string? Region { get; }
}

public interface IHasOtherRegion
{
    int? Region { get; }
}

public interface ITwoRegions : IHasRegion, IHasOtherRegion;

public sealed record TwoRegions : ITwoRegions
{
    string? IHasRegion.Region => "first";

    int? IHasOtherRegion.Region => 2;
}

public interface ICaller : IHasTenant, IHasRegion
{
    int Level { get; }

    bool IsTrial => Level == 0;
}

public sealed record ConcreteCaller(string TenantId, string? Region, int Level) : ICaller;

public record struct Trace(Guid TraceId, int? Attempt, Tone Tone, DateTimeOffset? At);

public sealed class Details
{
    [JsonPropertyName("Exact Key")]
    public string Renamed { get; init; } = "a";

    [JsonIgnore]
    public object? Ignored { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Optional { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Count { get; init; }

    [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
    public long Number { get; init; } = 1;

    [JsonPropertyOrder(-1)]
    public Uri? First { get; init; }

    public MetadataValue Value { get; init; } = 1.5;
}

public sealed class OnlyOptional
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? A { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int B { get; init; }
}

public class BaseCaller
{
    public string Name { get; init; } = "n";

    public virtual int Rank => 1;
}

public sealed class DerivedCaller : BaseCaller
{
    public override int Rank => 2;

    public new bool Name { get; init; } = true;
}

[FetchHiveDeployment(Hive.Deployment, Hive.Variant)]
public partial interface IMetadata :
    ISendsMetadata<string>, ISendsMetadata<char>, ISendsMetadata<bool>, ISendsMetadata<byte>, ISendsMetadata<int>, ISendsMetadata<long>,
    ISendsMetadata<ulong>,
    ISendsMetadata<Int128>, ISendsMetadata<Half>, ISendsMetadata<float>, ISendsMetadata<double>, ISendsMetadata<decimal>,
    ISendsMetadata<Guid>,
    ISendsMetadata<DateTime>, ISendsMetadata<DateTimeOffset>, ISendsMetadata<DateOnly>, ISendsMetadata<TimeOnly>, ISendsMetadata<TimeSpan>,
    ISendsMetadata<Uri>,
    ISendsMetadata<Version>, ISendsMetadata<Tone>, ISendsMetadata<Channels>, ISendsMetadata<Level>, ISendsMetadata<int?>,
    ISendsMetadata<bool?>, ISendsMetadata<Tone?>,
    ISendsMetadata<decimal?>, ISendsMetadata<DateOnly?>, ISendsMetadata<MetadataValue>, ISendsMetadata<MetadataValue?>,
    ISendsMetadata<CallerInfo>, ISendsMetadata<ICaller>, ISendsMetadata<ITwoRegions>, ISendsMetadata<Trace>, ISendsMetadata<Trace?>,
    ISendsMetadata<Details>, ISendsMetadata<DerivedCaller>, ISendsMetadata<OnlyOptional>,
    ISendsMetadata<Dictionary<string, MetadataValue>>, ISendsMetadata<IReadOnlyDictionary<string, MetadataValue>>,
    ISendsMetadata<ImmutableDictionary<string, MetadataValue>>,
    ISendsMetadata<IEnumerable<KeyValuePair<string, MetadataValue>>>, ISendsMetadata<KeyValuePair<string, MetadataValue>[]>,
    ISendsMetadata<Dictionary<string, string?>>, ISendsMetadata<Dictionary<string, double>>, ISendsMetadata<Dictionary<string, int?>>,
    ISendsMetadata<SortedDictionary<string, Tone>>,
    ISendsMetadata<IEnumerable<KeyValuePair<string, DateOnly?>>>, ISendsMetadata<List<KeyValuePair<string, decimal>>>,
    IMaybeMetadata<CallerInfo>, IMaybeMetadata<string>,
    IMaybeMetadata<Dictionary<string, int>>, IMaybeMetadata<Dictionary<string, MetadataValue>>,
    IMaybeMetadata<IEnumerable<KeyValuePair<string, int>>>
{
    Task SeveralAsync(
        string input, [Metadata] CallerInfo caller, [Metadata] Trace? trace, [Metadata] string? note, [Metadata("the order")] int order,
        [Metadata] Dictionary<string, MetadataValue> rest, [Metadata] Dictionary<string, int>? numbers,
        CancellationToken cancellationToken);

    Task DictionaryFirstAsync([Metadata] Dictionary<string, MetadataValue> rest, [Metadata] string? note, [Metadata] CallerInfo? caller,
        CancellationToken cancellationToken);

    Task SkippingAsync([Metadata] OnlyOptional optional, [Metadata] Dictionary<string, MetadataValue> rest,
        CancellationToken cancellationToken);

    Task GroupsAsync([Metadata] CallerInfo? caller, [Metadata] Trace? trace, [Metadata] Dictionary<string, string>? rest,
        CancellationToken cancellationToken);
}

public interface IMaybeMetadata<T>
{
    Task MaybeMetadataAsync([Metadata] T? value, CancellationToken cancellationToken);
}

public sealed class MetadataTests(Hive hive) : IClassFixture<Hive>
{
    private static readonly CallerInfo Caller = new("cus_123", "enterprise", false, 12, null);

    private static readonly Cases<IMetadata> Scalars = new(Sending.Metadata)
    {
        "ä\"",
        'c',
        true,
        (byte)1,
        int.MinValue,
        long.MaxValue,
        ulong.MaxValue,
        Int128.MaxValue,
        (Half)0.1,
        0.1f,
        -0.0,
        1.10m,
        Guid.Empty,
        DateTime.UnixEpoch,
        DateTimeOffset.UnixEpoch,
        DateOnly.MaxValue,
        TimeOnly.MaxValue,
        TimeSpan.MinValue,
        new Uri("/a", UriKind.Relative),
        new Version(1, 2),
        Tone.Ironic,
        Channels.Mail | Channels.Push,
        Level.Above,
        (int?)1,
        (int?)null,
        (bool?)null,
        (Tone?)Tone.Formal,
        (Tone?)null,
        (decimal?)1.10m,
        (DateOnly?)null,
    };

    private static readonly Cases<IMetadata> Groups = new(Sending.Metadata)
    {
        Caller,
        Caller with { Region = "eu" },
        new Trace(Guid.Empty, null, Tone.Ironic, null),
        (Trace?)new Trace(Guid.Empty, 1, Tone.Formal, DateTimeOffset.UnixEpoch),
        new OnlyOptional { A = "a" },
        new OnlyOptional { B = 1 },
        new DerivedCaller(),
        new Dictionary<string, string?> { ["a b"] = "x", ["日本"] = null },
        new Dictionary<string, double> { ["a"] = 0.1, ["b"] = -0.0 },
        new Dictionary<string, int?> { ["a"] = 1, ["b"] = null },
        new SortedDictionary<string, Tone> { ["b"] = Tone.Formal, ["a"] = Tone.Ironic },
    };

    public static TheoryData<string> ScalarNames => Scalars.Names;

    public static TheoryData<string> GroupNames => Groups.Names;

    [Theory]
    [MemberData(nameof(ScalarNames))]
    public async Task A_scalar_becomes_one_key(string name)
    {
        Body body = await hive.BodyOfAsync(client => Scalars[name].Send(IMetadata.Create(client)));

        Assert.Equal($$"""{"value":{{Scalars[name].Json}}}""", body.Metadata);
        Assert.Equal("{}", body.Inputs);
    }

    [Theory]
    [MemberData(nameof(GroupNames))]
    public async Task A_type_or_dictionary_becomes_one_key_each(string name)
    {
        Body body = await hive.BodyOfAsync(client => Groups[name].Send(IMetadata.Create(client)));

        Assert.Equal(Groups[name].Json, body.Metadata);
    }

    [Fact]
    public async Task A_null_value_is_sent_as_null()
    {
        Assert.Equal("""{"value":null}""", await MetadataAsync<string>(null!));
        Assert.Equal("""{"value":null}""", await MetadataAsync<Uri>(null!));
        Assert.Equal("""{"value":null}""", await MetadataAsync<MetadataValue>(default));
        Assert.Equal("""{"value":null}""", await MetadataAsync<MetadataValue?>(null));
        Assert.Equal("""{"value":1.10}""", await MetadataAsync<MetadataValue?>(1.10m));
        Body body =
            await hive.BodyOfAsync(client => ((IMaybeMetadata<string>)IMetadata.Create(client)).MaybeMetadataAsync(null, Hive.Token));
        Assert.Equal("""{"value":null}""", body.Metadata);
    }

    [Fact]
    public async Task An_interface_gives_its_own_and_inherited_properties()
    {
        Assert.Equal("""{"level":0,"is_trial":true,"tenant_id":"t","region":null}""",
            await MetadataAsync<ICaller>(new ConcreteCaller("t", null, 0)));
        Assert.Equal("""{"region":"first"}""", await MetadataAsync<ITwoRegions>(new TwoRegions()));
    }

    [Fact]
    public async Task Attributes_of_System_Text_Json_are_honoured()
    {
        Assert.Equal("""{"first":null,"Exact Key":"a","number":"1","value":1.5}""", await MetadataAsync(new Details()));
        Assert.Equal(
            """{"first":"/x","Exact Key":"b","optional":"o","count":2,"number":"3","value":null}""",
            await MetadataAsync(new Details
            {
                First = new Uri("/x", UriKind.Relative),
                Renamed = "b",
                Optional = "o",
                Count = 2,
                Number = 3,
                Value = null
            }));
    }

    [Fact]
    public async Task A_dictionary_of_values_is_copied()
    {
        Dictionary<string, MetadataValue> values = new()
        {
            ["text"] = "x",
            ["null"] = null,
            ["yes"] = true,
            ["int"] = int.MinValue,
            ["ulong"] = ulong.MaxValue,
            ["float"] = 0.1f,
            ["double"] = 1e17,
            ["decimal"] = 1.10m,
            ["camelCase"] = "k",
            ["white space"] = 1,
        };
        const string Json = """{"text":"x","null":null,"yes":true,"int":-2147483648,"ulong":18446744073709551615,"float":0.1,"double":"""
            + """1E+17,"decimal":1.10,"camelCase":"k","white space":1}""";
        KeyValuePair<string, MetadataValue>[] pairs = [.. values];

        Assert.Equal(Json, await MetadataAsync(values));
        Assert.Equal(Json, await MetadataAsync<IReadOnlyDictionary<string, MetadataValue>>(values));
        Assert.Equal(Json, await MetadataAsync<IEnumerable<KeyValuePair<string, MetadataValue>>>(pairs));
        Assert.Equal(Json, await MetadataAsync(pairs));
        Assert.Equal("""{"a":1}""", await MetadataAsync(ImmutableDictionary<string, MetadataValue>.Empty.Add("a", 1)));
        Assert.Equal("""{"a":"2026-04-03","b":null}""",
            await MetadataAsync<IEnumerable<KeyValuePair<string, DateOnly?>>>([new("a", new(2026, 4, 3)), new("b", null)]));
        Assert.Equal("""{"a":1.10}""", await MetadataAsync(new List<KeyValuePair<string, decimal>> { new("a", 1.10m) }));
    }

    [Fact]
    public async Task Several_groups_are_one_flat_object()
    {
        Body body = await hive.BodyOfAsync(client => IMetadata.Create(client).SeveralAsync(
            "i", Caller, new Trace(Guid.Empty, 1, Tone.Formal, null), null, 7, new() { ["extra"] = "x" }, new() { ["n"] = 1 }, Hive.Token));

        Assert.Equal(["deployment", "variant", "inputs", "metadata"], body.Keys);
        Assert.Equal("""{"input":"i"}""", body.Inputs);
        Assert.Equal(
            """{"customer_id":"cus_123","plan":"enterprise","trial":false,"invoice_count":12,"region":"""
            + """null,"trace_id":"00000000-0000-0000-0000-000000000000","attempt":1,"tone":"Formal","at":null,"note":null,"the """
            + """order":7,"extra":"x","n":1}""",
            body.Metadata);
    }

    [Fact]
    public async Task Metadata_is_left_out_when_there_is_nothing_in_it()
    {
        Assert.Null((await hive.BodyOfAsync(client => IMetadata.Create(client).GroupsAsync(null, null, null, Hive.Token))).Metadata);
        Assert.Null((await hive.BodyOfAsync(client => IMetadata.Create(client).GroupsAsync(null, null, [], Hive.Token))).Metadata);
        Assert.Null(await MetadataAsync(new Dictionary<string, MetadataValue>()));
        Assert.Null(await MetadataAsync(new Dictionary<string, double>()));
        Assert.Null(await MetadataAsync<IEnumerable<KeyValuePair<string, MetadataValue>>>([]));
        Assert.Null(await MetadataAsync<IEnumerable<KeyValuePair<string, DateOnly?>>>([]));
        Assert.Null(await MetadataAsync<Trace?>(null));
        Assert.Null(await MetadataAsync(new OnlyOptional()));
        Assert.Null(await MaybeAsync<CallerInfo>());
        Assert.Null(await MaybeAsync<Dictionary<string, int>>());
        Assert.Null(await MaybeAsync<Dictionary<string, MetadataValue>>());
        Assert.Null(await MaybeAsync<IEnumerable<KeyValuePair<string, int>>>());
    }

    [Fact]
    public async Task Null_for_a_group_that_is_not_nullable_is_refused_by_its_name()
    {
        await NullRefusedAsync<CallerInfo>();
        await NullRefusedAsync<ICaller>();
        await NullRefusedAsync<Dictionary<string, MetadataValue>>();
        await NullRefusedAsync<IEnumerable<KeyValuePair<string, DateOnly?>>>();
    }

    [Fact]
    public async Task A_duplicate_key_is_refused_whichever_comes_first()
    {
        await RefusedAsync(metadata => metadata.SeveralAsync("i", Caller, null, null, 1, new() { ["plan"] = 1 }, null, Hive.Token), "rest",
            "plan");
        await RefusedAsync(metadata => metadata.SeveralAsync("i", Caller, null, null, 1, new() { ["the order"] = 1 }, null, Hive.Token),
            "rest", "the order");
        await RefusedAsync(metadata =>
            metadata.SeveralAsync("i", Caller, null, null, 1, new() { ["a"] = 1 }, new() { ["a"] = 1 }, Hive.Token), "numbers", "a");
        await RefusedAsync(metadata => metadata.DictionaryFirstAsync(new() { ["note"] = 1 }, "n", null, Hive.Token), "note", "note");
        await RefusedAsync(metadata => metadata.DictionaryFirstAsync(new() { ["plan"] = 1 }, "n", Caller, Hive.Token), "caller", "plan");
        await RefusedAsync(
            metadata => ((ISendsMetadata<KeyValuePair<string, MetadataValue>[]>)metadata).SendMetadataAsync([new("a", 1), new("a", 2)],
                Hive.Token), "value", "a");

        // A value that isn't sent makes no duplicate, and keys that differ in case are different keys.
        Body body = await hive.BodyOfAsync(client => IMetadata.Create(client)
            .DictionaryFirstAsync(new() { ["plan"] = 1, ["Note"] = 2 }, "n", null, Hive.Token));
        Assert.Equal("""{"plan":1,"Note":2,"note":"n"}""", body.Metadata);
    }

    [Fact]
    public async Task A_property_that_is_not_sent_leaves_its_key_to_a_dictionary()
    {
        Body body = await hive.BodyOfAsync(client => IMetadata.Create(client)
            .SkippingAsync(new OnlyOptional(), new() { ["a"] = "rest", ["b"] = 2 }, Hive.Token));
        Assert.Equal("""{"a":"rest","b":2}""", body.Metadata);

        await RefusedAsync(metadata => metadata.SkippingAsync(new OnlyOptional { A = "x" }, new() { ["a"] = 1 }, Hive.Token), "rest",
            "'a'");
        await RefusedAsync(metadata => metadata.SkippingAsync(new OnlyOptional { B = 1 }, new() { ["b"] = 1 }, Hive.Token), "rest", "'b'");
    }

    [Fact]
    public async Task An_empty_key_is_refused()
    {
        await RefusedAsync(metadata =>
            ((ISendsMetadata<Dictionary<string, double>>)metadata).SendMetadataAsync(new() { [""] = 1 }, Hive.Token), "value", "empty key");
#pragma warning disable FH6002 // The test checks at run time what the compiler refuses.
        await RefusedAsync(metadata => ((ISendsMetadata<Dictionary<string, MetadataValue>>)metadata).SendMetadataAsync(new() { [""] = 1 },
            Hive.Token), "value", "empty key");
        await RefusedAsync(metadata => ((ISendsMetadata<Dictionary<string, MetadataValue>>)metadata).SendMetadataAsync(new() { [" "] = 1 },
            Hive.Token), "value", "a blank key");
#pragma warning restore FH6002
        await RefusedAsync(
            metadata => ((ISendsMetadata<IEnumerable<KeyValuePair<string, DateOnly?>>>)metadata).SendMetadataAsync([default], Hive.Token),
            "value", "empty key");
    }

    [Fact]
    public async Task NaN_is_refused()
    {
        await hive.RefusalOfAsync<ArgumentException>(client =>
            ((ISendsMetadata<double>)IMetadata.Create(client)).SendMetadataAsync(double.NaN, Hive.Token));
        await hive.RefusalOfAsync<ArgumentException>(client =>
            ((ISendsMetadata<MetadataValue>)IMetadata.Create(client)).SendMetadataAsync(float.NaN, Hive.Token));
        await hive.RefusalOfAsync<ArgumentException>(
            client => ((ISendsMetadata<Dictionary<string, double>>)IMetadata.Create(client)).SendMetadataAsync(
                new() { ["a"] = double.PositiveInfinity }, Hive.Token));
        await RefusedAsync(
            metadata => ((ISendsMetadata<Dictionary<string, MetadataValue>>)metadata).SendMetadataAsync(new() { ["bad"] = double.NaN },
                Hive.Token), "value", "bad");
    }

    [Fact]
    public async Task A_refused_call_leaves_nothing_behind_for_the_next()
    {
        for (int i = 0; i < 3; i++)
        {
            await RefusedAsync(metadata =>
                metadata.SeveralAsync("i", Caller, null, null, 1, new() { ["a"] = 1, ["plan"] = 1 }, null, Hive.Token), "rest", "plan");
            Body body = await hive.BodyOfAsync(client => IMetadata.Create(client)
                .DictionaryFirstAsync(new() { ["a"] = 1, ["plan"] = 1 }, null, null, Hive.Token));
            Assert.Equal("""{"a":1,"plan":1,"note":null}""", body.Metadata);
        }
    }

    private async Task<string?> MetadataAsync<T>(T value)
    {
        Body body = await hive.BodyOfAsync(client => ((ISendsMetadata<T>)IMetadata.Create(client)).SendMetadataAsync(value, Hive.Token));
        return body.Metadata;
    }

    private async Task<string?> MaybeAsync<T>()
    {
        Body body = await hive.BodyOfAsync(client => ((IMaybeMetadata<T>)IMetadata.Create(client)).MaybeMetadataAsync(default, Hive.Token));
        return body.Metadata;
    }

    private async Task NullRefusedAsync<T>()
        where T : class
    {
        ArgumentNullException thrown = await hive.RefusalOfAsync<ArgumentNullException>(
            client => ((ISendsMetadata<T>)IMetadata.Create(client)).SendMetadataAsync(null!, Hive.Token));
        Assert.Equal("value", thrown.ParamName);
    }

    private async Task RefusedAsync(Func<IMetadata, Task> send, string parameter, string part)
    {
        ArgumentException thrown = await hive.RefusalOfAsync<ArgumentException>(client => send(IMetadata.Create(client)));
        Assert.Equal(parameter, thrown.ParamName);
        Assert.Contains(part, thrown.Message, StringComparison.Ordinal);
    }
}
