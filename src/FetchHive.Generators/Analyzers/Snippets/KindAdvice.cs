using FetchHive.Generators.Snippets;

namespace FetchHive.Generators.Analyzers.Snippets;

/// <summary>What to do if a sample and the sent value are of different kinds. Only the workflow shows which one is right.</summary>
internal static class KindAdvice
{
    /// <summary>The advice, as text that follows a colon.</summary>
    /// <param name="sample">The kind of the snippet's value.</param>
    /// <param name="sent">The kind of the sent value.</param>
    public static string For(SnippetKind sample, SnippetKind sent) => (sample, sent) switch
    {
        // How the dialog writes an array isn't documented.
        (SnippetKind.Text, SnippetKind.Array) => "if the Start input is an array, write [] there; if it is text, pass a string",
        (SnippetKind.Array, SnippetKind.Text) => "declare a collection, because an array can't be sent as text",
        (SnippetKind.Text, SnippetKind.Number or SnippetKind.Boolean) =>
            "mark it [Input(AsText = true)], or write the value without quotes there if the Start input isn't text",
        (SnippetKind.Number, SnippetKind.Text) => "declare a number, or write the value in quotes there if the Start input is text",
        (SnippetKind.Boolean, SnippetKind.Text) => "declare a bool, or write the value in quotes there if the Start input is text",
        _ => "change the type, or paste the current snippet if the workflow has changed",
    };
}
