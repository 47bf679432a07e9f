using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FetchHive.Generators.Tests.Differential;

/// <summary>System.Text.Json with reflection, with the options that docs/declaring.md describes.</summary>
internal sealed class Reference
{
    private readonly JsonSerializerOptions _writing = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new EnumsAsText() },
    };

    private readonly JsonSerializerOptions _reading = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver
        {
            Modifiers = { LetNullableParametersBeMissing, ReadCollectionsWithoutGetters },
        },
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        PropertyNameCaseInsensitive = true,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new EnumsAsText() },
    };

    public string Write(Type type, object? value) => JsonSerializer.Serialize(value, type, _writing);

    public object? Read(Type type, string json) => JsonSerializer.Deserialize(json, type, _reading);

    /// <summary>JSON to read: the whole value, the value without each member, with each member as null, and with an unknown
    /// member.</summary>
    public IEnumerable<string> DocumentsOf(LoadedCase type)
    {
        List<string> documents = ["{}", "[]", .. type.Declared.Documents];
        string whole;
        try
        {
            whole = Write(type.Type, type.NewValue());
        }
        catch (Exception exception)
            when (exception is NotSupportedException or InvalidOperationException or JsonException or ArgumentException)
        {
            return documents;
        }

        if (!whole.StartsWith('"'))
        {
            documents.Add(whole);
        }

        if (JsonNode.Parse(whole) is JsonObject parsed)
        {
            foreach (string name in parsed.Select(member => member.Key))
            {
                JsonObject without = parsed.DeepClone().AsObject();
                without.Remove(name);
                documents.Add(without.ToJsonString());
                without.Add(name, null);
                documents.Add(without.ToJsonString());
                without[name] = parsed[name]!?.DeepClone();
                without.Add("unknown member", 1);
                documents.Add(without.ToJsonString());
            }
        }

        return documents;
    }

    // Models leave out members that they have no value for.
    private static void LetNullableParametersBeMissing(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Kind == JsonTypeInfoKind.Object ? type.Properties : [])
        {
            if (property.AssociatedParameter is { IsNullable: true, HasDefaultValue: false, IsMemberInitializer: false }
                && !IsRequired(property))
            {
                property.IsRequired = false;
            }
        }
    }

    // System.Text.Json skips them.
    private static void ReadCollectionsWithoutGetters(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Kind == JsonTypeInfoKind.Object ? type.Properties : [])
        {
            if (property is { Get: null, Set: not null })
            {
                property.Get = static _ => null;
            }
        }
    }

    // Compares the attribute's name, because the generator has a copy of the attribute.
    private static bool IsRequired(JsonPropertyInfo property) =>
        property.AttributeProvider?.GetCustomAttributes(inherit: false)
            .Any(attribute => attribute is JsonRequiredAttribute || attribute.GetType().Name == "RequiredMemberAttribute") == true;

    /// <summary>Writes enums as text, except enums with their own converter. A plain converter in the options would override that
    /// one.</summary>
    private sealed class EnumsAsText : JsonConverterFactory
    {
        private readonly JsonStringEnumConverter _converter = new();

        public override bool CanConvert(Type typeToConvert) =>
            _converter.CanConvert(typeToConvert) && typeToConvert.GetCustomAttribute<JsonConverterAttribute>() is null;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            _converter.CreateConverter(typeToConvert, options);
    }
}
