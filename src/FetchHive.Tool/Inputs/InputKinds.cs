using System.Text.Json;
using FetchHive.Generators.Snippets;

namespace FetchHive.Tool.Inputs;

/// <summary>The names of the kinds of values, for messages.</summary>
internal static class InputKinds
{
    public static string NameOf(SnippetKind kind) => kind switch
    {
        SnippetKind.Text => "a text",
        SnippetKind.Number => "a number",
        SnippetKind.Boolean => "true or false",
        SnippetKind.Array => "an array",
        SnippetKind.Object => "an object",
        _ => "any value",
    };

    public static SnippetKind Of(JsonValueKind kind) => kind switch
    {
        JsonValueKind.String => SnippetKind.Text,
        JsonValueKind.Number => SnippetKind.Number,
        JsonValueKind.True or JsonValueKind.False => SnippetKind.Boolean,
        JsonValueKind.Array => SnippetKind.Array,
        JsonValueKind.Object => SnippetKind.Object,
        _ => SnippetKind.Null,
    };

    /// <summary>Whether the snippet's sample shows the input's kind.</summary>
    public static bool IsKnown(SnippetKind kind) => kind is not (SnippetKind.None or SnippetKind.Null);
}
