using System;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FetchHive.Contracts.Tests.Kit;

/// <summary>The JSON that System.Text.Json writes through reflection, without any of our code.</summary>
internal static class Expected
{
    /// <summary>The options that match the default naming rule.</summary>
    public static JsonSerializerOptions SnakeCase { get; } = With(JsonNamingPolicy.SnakeCaseLower);

    public static JsonSerializerOptions CamelCase { get; } = With(JsonNamingPolicy.CamelCase);

    public static JsonSerializerOptions AsDeclared { get; } = With(null);

    public static string Json<T>(T value) => JsonSerializer.Serialize(value, SnakeCase);

    private static JsonSerializerOptions With(JsonNamingPolicy? naming) => new()
    {
        PropertyNamingPolicy = naming,
        Converters = { new EnumsAsText() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes enums as text, except enums with their own converter. A plain converter in the options would override that
    /// one.</summary>
    private sealed class EnumsAsText : JsonConverterFactory
    {
        private readonly JsonStringEnumConverter _converter = new();

        public override bool CanConvert(Type typeToConvert) =>
            _converter.CanConvert(typeToConvert) && !typeToConvert.IsDefined(typeof(JsonConverterAttribute), inherit: false);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            _converter.CreateConverter(typeToConvert, options);
    }
}
