using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;

using FetchHive.Contracts.Tests.Kit;

namespace FetchHive.Contracts.Tests;

/// <summary>A parameter of any type, which may or may not be nullable.</summary>
public interface IMaybe<T>
{
    Task MaybeAsync(T? value, CancellationToken cancellationToken);
}

public interface IMaybeStruct<T>
    where T : struct
{
    Task MaybeStructAsync(T? value, CancellationToken cancellationToken);
}

[FetchHiveDeployment(Hive.Deployment, Hive.Variant)]
public partial interface INulls :
    ISends<string>, ISends<Item>, ISends<int[]>, ISends<Uri>, ISends<Version>, ISends<Dictionary<string, int>>, ISends<JsonNode>,
    ISends<JsonObject>,
    ISends<JsonDocument>, ISends<IEnumerable<Item>>,
    IMaybe<int>, IMaybe<Tone>, IMaybe<Spot>, IMaybe<string>, IMaybe<Item>, IMaybe<int[]>, IMaybe<Uri>, IMaybe<Version>,
    IMaybe<Dictionary<string, int>>, IMaybe<JsonNode>,
    IMaybe<JsonDocument>, IMaybe<int?>, IMaybe<ReadOnlyMemory<int>>,
    IMaybeStruct<int>, IMaybeStruct<Tone>, IMaybeStruct<Spot>, IMaybeStruct<JsonElement>, IMaybeStruct<DateTime>
{
    Task DefaultsAsync(
        string? text = null, string filled = "filled", int number = 7, Tone tone = Tone.VeryFriendly, decimal money = 1.10m,
        string notAnnotated = null!, DateTime date = default,
        int? none = null, CancellationToken cancellationToken = default);

    Task TwoAsync(string first, string second, CancellationToken cancellationToken);
}

#nullable disable
[FetchHiveDeployment(Hive.Deployment, Hive.Variant)]
public partial interface IOblivious
{
    Task SendAsync(string value, Item item, CancellationToken cancellationToken);

    Task OptionalAsync(string value = null, int? number = null, CancellationToken cancellationToken = default);
}
#nullable restore

[FetchHiveDeployment(Hive.Deployment, Hive.Variant, Naming = NamingRule.AsDeclared)]
public partial interface INames
{
    Task KeywordsAsync(
        int? @class, int @event, string? @string, int[] @params, int? @null, Item? @this, int @await, int @async, int @record,
        int @required, int @field, int @scoped, int @file,
        int @var, int @dynamic, int @when, int @nameof, int @global, CancellationToken @default);

    Task LocalsAsync(
        int? request, int? writer, int? value, int? item, int? pair, int? present, int? client, int? _client, int? requestValue,
        int? valueValue, int? request2, int? writer2,
        int? Names, int? Inputs, int? Outputs, int? Deployment, int? names, int? inputs, int? deployment, int? System, int? FetchHive,
        int? Equals, int? ToString, int? GetHashCode,
        int? SendAsync, int? _, int? ü, int? a_b, int? cancellationToken, [Input("inputs 2")] int? INames,
        [Input("日本")] Dictionary<string, int> @this,
        [Metadata] string? metadata, [Metadata] int? metadataValue, [Metadata] Dictionary<string, int>? pair2,
        [Metadata] CallerInfo? caller, [User] string? user, CancellationToken token);

    Task NamesAsync(int names, CancellationToken cancellationToken);
}

public sealed record CallerInfo(string CustomerId, string Plan, bool Trial, int InvoiceCount, string? Region);

[FetchHiveDeployment(Hive.Deployment, Hive.Variant)]
public partial interface IOverloads
{
    Task RunAsync(int value, CancellationToken cancellationToken = default);

    Task RunAsync(int? value, string other, CancellationToken cancellationToken = default);

    Task RunAsync(string value, CancellationToken cancellationToken = default);

    Task RunAsync(List<string> value, CancellationToken cancellationToken = default);

    Task RunAsync(string first, params int[] rest);

    Task AllAsync(CancellationToken cancellationToken, params Item[] items);

    Task RunAsync();
}

public sealed class ParameterTests(Hive hive) : IClassFixture<Hive>
{
    [Fact]
    public async Task Null_for_an_input_that_is_not_nullable_is_refused_by_its_name()
    {
        await RefusedAsync<string>();
        await RefusedAsync<Item>();
        await RefusedAsync<int[]>();
        await RefusedAsync<Uri>();
        await RefusedAsync<Version>();
        await RefusedAsync<Dictionary<string, int>>();
        await RefusedAsync<JsonNode>();
        await RefusedAsync<JsonObject>();
        await RefusedAsync<JsonDocument>();
        await RefusedAsync<IEnumerable<Item>>();

        ArgumentNullException second =
            await hive.RefusalOfAsync<ArgumentNullException>(client => INulls.Create(client).TwoAsync("a", null!, Hive.Token));
        Assert.Equal("second", second.ParamName);
    }

    [Fact]
    public async Task Null_for_a_nullable_input_is_left_out()
    {
        await LeftOutAsync<string>();
        await LeftOutAsync<Item>();
        await LeftOutAsync<int[]>();
        await LeftOutAsync<Uri>();
        await LeftOutAsync<Version>();
        await LeftOutAsync<Dictionary<string, int>>();
        await LeftOutAsync<JsonNode>();
        await LeftOutAsync<JsonDocument>();
        await LeftOutAsync<int?>();
        await StructLeftOutAsync<int>();
        await StructLeftOutAsync<Tone>();
        await StructLeftOutAsync<Spot>();
        await StructLeftOutAsync<JsonElement>();
        await StructLeftOutAsync<DateTime>();
    }

    [Fact]
    public async Task A_type_argument_that_cannot_be_null_is_sent_where_the_parameter_is_annotated()
    {
        Body number = await hive.BodyOfAsync(client => ((IMaybe<int>)INulls.Create(client)).MaybeAsync(0, Hive.Token));
        Body tone = await hive.BodyOfAsync(client => ((IMaybe<Tone>)INulls.Create(client)).MaybeAsync(Tone.Formal, Hive.Token));
        Body spot = await hive.BodyOfAsync(client => ((IMaybe<Spot>)INulls.Create(client)).MaybeAsync(default, Hive.Token));
        Body memory =
            await hive.BodyOfAsync(client => ((IMaybe<ReadOnlyMemory<int>>)INulls.Create(client)).MaybeAsync(default, Hive.Token));

        Assert.Equal("0", number.Value);
        Assert.Equal("\"Formal\"", tone.Value);
        Assert.Equal("""{"x":0,"y":0}""", spot.Value);
        Assert.Equal("[]", memory.Value);
    }

    [Fact]
    public async Task Default_values_are_sent_and_null_ones_left_out()
    {
        Body body = await hive.BodyOfAsync(client => INulls.Create(client).DefaultsAsync(cancellationToken: Hive.Token));

        Assert.Equal("""{"filled":"filled","number":7,"tone":"VeryFriendly","money":1.10,"date":"0001-01-01T00:00:00"}""", body.Inputs);
    }

    [Fact]
    public async Task Without_annotations_null_is_refused_unless_it_is_the_default()
    {
        ArgumentNullException thrown =
            await hive.RefusalOfAsync<ArgumentNullException>(client => IOblivious.Create(client).SendAsync("a", null, Hive.Token));
        Body body = await hive.BodyOfAsync(client => IOblivious.Create(client).OptionalAsync(cancellationToken: Hive.Token));

        Assert.Equal("item", thrown.ParamName);
        Assert.Equal("{}", body.Inputs);
    }

    [Fact]
    public async Task Parameters_may_be_named_like_keywords()
    {
        Body body = await hive.BodyOfAsync(client => INames.Create(client).KeywordsAsync(
            1, 2, "3", [4], 5, new Item("6"), 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, Hive.Token));

        Assert.Equal(
            """{"class":1,"event":2,"string":"3","params":["""
            + """4],"null":5,"this":{"Name":"6","Count":null},"await":7,"async":8,"record":9,"required":10,"field":11,"scoped":12,"file":"""
            + """13,"var":14,"dynamic":15,"when":16,"nameof":17,"global":18}""",
            body.Inputs);
    }

    [Fact]
    public async Task Parameters_may_be_named_like_anything_in_generated_code()
    {
        Body body = await hive.BodyOfAsync(client => INames.Create(client).LocalsAsync(
            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
            new() { ["a"] = 31 },
            "m", 1, new() { ["k"] = 2 }, new CallerInfo("c", "p", true, 3, null), "u", Hive.Token));
        Body names = await hive.BodyOfAsync(client => INames.Create(client).NamesAsync(1, Hive.Token));

        Assert.Equal(
            """{"request":1,"writer":2,"value":3,"item":4,"pair":5,"present":6,"client":7,"_client":8,"requestValue":9,"valueValue":"""
            + """10,"request2":11,"writer2":12,"Names":13,"Inputs":14,"Outputs":15,"Deployment":16,"names":17,"inputs":18,"deployment":"""
            + """19,"System":20,"FetchHive":21,"Equals":22,"ToString":23,"GetHashCode":24,"SendAsync":25,"_":26,"ü":27,"a_b":"""
            + """28,"cancellationToken":29,"inputs 2":30,"日本":{"a":31}}""",
            body.Inputs);
        Assert.Equal("""{"metadata":"m","metadataValue":1,"k":2,"CustomerId":"c","Plan":"p","Trial":true,"InvoiceCount":3,"Region":null}""",
            body.Metadata);
        Assert.Equal("""{"names":1}""", names.Inputs);
    }

    [Fact]
    public async Task Overloads_send_what_each_takes()
    {
        IOverloads overloads = IOverloads.Create(hive.Client);

        Assert.Equal("""{"value":1}""", (await hive.BodyOfAsync(_ => overloads.RunAsync(1, Hive.Token))).Inputs);
        Assert.Equal("""{"other":"o"}""", (await hive.BodyOfAsync(_ => overloads.RunAsync(null, "o", Hive.Token))).Inputs);
        Assert.Equal("""{"value":"s"}""", (await hive.BodyOfAsync(_ => overloads.RunAsync("s", Hive.Token))).Inputs);
        Assert.Equal("""{"value":["s"]}""", (await hive.BodyOfAsync(_ => overloads.RunAsync(["s"], Hive.Token))).Inputs);
        Assert.Equal("""{"first":"s","rest":[1,2]}""", (await hive.BodyOfAsync(_ => overloads.RunAsync("s", 1, 2))).Inputs);
        Assert.Equal("""{"items":[{"name":"a","count":null}]}""",
            (await hive.BodyOfAsync(_ => overloads.AllAsync(Hive.Token, new Item("a")))).Inputs);
        Assert.Equal("""{"items":[]}""", (await hive.BodyOfAsync(_ => overloads.AllAsync(Hive.Token))).Inputs);
        Assert.Equal("{}", (await hive.BodyOfAsync(_ => overloads.RunAsync())).Inputs);
    }

    private async Task RefusedAsync<T>()
        where T : class
    {
        ArgumentNullException thrown =
            await hive.RefusalOfAsync<ArgumentNullException>(client => ((ISends<T>)INulls.Create(client)).SendAsync(null!, Hive.Token));
        Assert.Equal("value", thrown.ParamName);
    }

    private async Task LeftOutAsync<T>()
    {
        Body body = await hive.BodyOfAsync(client => ((IMaybe<T>)INulls.Create(client)).MaybeAsync(default, Hive.Token));
        Assert.Equal("{}", body.Inputs);
    }

    private async Task StructLeftOutAsync<T>()
        where T : struct
    {
        Body body = await hive.BodyOfAsync(client => ((IMaybeStruct<T>)INulls.Create(client)).MaybeStructAsync(null, Hive.Token));
        Assert.Equal("{}", body.Inputs);
    }
}
