using System;
using System.Text.Json.Nodes;

namespace FetchHive.Emulator;

/// <summary>
/// One generated image in the output of a workflow whose last step generates images (documented at <c>api-reference/invoke-workflow</c>).
/// Each property has a usable default.
/// </summary>
public sealed class EmulatedImage
{
    /// <summary>The asset's id, <c>id</c>. Default: <c>asset_</c> and the image's position in the list, from 1.</summary>
    public string? Id { get; init; }

    /// <summary>Where the file is, <c>file_url</c>. Default: an address under <c>uploads.example.com</c>, which doesn't exist.</summary>
    public Uri? FileUrl { get; init; }

    /// <summary>The file's name, <c>file_name</c>. Default: <c>image_1.png</c> and so on.</summary>
    public string? FileName { get; init; }

    /// <summary>The file's size in bytes, <c>file_size</c>. Default: 505,042, the documentation's sample.</summary>
    public long FileSize { get; init; } = 505_042;

    /// <summary>The file's media type, <c>file_type</c>. Default: <c>image/png</c>.</summary>
    public string FileType { get; init; } = "image/png";

    internal JsonObject ToJson(int number)
    {
        string fileName = FileName ?? $"image_{number}.png";
        return new JsonObject
        {
            ["id"] = Id ?? $"asset_{number}",
            ["file_url"] = FileUrl?.OriginalString ?? "https://uploads.example.com/" + Uri.EscapeDataString(fileName),
            ["file_name"] = fileName,
            ["file_size"] = FileSize,
            ["file_type"] = FileType,
        };
    }

    internal static JsonObject OutputJson(JsonObject? settings, ReadOnlySpan<EmulatedImage> images)
    {
        var assets = new JsonArray();
        foreach (EmulatedImage image in images)
        {
            assets.Add((JsonNode)image.ToJson(assets.Count + 1));
        }

        return new JsonObject
        {
            ["settings"] = settings?.DeepClone() ?? new JsonObject
            {
                ["model"] = "grok-imagine-image-quality",
                ["provider"] = "xai",
                ["image_count"] = assets.Count,
            },
            ["assets"] = assets,
        };
    }
}
