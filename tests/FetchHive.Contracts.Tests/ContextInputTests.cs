using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Tasks;

using FetchHive.Contracts.Tests.Kit;

namespace FetchHive.Contracts.Tests;

[JsonConverter(typeof(MoneyConverter))]
public readonly record struct Money(decimal Amount, string Currency);

public sealed class MoneyConverter : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
        writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{value.Amount} {value.Currency}"));
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "$kind")]
[JsonDerivedType(typeof(Circle), "circle")]
[JsonDerivedType(typeof(Square), "square")]
public abstract record Shape(string DisplayName);

public sealed record Circle(string DisplayName, double RadiusInMeters) : Shape(DisplayName);

public sealed record Square(string DisplayName, Money Price) : Shape(DisplayName);

public sealed class Open
{
    public int KnownValue { get; init; } = 1;

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest { get; set; }
}

public sealed class WithConverter
{
    [JsonConverter(typeof(MoneyConverter))]
    public Money ThePrice { get; init; }

    public int OtherValue { get; init; } = 1;
}

/// <summary>Plain, with parts that need a serializer.</summary>
public sealed record Offer(string OfferTitle, Money Price, Money? Discount, IReadOnlyList<Money> Steps, Dictionary<string, Shape> Shapes,
    Shape? Main);

/// <summary>The context lists only a list of this type.</summary>
[JsonConverter(typeof(OnlyInListsConverter))]
public sealed record OnlyInLists(int Number);

public sealed class OnlyInListsConverter : JsonConverter<OnlyInLists>
{
    public override OnlyInLists Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, OnlyInLists value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Number);
}

[JsonSerializable(typeof(Money))]
[JsonSerializable(typeof(Shape))]
[JsonSerializable(typeof(Open))]
[JsonSerializable(typeof(WithConverter))]
[JsonSerializable(typeof(List<OnlyInLists>))]
public sealed partial class ContractsJson : JsonSerializerContext;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.KebabCaseLower, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Shape))]
public sealed partial class KebabJson : JsonSerializerContext;

[FetchHiveDeployment(Hive.Deployment, Hive.Variant, JsonContext = typeof(ContractsJson))]
public partial interface IContext :
    ISends<Money>, ISends<Money?>, ISends<Money[]>, ISends<Money?[]>, ISends<Shape>, ISends<List<Shape?>>, ISends<Open>,
    ISends<WithConverter>, ISends<Offer>,
    ISends<List<OnlyInLists>>, ISends<Dictionary<string, Money?>>, IMaybe<Shape>, IMaybeStruct<Money>;

[FetchHiveDeployment(Hive.Deployment, Hive.Variant, JsonContext = typeof(ContractsJson), Naming = NamingRule.CamelCase)]
public partial interface ICamelContext : ISends<Shape>;

[FetchHiveDeployment(Hive.Deployment, Hive.Variant, JsonContext = typeof(KebabJson))]
public partial interface IKebabContext : ISends<ShapeHolder>;

public sealed record ShapeHolder(Shape TheShape);

public sealed class ContextInputTests(Hive hive) : IClassFixture<Hive>
{
    private static readonly Money Ten = new(10.50m, "EUR");
    private static readonly Circle Round = new("ä", 1.50);
    private static readonly Square Even = new("<b>", Ten);

    private static readonly Cases<IContext> Table = new()
    {
        Ten,
        (Money?)Ten,
        new[] { Ten, Ten },
        new Money?[] { Ten, null },
        (Shape)Round,
        (Shape)Even,
        new List<Shape?> { Round, null, Even },
        new Open(),
        new Open { Rest = new() { ["extraValue"] = JsonElement.Parse("[1.10]") } },
        new WithConverter { ThePrice = Ten },
        new Offer("t", Ten, null, [Ten], new() { ["a"] = Round }, null),
        new Offer("t", Ten, Ten, [], [], Even),
        new List<OnlyInLists> { new(1), new(2) },
        new Dictionary<string, Money?> { ["a"] = Ten, ["b"] = null },
    };

    public static TheoryData<string> Names => Table.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_the_generator_cannot_write_the_context_writes(string name)
    {
        Body body = await hive.BodyOfAsync(client => Table[name].Send(IContext.Create(client)));

        Assert.Equal(Table[name].Json, body.Value);
    }

    [Fact]
    public async Task A_null_is_left_out_as_for_any_type()
    {
        Body reference = await hive.BodyOfAsync(client => ((IMaybe<Shape>)IContext.Create(client)).MaybeAsync(null, Hive.Token));
        Body value = await hive.BodyOfAsync(client => ((IMaybeStruct<Money>)IContext.Create(client)).MaybeStructAsync(null, Hive.Token));
        ArgumentNullException refused = await hive.RefusalOfAsync<ArgumentNullException>(
            client => ((ISends<Shape>)IContext.Create(client)).SendAsync(null!, Hive.Token));

        Assert.Equal("{}", reference.Inputs);
        Assert.Equal("{}", value.Inputs);
        Assert.Equal("value", refused.ParamName);
    }

    [Fact]
    public async Task The_interfaces_naming_holds_where_the_context_sets_none()
    {
        Body body = await hive.BodyOfAsync(client => ((ISends<Shape>)ICamelContext.Create(client)).SendAsync(Round, Hive.Token));

        Assert.Equal("""{"$kind":"circle","radiusInMeters":1.5,"displayName":"ä"}""", body.Value);
    }

    [Fact]
    public async Task The_contexts_own_naming_wins_for_what_it_writes()
    {
        Body body = await hive.BodyOfAsync(client =>
            ((ISends<ShapeHolder>)IKebabContext.Create(client)).SendAsync(new ShapeHolder(Round), Hive.Token));

        Assert.Equal("""{"the_shape":{"$kind":"circle","radius-in-meters":1.5,"display-name":"ä"}}""", body.Value);
    }
}
