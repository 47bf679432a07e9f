using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;
using FetchHive.NoReflection.Tests.Differential;

namespace FetchHive.NoReflection.Tests.Reading;

public sealed record Optional(string Name, string? Text, int? Number, Plain? Choice, List<int>? Items, RecordStruct? Struct);

public sealed class GenericInitOnly<T>
{
    public int Count { get; init; } = 5;

    public List<T> Items { get; init; } = [default!];

    public T? Value { get; init; }

    public string Set { get; set; } = "initial";
}

[JsonSerializable(typeof(GenericInitOnly<int>))]
internal sealed partial class SystemTextJsonContext : JsonSerializerContext;

[FetchHiveDeployment(Hive.Deployment, Hive.Variant)]
public partial interface IReadDifferently
{
    Task<Optional> Optional(CancellationToken cancellationToken);

    Task<Positional> Positional(CancellationToken cancellationToken);

    Task<GenericInitOnly<int>> GenericInitOnly(CancellationToken cancellationToken);

    Task<Box<GenericInitOnly<string?>>> GenericInitOnlyOfText(CancellationToken cancellationToken);

    Task<bool> Flag(CancellationToken cancellationToken);
}

/// <summary>Where generated code reads differently from System.Text.Json with reflection, and why.</summary>
public sealed class DeviationTests : HiveTests
{
    private IReadDifferently Reads => IReadDifferently.Create(Hive.Client);

    // With RespectRequiredConstructorParameters, System.Text.Json requires every parameter without a default value. Models leave out
    // members that they have no value for, and a declaration with `string? Note` allows for that.
    [Fact]
    public async Task A_nullable_constructor_parameter_may_be_missing()
    {
        Hive.RespondNext("""{"name":"a"}""");
        Assert.Equal(new Optional("a", null, null, null, null, null), await Reads.Optional(Hive.CancellationToken));

        Hive.RespondNext("""{"name":"a","count":1}""");
        Assert.Equal(new Positional("a", 1, null), await Reads.Positional(Hive.CancellationToken));

        Hive.RespondNext("""{"count":1,"note":"b"}""");
        await Assert.ThrowsAsync<FetchHiveResponseException>(() => Reads.Positional(Hive.CancellationToken));
        Hive.RespondNext("""{"name":"a","note":"b"}""");
        await Assert.ThrowsAsync<FetchHiveResponseException>(() => Reads.Positional(Hive.CancellationToken));
    }

    [Fact]
    public async Task Apart_from_missing_members_nullable_parameters_are_read_as_reflection_reads_them()
    {
        Comparison same = new(Hive);
        await same.Add(
            Reads.Optional,
            """{"name":"a","text":"b","number":"1","choice":"Second","items":[1],"struct":{"name":"c","count":2}}""",
            """{"name":"a","text":null,"number":null,"choice":null,"items":null,"struct":null}""",
            """{"name":null,"text":null,"number":null,"choice":null,"items":null,"struct":null}""",
            """{"name":"a","text":1,"number":null,"choice":null,"items":null,"struct":null}""");
        same.AssertSame();
    }

    // After construction, an init-only property can only be set through an unsafe accessor. Not every framework that this code runs on
    // supports accessors for generic types. So the property is set at construction, and loses its initial value, as with System.Text.Json's
    // own generator.
    [Fact]
    public async Task An_init_only_property_of_a_generic_type_loses_its_initial_value_as_with_the_generator_of_System_Text_Json()
    {
        const string Json = """{"set":"kept"}""";
        Hive.RespondNext(Json);
        GenericInitOnly<int> read = await Reads.GenericInitOnly(Hive.CancellationToken);

        JsonSerializerOptions options = new()
        {
            TypeInfoResolver = SystemTextJsonContext.Default,
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        };
        GenericInitOnly<int> theirs = JsonSerializer.Deserialize(Json, OutputJson.GetTypeInfo<GenericInitOnly<int>>(options))!;

        Assert.Equal((0, null, 0, "kept"), (read.Count, read.Items, read.Value, read.Set));
        Assert.Equal((theirs.Count, theirs.Items, theirs.Value, theirs.Set), (read.Count, read.Items, read.Value, read.Set));

        Hive.RespondNext("""{"count":1,"items":[2],"value":3}""");
        read = await Reads.GenericInitOnly(Hive.CancellationToken);
        Assert.Equal((1, 2, 3, "initial"), (read.Count, Assert.Single(read.Items), read.Value, read.Set));

        Hive.RespondNext("""{"value":{"items":["x",null]}}""");
        Assert.Equal(["x", null], (await Reads.GenericInitOnlyOfText(Hive.CancellationToken)).Value.Items);
    }

    // The service sends the output of a model as text, so JSON in text is read as JSON, for a single value as well as for an object.
    [Fact]
    public async Task A_scalar_is_read_from_JSON_text()
    {
        Hive.RespondNext("\"true\"");
        Assert.True(await Reads.Flag(Hive.CancellationToken));
    }
}
