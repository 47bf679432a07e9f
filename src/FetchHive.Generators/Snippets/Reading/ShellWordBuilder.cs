namespace FetchHive.Generators.Snippets.Reading;

/// <summary>
/// Removes the quotes and escapes of a word, piece by piece. Every method takes the piece's start and returns the index after it, or -1 for
/// an unclosed quote.
/// </summary>
internal sealed class ShellWordBuilder(string file)
{
    private readonly MappedText.Builder _text = new();
    private SnippetSpan? _expansion;

    public ShellWord Build(SnippetSpan span) => new() { Text = _text.Build(), Span = span, Expansion = _expansion };

    /// <summary>Whether <c>$'</c> is at this index.</summary>
    public bool BeginsAnsiQuote(int at) => file[at] == '$' && at + 1 < file.Length && file[at + 1] is '\'';

    /// <summary>Adds a character outside of quotes.</summary>
    public int AddBare(int at)
    {
        if (file[at] == '\\' && at + 1 < file.Length)
        {
            _text.AddEscape(file[at + 1].ToString(), at, 2);
            return at + 2;
        }

        NoteExpansion(at);
        _text.Add(file[at], at);
        return at + 1;
    }

    /// <summary>Adds <c>'…'</c>, which has no escapes.</summary>
    public int AddPlainQuoted(int at)
    {
        for (int i = at + 1; i < file.Length; i++)
        {
            if (file[i] == '\'')
            {
                return i + 1;
            }

            _text.Add(file[i], i);
        }

        return -1;
    }

    /// <summary>Adds <c>"…"</c>, in which a backslash escapes itself, double quotes, <c>$</c>, <c>`</c> and a line end.</summary>
    public int AddDoubleQuoted(int at)
    {
        int i = at + 1;
        while (i < file.Length)
        {
            char next = file[i];
            if (next == '"')
            {
                return i + 1;
            }

            if (next == '\\' && i + 1 < file.Length && (file[i + 1] is '"' or '\\' or '$' or '`'))
            {
                _text.AddEscape(file[i + 1].ToString(), i, 2);
                i += 2;
            }
            else if (next == '\\' && i + 1 < file.Length && (file[i + 1] is '\n' or '\r'))
            {
                i += file[i + 1] == '\r' && i + 2 < file.Length && file[i + 2] == '\n' ? 3 : 2;
            }
            else
            {
                NoteExpansion(i);
                _text.Add(next, i);
                i++;
            }
        }

        return -1;
    }

    /// <summary>Adds <c>$'…'</c>, in which a backslash begins the escapes of C.</summary>
    public int AddAnsiQuoted(int at)
    {
        int i = at + 2;
        while (i < file.Length)
        {
            if (file[i] == '\'')
            {
                return i + 1;
            }

            if (file[i] == '\\' && i + 1 < file.Length)
            {
                i = AddAnsiEscape(i);
            }
            else
            {
                _text.Add(file[i], i);
                i++;
            }
        }

        return -1;
    }

    private int AddAnsiEscape(int at)
    {
        char letter = file[at + 1];
        string? simple = letter switch
        {
            'n' => "\n",
            't' => "\t",
            'r' => "\r",
            'b' => "\b",
            'f' => "\f",
            'v' => "\v",
            'a' => "\a",
            'e' or 'E' => "\u001B",
            '\\' or '\'' or '"' or '?' => letter.ToString(),
            _ => null,
        };
        if (simple is not null)
        {
            _text.AddEscape(simple, at, 2);
            return at + 2;
        }

        int most = letter switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        int digits = most == 0 ? at + 1 : at + 2;
        int end = digits;
        int code = 0;
        bool isOctal = most == 0;
        while (end < file.Length && end - digits < (isOctal ? 3 : most) && DigitOf(file[end], isOctal ? 8 : 16) is var digit and >= 0)
        {
            code = unchecked((code * (isOctal ? 8 : 16)) + digit);
            end++;
        }

        if (end == digits)
        {
            // Not an escape: the backslash is literal.
            _text.Add('\\', at);
            return at + 1;
        }

        _text.AddEscape(TextOf(code), at, end - at);
        return end;
    }

    /// <summary>
    /// The character of an escape. Half of a surrogate pair stays as it is, because a pair may be written as two escapes. An invalid code
    /// becomes the replacement character.
    /// </summary>
    private static string TextOf(int code) => code switch
    {
        >= 0 and <= 0xFFFF => ((char)code).ToString(),
        > 0xFFFF and <= 0x10FFFF => char.ConvertFromUtf32(code),
        _ => "\uFFFD",
    };

    private static int DigitOf(char character, int numberBase)
    {
        int digit = character is >= '0' and <= '9' ? character - '0'
            : character is >= 'a' and <= 'f' ? character - 'a' + 10
            : character is >= 'A' and <= 'F' ? character - 'A' + 10
            : int.MaxValue;
        return digit < numberBase ? digit : -1;
    }

    private void NoteExpansion(int at)
    {
        if (_expansion is not null)
        {
            return;
        }

        if (file[at] == '`')
        {
            _expansion = new SnippetSpan(at, 1);
        }
        else if (file[at] == '$' && at + 1 < file.Length && (file[at + 1] is '{' or '(' or '_' || char.IsLetterOrDigit(file[at + 1])))
        {
            int end = at + 2;
            while (end < file.Length && (char.IsLetterOrDigit(file[end]) || file[end] is '_' or '}'))
            {
                end++;
            }

            _expansion = SnippetSpan.Between(at, end);
        }
    }
}
