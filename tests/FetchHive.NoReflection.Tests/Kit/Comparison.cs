using System;
using System.Collections.Generic;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;

namespace FetchHive.NoReflection.Tests;

/// <summary>
/// Reads documents twice, through a generated client and through System.Text.Json's own reader of the same type, and notes where the two differ: one
/// fails and the other doesn't, or the values aren't the same.
/// </summary>
/// <param name="hive">Where the client's answers come from.</param>
/// <param name="naming">The interface's naming rule.</param>
public sealed class Comparison(Hive hive, NamingRule naming = NamingRule.SnakeCase)
{
    private readonly JsonSerializerOptions _reflection = ReflectionOptions(naming);
    private readonly StringBuilder _differences = new();
    private readonly StringBuilder _untested = new();

    /// <summary>Compares one type over documents that are not JSON strings, which an output's own reader takes apart.</summary>
    public async Task Add<T>(Func<CancellationToken, Task<T>> read, params string[] documents)
    {
        int values = 0;
        foreach (string document in documents)
        {
            values += await Compare(read, document) ? 1 : 0;
        }

        if (values == 0)
        {
            _untested.Append(typeof(T)).AppendLine(": no document could be read, so nothing was compared.");
        }
    }

    /// <summary>Compares one type as a member, over these values, values of every other kind, null, and its absence.</summary>
    public Task AddBoxed<T>(Func<CancellationToken, Task<Box<T>>> read, params string[] values)
    {
        List<string> documents = ["{}", """{"value":1,"VALUE":2}"""];
        foreach (string value in (string[])[.. values, "null", "true", "7", "-1", "1.5", "1e400", "\"\"", "\"text\"", "\"7\"", "[]", "{}", "[null]", "[[7]]", """{"a":null}"""])
        {
            documents.Add($$"""{"value":{{value}}}""");
        }

        documents.Add($$"""{"Value":{{(values.Length == 0 ? "7" : values[0])}},"other":[1,{"x":2}]}""");
        return Add(read, [.. documents]);
    }

    /// <summary>Fails the test with all differences.</summary>
    public void AssertSame() => Assert.True(_differences.Length + _untested.Length == 0, $"\n{_differences}{_untested}");

    private async Task<bool> Compare<T>(Func<CancellationToken, Task<T>> read, string document)
    {
        string expected = Describe(() => JsonSerializer.Deserialize(document, (JsonTypeInfo<T>)_reflection.GetTypeInfo(typeof(T)))!);
        hive.Answer(document);
        string actual;
        try
        {
            T value = await read(Hive.CancellationToken);
            actual = Describe(() => value);
        }
        catch (FetchHiveResponseException exception)
        {
            actual = "fails: " + exception.InnerException?.Message;
        }

        bool expectedFails = expected.StartsWith("fails", StringComparison.Ordinal);
        bool actualFails = actual.StartsWith("fails", StringComparison.Ordinal);
        if (expectedFails != actualFails || (!expectedFails && expected != actual))
        {
            _differences.Append(CultureInfo.InvariantCulture, $"{typeof(T)} from {document}\n    System.Text.Json: {expected}\n    generated:        {actual}\n");
        }

        return !expectedFails;
    }

    // Two values are the same when they are of one type and System.Text.Json writes them alike.
    private string Describe<T>(Func<T> read)
    {
        T value;
        try
        {
            value = read();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return "fails: " + exception.GetType().Name + " " + exception.Message;
        }

        return value is null ? "fails: null" : $"{value.GetType()} {Write(value)}";
    }

    private static string Write(object value)
    {
        try
        {
            return JsonSerializer.Serialize(value, Writing.GetTypeInfo(value.GetType()));
        }
        catch (InvalidOperationException exception)
        {
            // A default ImmutableArray can't be written.
            return exception.Message;
        }
    }

    private sealed class ElementWriter : JsonConverter<JsonElement>
    {
        public override JsonElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, JsonElement value, JsonSerializerOptions options)
        {
            if (value.ValueKind == JsonValueKind.Undefined)
            {
                writer.WriteStringValue("(no element)");
            }
            else
            {
                value.WriteTo(writer);
            }
        }
    }

    /// <summary>Reads enums from their names, unless they say otherwise themselves; as generated code does.</summary>
    private sealed class EnumNames : JsonConverterFactory
    {
        private readonly JsonStringEnumConverter _names = new();

        public override bool CanConvert(Type typeToConvert) =>
            _names.CanConvert(typeToConvert) && typeToConvert.GetCustomAttribute<JsonConverterAttribute>() is null;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => _names.CreateConverter(typeToConvert, options);
    }

    private static JsonSerializerOptions Writing { get; } = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        IncludeFields = true,
        Converters = { new ElementWriter() },
    };

    /// <summary>The options that generated code reads with, but with metadata from reflection; enums are read from their names.</summary>
    private static JsonSerializerOptions ReflectionOptions(NamingRule naming) =>
        new(OutputJson.CreateOptions(new DefaultJsonTypeInfoResolver(), naming)) { Converters = { new EnumNames() } };
}

/// <summary>A type as a member.</summary>
public sealed class Box<T>
{
    public T Value { get; set; } = default!;
}
