using System.Linq;
using System.Text.Json;

namespace FetchHive.Contracts.Tests.Kit;

/// <summary>A request's body. Values are the text that was sent, so that <c>1.10</c> differs from <c>1.1</c>.</summary>
public sealed class Body(JsonElement root, string text)
{
    public string Text { get; } = text;

    /// <summary>The keys, in the order in which they were sent.</summary>
    public string[] Keys => [.. root.EnumerateObject().Select(property => property.Name)];

    public string Inputs => root.GetProperty("inputs").GetRawText();

    public string? Metadata => root.TryGetProperty("metadata", out JsonElement metadata) ? metadata.GetRawText() : null;

    /// <summary>The JSON that was sent for the parameter <c>value</c>.</summary>
    public string Value => Input("value");

    public string Input(string name) => root.GetProperty("inputs").GetProperty(name).GetRawText();

    public bool HasInput(string name) => root.GetProperty("inputs").TryGetProperty(name, out _);
}
