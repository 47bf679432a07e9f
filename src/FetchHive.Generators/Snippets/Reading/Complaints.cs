using System.Collections.Generic;
using System.Globalization;

namespace FetchHive.Generators.Snippets.Reading;

/// <summary>
/// The messages for unreadable files: what was found, and what was expected. Each is a clause that continues "brief.fetchhive.sh can't be
/// read:".
/// </summary>
internal static class Complaints
{
    public const string Expected = "save the cURL command of the deployment's Code Snippet dialog unchanged, or only the request body";

    public const string Empty = "it contains no snippet; " + Expected;

    public const string NotUtf8 = "this character was lost, because the file isn't UTF-8; save it as UTF-8 and paste the snippet again";

    public const string Zero = "it contains a NUL character, so it is UTF-16 without a byte order mark, or not text; save it as UTF-8";

    public const string OpenQuote = "this quote is never closed; the snippet is cut off, or a quote inside the text isn't escaped";

    public const string Apostrophe =
        "this apostrophe ends the text in single quotes, and the rest is left over; "
        + "write it as '\\'' there, or paste the dialog's snippet again";

    public const string SpaceBehindBackslash = "a space follows the \\ at the end of the line, so the command ends here; remove the space";

    public const string UnquotedBody =
        "the body isn't quoted for the shell, so the shell removes the JSON's own quotes; put it in single quotes";

    public const string Cmd = "this is cURL for the Windows command prompt (cmd), with ^ where bash has \\; copy it as cURL (bash)";

    public const string PowerShell = "this is PowerShell; copy it as cURL (bash)";

    public const string NoBreakSpace =
        "this is a no-break space, which the shell treats as a letter; replace it with a space, or paste the dialog's snippet again";

    public const string TypographicQuote =
        "this is a typographic quote, which a word processor inserted; paste the snippet from the dialog itself";

    public const string CutJson = "the JSON is cut off; paste the whole snippet";

    public const string TrailingComma = "nothing follows this comma, which the service refuses; remove the comma";

    public const string CommentInBody = "the JSON contains a comment, which the service refuses; write it above the snippet, after a #";

    public const string OpenComment = "this comment is never closed; end it with */";

    public const string OpenText = "the JSON string that begins here has no closing quote";

    public const string LineEndInText = "the line ends inside a JSON string; write \\n there, or close the string with a quote";

    public const string ControlInText = "a JSON string contains a control character; write it as an escape, such as \\t";

    public const string HalfPair =
        "the JSON string contains half of a surrogate pair, which isn't a character; write both halves, or the character itself";

    public const string NoEscape = "this \\ doesn't begin a JSON escape; write \\\\ for a backslash";

    public static string TooLong(SnippetFileKind kind) =>
        $"it has more than {Number(SnippetFile.MaxLength)} characters, which is no "
        + (kind == SnippetFileKind.Output ? "output of a run; save a shorter sample" : "snippet; " + Expected);

    public static string TooDeep(int depth) => $"the JSON is nested more than {depth} levels deep, but no request is";

    public static string NoName(char found) => $"a property's name in double quotes is expected here, not {QuoteCharacter(found)}";

    public static string NoColon(string name) => $"a colon is expected after \"{Shorten(name)}\"";

    public static string NoComma(char close) => $"a comma or {close} is expected here";

    public static string NoNumber(string found) => $"'{Shorten(found)}' isn't a JSON number; put it in double quotes if it is text";

    public static string NoValue(string found) => $"'{Shorten(found)}' isn't a JSON value; put it in double quotes if it is text";

    public static string SecondTime(string name) => $"the property \"{Shorten(name)}\" occurs twice; keep one of the two";

    public static string BehindJson(string text, int at) =>
        $"the JSON ends before this {QuoteCharacter(text[at])}; remove what follows, or the extra bracket";

    /// <summary>What is wrong with a character outside of quotes; <see langword="null"/> if it is allowed.</summary>
    public static string? OfBareCharacter(string file, int at)
    {
        char next = file[at];
        bool isLast = at + 1 == file.Length || file[at + 1] is '\r' or '\n';
        return next switch
        {
            '\u2018' or '\u2019' or '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' => TypographicQuote,
            '\u00A0' or '\u202F' or '\u2007' => NoBreakSpace,
            '^' when isLast || file[at + 1] == '"' => Cmd,
            '`' when isLast => PowerShell,
            '\\' when at + 1 == file.Length => "a \\ continues the command, but the file ends here; paste the whole snippet",
            '\\' when IsBlankToLineEnd(file, at + 1) => SpaceBehindBackslash,
            ';' or '&' or '|' or '<' or '>' or '(' or ')' =>
                $"'{next}' has a meaning in the shell, but only the curl command is expected; "
                + "remove it and what follows, or put the word in quotes",
            _ => null,
        };
    }

    public static string QuoteCharacter(char character) => character switch
    {
        '\r' or '\n' => "the end of the line",
        '\'' => "\"'\"",
        < ' ' => "a control character",
        _ => $"'{character}'",
    };

    /// <summary>Shortens text of the file to one short line for a message.</summary>
    public static string Shorten(string text)
    {
        const int longest = 40;
        int end = text.IndexOfAny(['\r', '\n']);
        return TextCut.Shortened(end < 0 ? text : text.Substring(0, end), longest);
    }

    /// <summary>Lists names of the file for a message: the first ones if there are many.</summary>
    public static string List(List<string> names)
    {
        const int most = 10;
        List<string> shown = names.GetRange(0, System.Math.Min(names.Count, most)).ConvertAll(Shorten);
        return string.Join(", ", shown) + (names.Count > most ? ", …" : "");
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static bool IsBlankToLineEnd(string file, int at)
    {
        int end = at;
        while (end < file.Length && (file[end] is ' ' or '\t'))
        {
            end++;
        }

        return end > at && (end == file.Length || file[end] is '\r' or '\n');
    }
}
