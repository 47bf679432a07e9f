using System.Text.Json;
using System.Text.Json.Nodes;

namespace FetchHive.Emulator.Requests;

/// <summary>The fields of a valid request to invoke a workflow.</summary>
internal sealed class InvokeRequest
{
    private InvokeRequest()
    {
    }

    public JsonObject? Inputs { get; private init; }

    public JsonObject? Metadata { get; private init; }

    /// <summary>The callback URL; null for a direct call.</summary>
    public string? CallbackUrl { get; private init; }

    /// <summary>
    /// Reads the request, or says what is wrong with it. Checks that depend on the deployment come later. A null for an optional field
    /// counts as its absence.
    /// </summary>
    public static InvokeRequest? Read(JsonObject body, FetchHiveEmulatorOptions options, out string? problem)
    {
        problem = options.UnknownFields == UnknownNames.Refuse ? UnknownField(body) : null;
        if (problem is not null)
        {
            return null;
        }

        if (body["inputs"] is { } inputs && inputs is not JsonObject)
        {
            problem = "inputs must be an object with one key for each Start input.";
            return null;
        }

        if (body["user"] is { } user && user.GetValueKind() != JsonValueKind.String)
        {
            problem = "user must be a string.";
            return null;
        }

        problem = CallbackRule.Check(body["async"], options, out string? callbackUrl) ?? MetadataRule.Check(body["metadata"]);
        return problem is not null ? null : new InvokeRequest
        {
            Inputs = (JsonObject?)body["inputs"],
            Metadata = (JsonObject?)body["metadata"],
            CallbackUrl = callbackUrl,
        };
    }

    private static string? UnknownField(JsonObject body)
    {
        foreach ((string name, _) in body)
        {
            if (name is not ("deployment" or "variant" or "inputs" or "async" or "metadata" or "user"))
            {
                return $"Unknown field: {name}. The known fields are deployment, variant, inputs, async, metadata and user.";
            }
        }

        return null;
    }
}
