using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FetchHive;

/// <summary>The output of a workflow that ends with image generation (Fetch Hive docs, <c>api-reference/invoke-workflow</c>).</summary>
public sealed class ImageOutput
{
    /// <summary>How the images were made.</summary>
    public ImageSettings Settings { get; set; } = new();

    /// <summary>The images, in the service's order.</summary>
    [JsonRequired]
    public IReadOnlyList<ImageAsset> Assets { get; set; } = [];

    /// <summary>Fields that have no property here; <see langword="null"/> if there were none.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
