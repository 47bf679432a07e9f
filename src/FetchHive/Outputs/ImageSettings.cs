using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FetchHive;

/// <summary>
/// How the images of an <see cref="ImageOutput"/> were made. The settings depend on the provider: OpenAI adds quality, background, format
/// and compression; Gemini puts the aspect ratio in <see cref="ImageSize"/> (Fetch Hive docs, <c>workflows/steps/ai/image-generation</c>).
/// </summary>
public sealed class ImageSettings
{
    /// <summary>The model, such as <c>grok-imagine-image-quality</c>.</summary>
    [JsonConverter(typeof(LenientTextConverter))]
    public string? Model { get; set; }

    /// <summary>The provider, such as <c>xai</c>.</summary>
    [JsonConverter(typeof(LenientTextConverter))]
    public string? Provider { get; set; }

    /// <summary>The number of images asked for.</summary>
    [JsonConverter(typeof(LenientCountConverter))]
    public int? ImageCount { get; set; }

    /// <summary>The quality, in the provider's words.</summary>
    [JsonConverter(typeof(LenientTextConverter))]
    public string? ImageQuality { get; set; }

    /// <summary>The background, in the provider's words.</summary>
    [JsonConverter(typeof(LenientTextConverter))]
    public string? ImageBackground { get; set; }

    /// <summary>The file format, in the provider's words.</summary>
    [JsonConverter(typeof(LenientTextConverter))]
    public string? ImageOutputFormat { get; set; }

    /// <summary>The compression, on the provider's scale.</summary>
    [JsonConverter(typeof(LenientCountConverter))]
    public int? ImageOutputCompression { get; set; }

    /// <summary>The size in pixels or the aspect ratio, in the provider's words.</summary>
    [JsonConverter(typeof(LenientTextConverter))]
    public string? ImageSize { get; set; }

    /// <summary>The settings that have no property here; <see langword="null"/> if there were none.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
