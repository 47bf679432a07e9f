using System;
using System.Collections.Generic;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;

namespace FetchHive.NoReflection.Tests;

/// <summary>
/// Reads documents twice, through a generated client and through System.Text.Json's own reader of the same type, and records where the two
/// differ: one fails and the other doesn't, or the values aren't the same. Lenient reading and silent mistakes, as docs/outputs.md
/// describes them, don't count as differences; LenientReadingTests and SilentMistakeTests test those.
/// </summary>
/// <param name="hive">The emulator that the client calls.</param>
/// <param name="naming">The interface's naming rule.</param>
public sealed partial class Comparison(Hive hive, NamingRule naming = NamingRule.SnakeCase)
{
    private readonly JsonSerializerOptions _reflection = ReflectionOptions(naming);
    private readonly StringBuilder _differences = new();
    private readonly StringBuilder _untested = new();

    /// <summary>Compares one type over documents. They must not be JSON strings, because the client decodes those first.</summary>
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

    /// <summary>Compares one type as a member, with these values, values of every other kind, null, and a missing member.</summary>
    public Task AddBoxed<T>(Func<CancellationToken, Task<Box<T>>> read, params string[] values)
    {
        List<string> documents = ["{}", """{"value":1,"VALUE":2}"""];
        foreach (string value in (string[])[.. values, "null", "true", "7", "-1", "1.5", "1e400", "\"\"", "\"text\"", "\"7\"", "[]", "{}",
            "[null]", "[[7]]", """{"a":null}"""])
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
        string expected = Reflect(document);
        hive.RespondNext(document);
        string actual;
        try
        {
            T value = await read(Hive.CancellationToken);
            actual = Describe(() => value);
        }
        catch (FetchHiveResponseException exception)
        {
            if (exception.InnerException is null && IsSilentMistake(document, exception.Message))
            {
                return true;
            }

            actual = "fails: " + exception.InnerException?.Message;
        }

        bool expectedFails = expected.StartsWith("fails", StringComparison.Ordinal);
        bool actualFails = actual.StartsWith("fails", StringComparison.Ordinal);
        if (expectedFails && !actualFails && WithoutQuotes(Reflect(AsItsTypesAsk(document))) == WithoutQuotes(actual))
        {
            return true;
        }

        if (expectedFails != actualFails || (!expectedFails && expected != actual))
        {
            _differences.Append(CultureInfo.InvariantCulture,
                $"{typeof(T)} from {document}\n    System.Text.Json: {expected}\n    generated:        {actual}\n");
        }

        return !expectedFails;

        string Reflect(string json) =>
            Describe(() => JsonSerializer.Deserialize(json, (JsonTypeInfo<T>)_reflection.GetTypeInfo(typeof(T)))!);
    }

    // Writes numbers as text, which is read as a number too, and removes the quotes of "true".
    private static string AsItsTypesAsk(string document) =>
        Number().Replace(document, "\"$0\"").Replace("\"true\"", "true", StringComparison.Ordinal);

    private static string WithoutQuotes(string text) => text.Replace("\"", "", StringComparison.Ordinal);

    private static bool IsSilentMistake(string document, string message)
    {
        using JsonDocument json = JsonDocument.Parse(document);
        return (message.Contains("appears twice", StringComparison.Ordinal) && HasNameTwice(json.RootElement))
            || (message.Contains("there is null", StringComparison.Ordinal) && document.Contains("null", StringComparison.Ordinal))
            || (message.Contains("none of the type's names", StringComparison.Ordinal)
            && document.Contains("\":", StringComparison.Ordinal))
            || (message.Contains("isn't one of its members", StringComparison.Ordinal) && document.AsSpan().ContainsAnyInRange('0', '9'))
            || (message.Contains("several of its members", StringComparison.Ordinal) && document.Contains(',', StringComparison.Ordinal))
            || (message.Contains("too large for it", StringComparison.Ordinal) && document.Contains("1e400", StringComparison.Ordinal));
    }

    private static bool HasNameTwice(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray())
            {
                if (HasNameTwice(item))
                {
                    return true;
                }
            }
        }

        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in element.EnumerateObject())
            {
                if (!names.Add(property.Name.TrimStart('0')) || HasNameTwice(property.Value))
                {
                    return true;
                }
            }
        }

        return false;
    }

    [GeneratedRegex(@"(?<=[:\[,]\s*)-?\d[\d.eE+-]*")]
    private static partial Regex Number();

    // Two values are the same if they have the same type and System.Text.Json writes the same JSON for both.
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
        public override JsonElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

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

    /// <summary>Reads enums from their names, except enums with their own converter, as generated code does.</summary>
    private sealed class EnumNames : JsonConverterFactory
    {
        private readonly JsonStringEnumConverter _names = new();

        public override bool CanConvert(Type typeToConvert) =>
            _names.CanConvert(typeToConvert) && typeToConvert.GetCustomAttribute<JsonConverterAttribute>() is null;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            _names.CreateConverter(typeToConvert, options);
    }

    private static JsonSerializerOptions Writing { get; } = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        IncludeFields = true,
        Converters = { new ElementWriter() },
    };

    /// <summary>The options of generated code, but with metadata from reflection. Enums are read from their names.</summary>
    private static JsonSerializerOptions ReflectionOptions(NamingRule naming) => new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        PropertyNamingPolicy = naming == NamingRule.SnakeCase ? JsonNamingPolicy.SnakeCaseLower
            : naming == NamingRule.CamelCase ? JsonNamingPolicy.CamelCase
            : null,
        PropertyNameCaseInsensitive = true,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new EnumNames() },
    };
}

/// <summary>Has a value of the compared type as a member.</summary>
public sealed class Box<T>
{
    public T Value { get; set; } = default!;
}
