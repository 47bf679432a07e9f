using System.Text.Json;
using System.Text.Json.Nodes;

namespace FetchHive.Emulator.Requests;

/// <summary>
/// <c>metadata</c> is a flat object: keys that aren't empty; values that are a string, a number, a boolean or null (documented at
/// <c>api-reference/invoke-workflow</c>; the wording of the refusal isn't).
/// </summary>
internal static class MetadataRule
{
    public static string? Check(JsonNode? metadata)
    {
        if (metadata is null)
        {
            return null;
        }

        if (metadata is not JsonObject entries)
        {
            return "metadata must be a flat object.";
        }

        foreach ((string key, JsonNode? value) in entries)
        {
            if (key.Length == 0)
            {
                return "metadata keys must be non-empty strings.";
            }

            if (value?.GetValueKind() is JsonValueKind.Object or JsonValueKind.Array)
            {
                string kind = value is JsonArray ? "an array" : "an object";
                return $"metadata.{key} must be a string, a number, a boolean or null, not {kind}.";
            }
        }

        return null;
    }
}
