using System.Globalization;
using FetchHive.Generators.Snippets;
using FetchHive.Tool.Snippets;

namespace FetchHive.Tool.Calling;

/// <summary>The metadata and the user of a snippet, as options of a call.</summary>
internal static class SnippetCallOptions
{
    public static WorkflowCallOptions Of(SnippetOnDisk snippet)
    {
        WorkflowCallOptions options = new() { User = snippet.Snippet.User?.Value };
        foreach (SnippetProperty property in snippet.Snippet.Metadata?.Properties ?? [])
        {
            if (ValueOf(property.Value) is { } value)
            {
                options.Metadata[property.Name] = value;
            }
        }

        return options;
    }

    private static MetadataValue? ValueOf(SnippetValue value) => value.Kind switch
    {
        SnippetKind.Text => value.Text,
        SnippetKind.Boolean => value.Text == "true",
        SnippetKind.Number when long.TryParse(
            value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) => whole,
        SnippetKind.Number => double.Parse(value.Text, CultureInfo.InvariantCulture),
        _ => null,
    };
}
