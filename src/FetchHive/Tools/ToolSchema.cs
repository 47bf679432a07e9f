using System.ComponentModel;
using System.Text.Json;

namespace FetchHive.CodeGeneration;

/// <summary>
/// For generated code: the JSON schema of a tool's inputs, written at compile time. Don't use it in your own code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ToolSchema
{
    /// <summary>Parses a schema.</summary>
    /// <param name="json">The schema.</param>
    /// <returns>The schema, as an element that isn't bound to a document.</returns>
    public static JsonElement Parse(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
