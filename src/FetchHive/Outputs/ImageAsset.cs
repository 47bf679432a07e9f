using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FetchHive;

/// <summary>One image of an <see cref="ImageOutput"/>.</summary>
public sealed class ImageAsset
{
    /// <summary>The service's id of the image.</summary>
    [JsonConverter(typeof(LenientTextConverter))]
    public string? Id { get; set; }

    /// <summary>The file's address. How long the file stays there is not documented, so copy what you want to keep.</summary>
    [JsonRequired]
    public Uri FileUrl { get; set; } = null!;

    /// <summary>The file's name.</summary>
    [JsonConverter(typeof(LenientTextConverter))]
    public string? FileName { get; set; }

    /// <summary>The file's size in bytes; 0 if the service didn't say.</summary>
    [JsonConverter(typeof(LenientSizeConverter))]
    public long FileSize { get; set; }

    /// <summary>The file's media type, such as <c>image/png</c>.</summary>
    [JsonConverter(typeof(LenientTextConverter))]
    public string? FileType { get; set; }

    /// <summary>Fields that have no property here; <see langword="null"/> if there were none.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; set; }
}
