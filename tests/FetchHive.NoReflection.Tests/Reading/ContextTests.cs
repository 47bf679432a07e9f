using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.NoReflection.Tests.Reading;

[JsonConverter(typeof(MoneyConverter))]
public readonly record struct Money(decimal Amount, string Currency);

public sealed class MoneyConverter : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string[] parts = reader.GetString()!.Split(' ');
        return new Money(decimal.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]);
    }

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
        writer.WriteStringValue($"{value.Amount} {value.Currency}");
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Circle), "circle")]
[JsonDerivedType(typeof(Square), "square")]
public abstract record Shape;

public sealed record Circle(double Radius) : Shape;

public sealed record Square(double SideLength) : Shape;

/// <summary>Only the context has a converter for this type.</summary>
public sealed record Rating(int Stars);

public sealed class RatingConverter : JsonConverter<Rating>
{
    public override Rating Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString()!.Length);

    public override void Write(Utf8JsonWriter writer, Rating value, JsonSerializerOptions options) =>
        writer.WriteStringValue(new string('*', value.Stars));
}

public sealed record Plan(string PlanName, int MonthlyPrice);

/// <summary>The generator writes the code for this type; the context reads the types of its members.</summary>
public sealed record Drawing(string DrawingTitle, Money Price, Shape MainShape, IReadOnlyList<Shape> OtherShapes,
    Dictionary<string, Money?> PriceByRegion, Rating? Rating, Plan? Plan)
{
    public Money Tip { get; init; } = new(1, "EUR");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.KebabCaseLower, Converters = [typeof(RatingConverter)])]
[JsonSerializable(typeof(Money))]
[JsonSerializable(typeof(Shape))]
[JsonSerializable(typeof(Rating))]
[JsonSerializable(typeof(Plan))]
[JsonSerializable(typeof(List<Plan>))]
internal sealed partial class ShapesContext : JsonSerializerContext;

[JsonSerializable(typeof(Plan))]
internal sealed partial class BareContext : JsonSerializerContext;

[FetchHiveDeployment(Hive.Deployment, Hive.Variant, JsonContext = typeof(ShapesContext))]
internal partial interface IReadWithContext
{
    Task<Money> Price(CancellationToken cancellationToken);

    Task<Money?> PriceOrNull(CancellationToken cancellationToken);

    Task<Money[]> Prices(CancellationToken cancellationToken);

    Task<Shape> Shape(CancellationToken cancellationToken);

    Task<Shape?> ShapeOrNull(CancellationToken cancellationToken);

    Task<WorkflowRun<Shape>> ShapeRun(CancellationToken cancellationToken);

    Task<Rating> Rating(CancellationToken cancellationToken);

    Task<Plan> Plan(CancellationToken cancellationToken);

    Task<List<Plan>> Plans(CancellationToken cancellationToken);

    Task<Drawing> Drawing(CancellationToken cancellationToken);
}

[FetchHiveDeployment(Hive.Deployment, Hive.Variant, JsonContext = typeof(BareContext), Naming = NamingRule.CamelCase)]
internal partial interface IReadWithBareContext
{
    Task<Plan> Plan(CancellationToken cancellationToken);
}

public sealed class ContextTests : HiveTests
{
    private IReadWithContext Reads => IReadWithContext.Create(Hive.Client);

    private static CancellationToken Token => Hive.CancellationToken;

    [Fact]
    public async Task A_type_with_a_converter_is_read_through_the_context()
    {
        Hive.RespondNext("\"12.5 EUR\"");
        Assert.Equal(new Money(12.5m, "EUR"), await Reads.Price(Token));
        Hive.RespondNext("\"12.5 EUR\"");
        Assert.Equal(new Money(12.5m, "EUR"), await Reads.PriceOrNull(Token));
        Hive.RespondNext("null");
        Assert.Null(await Reads.PriceOrNull(Token));
        Hive.RespondNext("[\"1 A\",\"2 B\"]");
        Assert.Equal([new Money(1, "A"), new Money(2, "B")], await Reads.Prices(Token));
    }

    [Fact]
    public async Task An_exception_from_a_converter_comes_with_the_request_id()
    {
        Hive.RespondNext("\"no number\"");
        FetchHiveResponseException exception = await Assert.ThrowsAsync<FetchHiveResponseException>(() => Reads.Price(Token));
        Assert.Equal(Hive.RequestId, exception.RequestId);
        Assert.Equal("$.output", exception.JsonPath);
    }

    [Fact]
    public async Task A_polymorphic_type_is_read_through_the_context()
    {
        Hive.RespondNext("""{"kind":"circle","radius":2}""");
        Assert.Equal(new Circle(2), await Reads.Shape(Token));
        Hive.RespondNext("\"{\\\"kind\\\":\\\"square\\\",\\\"side-length\\\":3}\"");
        Assert.Equal(new Square(3), (await Reads.ShapeRun(Token)).Output);
        Hive.RespondNext("null");
        Assert.Null(await Reads.ShapeOrNull(Token));
        Hive.RespondNext("""{"kind":"triangle"}""");
        await Assert.ThrowsAsync<FetchHiveResponseException>(() => Reads.Shape(Token));
    }

    [Theory]
    [InlineData("""{"radius":2,"kind":"circle"}""")]
    [InlineData(""" "Here it is:\n```json\n{\"radius\":2, \"kind\":\"circle\"}\n```" """)]
    public async Task The_discriminator_of_an_abstract_type_may_be_anywhere(string output)
    {
        Hive.RespondNext(output);
        Assert.Equal(new Circle(2), await Reads.Shape(Token));
    }

    [Fact]
    public async Task The_discriminator_of_an_abstract_member_may_be_anywhere()
    {
        Hive.RespondNext("""
            {"drawing_title":"D","price":"9 EUR","main_shape":{"side-length":4,"kind":"square"},
            "other_shapes":[{"kind":"circle","radius":1},{"radius":3,"kind":"circle"}],"price_by_region":{}}
            """);
        Drawing drawing = await Reads.Drawing(Token);
        Assert.Equal(new Square(4), drawing.MainShape);
        Assert.Equal([new Circle(1), new Circle(3)], drawing.OtherShapes);
    }

    [Theory]
    [InlineData("""{"radius":2}""", ".")]
    [InlineData(""" "{\"radius\":2}" """, " in the JSON text inside the output.")]
    public async Task An_abstract_type_without_its_discriminator_is_reported(string output, string where)
    {
        Hive.RespondNext(output);
        FetchHiveResponseException exception = await Assert.ThrowsAsync<FetchHiveResponseException>(() => Reads.Shape(Token));
        Assert.Equal("$.output", exception.JsonPath);
        Assert.Contains(
            "the object has no 'kind', which says which of its types it is" + where, exception.Message, StringComparison.Ordinal);
        Assert.Contains("Let the workflow's last step return 'kind' in each such object.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_abstract_member_without_its_discriminator_is_found()
    {
        Hive.RespondNext("""
            {"drawing_title":"D","price":"9 EUR","main_shape":{"side-length":4,"kind":"square"},
            "other_shapes":[{"kind":"circle","radius":1},{"radius":3}],"price_by_region":{}}
            """);
        FetchHiveResponseException exception = await Assert.ThrowsAsync<FetchHiveResponseException>(() => Reads.Drawing(Token));
        Assert.Equal("$.output.other_shapes[1]", exception.JsonPath);
    }

    [Fact]
    public async Task The_naming_policy_and_the_converters_of_the_context_win()
    {
        Hive.RespondNext("""{"plan-name":"Pro","Monthly-Price":20}""");
        Assert.Equal(new Plan("Pro", 20), await Reads.Plan(Token));
        Hive.RespondNext("""[{"plan-name":"Pro","monthly-price":20}]""");
        Assert.Equal([new Plan("Pro", 20)], await Reads.Plans(Token));
        Hive.RespondNext("\"***\"");
        Assert.Equal(new Rating(3), await Reads.Rating(Token));
    }

    [Fact]
    public async Task A_context_without_a_naming_policy_takes_the_interfaces_naming_rule()
    {
        Hive.RespondNext("""{"planName":"Pro","monthlyPrice":20}""");
        Assert.Equal(new Plan("Pro", 20), await IReadWithBareContext.Create(Hive.Client).Plan(Token));
    }

    [Fact]
    public async Task What_the_context_knows_is_read_through_it_inside_an_emitted_type_too()
    {
        Hive.RespondNext("""
            {
              "drawing_title": "D", "price": "9 EUR", "main_shape": {"kind":"square","side-length":4}, "other_shapes": [{"kind":"circle","radius":"1"}],
              "price_by_region": {"us":"8 USD","jp":null}, "rating": "**", "plan": {"plan-name":"Pro","monthly-price":20}
            }
            """);
        Drawing drawing = await Reads.Drawing(Token);
        Assert.Equal("D", drawing.DrawingTitle);
        Assert.Equal(new Money(9, "EUR"), drawing.Price);
        Assert.Equal(new Square(4), drawing.MainShape);
        Assert.Equal([new Circle(1)], drawing.OtherShapes);
        Assert.Equal(new Money(8, "USD"), drawing.PriceByRegion["us"]);
        Assert.Null(drawing.PriceByRegion["jp"]);
        Assert.Equal(new Rating(2), drawing.Rating);
        Assert.Equal(new Plan("Pro", 20), drawing.Plan);
        Assert.Equal(new Money(1, "EUR"), drawing.Tip);
    }

    [Fact]
    public async Task A_mistake_deep_in_what_the_context_reads_is_located()
    {
        Hive.RespondNext("""{"drawing_title":"D","price":"9 EUR","main_shape":{"kind":"square","side-length":4},"other_shapes":["""
            + """{"kind":"circle","radius":"wide"}],"price_by_region":{}}""");
        FetchHiveResponseException exception = await Assert.ThrowsAsync<FetchHiveResponseException>(() => Reads.Drawing(Token));
        Assert.Equal("$.output.other_shapes[0].radius", exception.JsonPath);
    }
}
