using System.Runtime.CompilerServices;
using System.Text;

using FetchHive.Generators.Snippets;

using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.Analyzers.Snippets;

/// <summary>
/// Reads files as UTF-8. A compiler on Windows reads a file that isn't UTF-8 with the machine's code page. So it would be accepted there,
/// but refused on the build server and by the emulator.
/// </summary>
internal static class SnippetTexts
{
    private static readonly ConditionalWeakTable<SourceText, SourceText> Decoded = new();

    public static SourceText Of(SourceText text) =>
        text.Encoding is null || IsUnicode(text.Encoding) || text.Length > SnippetFile.MaxLength ? text : Decoded.GetValue(text, Decode);

    private static SourceText Decode(SourceText text) =>
        SourceText.From(Encoding.UTF8.GetString(text.Encoding!.GetBytes(text.ToString())), Encoding.UTF8);

    private static bool IsUnicode(Encoding encoding) => encoding is UTF8Encoding or UnicodeEncoding or UTF32Encoding;
}
