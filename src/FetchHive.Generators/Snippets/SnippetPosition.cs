namespace FetchHive.Generators.Snippets;

/// <summary>A position in a file as editors show it.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The character in the line, from 1.</param>
internal readonly record struct SnippetPosition(int Line, int Column)
{
    /// <summary>Finds the line and column of an offset. A line ends with CR, LF, or both.</summary>
    public static SnippetPosition Of(string text, int offset)
    {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < offset && i < text.Length; i++)
        {
            bool endsLine = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'));
            if (endsLine)
            {
                line++;
                lineStart = i + 1;
            }
        }

        return new SnippetPosition(line, offset - lineStart + 1);
    }
}
