namespace FetchHive.Generators.Analyzers.Calls;

/// <summary>
/// Recognises JSON arrays and objects in text, strictly by RFC 8259: no comments, no trailing commas. Interpolated text counts if its
/// constant parts can't be anything else.
/// </summary>
internal ref struct JsonShape
{
    /// <summary>Represents an expression in interpolated text, by a character that Unicode doesn't assign.</summary>
    public const char Hole = '\uFFFF';

    /// <summary>Represents an expression that is known to be JSON.</summary>
    public const char JsonHole = '\uFFFE';

    // The default limit of JSON readers. It also bounds the recursion.
    private const int MaxDepth = 64;

    private readonly string _text;
    private int _position;
    private bool _hasOpenHole;
    private bool _isSurelyJson;

    private JsonShape(string text) => _text = text;

    /// <summary>A description of the text for a message; <see langword="null"/> if it isn't an array or object.</summary>
    public static string? Describe(string text)
    {
        JsonShape shape = new(text);
        shape.SkipWhiteSpace();
        if (shape._position == text.Length || text[shape._position] is not ('[' or '{'))
        {
            return null;
        }

        bool isArray = text[shape._position] == '[';
        if (!shape.ReadValue(0) || !shape.IsAtEnd())
        {
            return null;
        }

        // "[draft]" with an expression for the word, and a footnote "[1]", also look like JSON. JSON is recognised by quotes, names and
        // commas.
        return shape._isSurelyJson || (!shape._hasOpenHole && IsEmpty(text))
            ? isArray ? "the text of a JSON array" : "the text of a JSON object"
            : null;
    }

    private static bool IsEmpty(string text)
    {
        foreach (char letter in text)
        {
            if (!IsWhiteSpace(letter) && letter is not ('[' or ']' or '{' or '}'))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsAtEnd()
    {
        SkipWhiteSpace();
        return _position == _text.Length;
    }

    private bool ReadValue(int depth)
    {
        SkipWhiteSpace();
        if (depth > MaxDepth || _position == _text.Length)
        {
            return false;
        }

        switch (_text[_position])
        {
            case '[':
                return ReadArray(depth);
            case '{':
                return ReadObject(depth);
            case '"':
                _isSurelyJson = true;
                return ReadString();
            case Hole:
                _hasOpenHole = true;
                _position++;
                return true;
            case JsonHole:
                _isSurelyJson = true;
                _position++;
                return true;
            case 't':
                return Read("true");
            case 'f':
                return Read("false");
            case 'n':
                return Read("null");
            default:
                return ReadNumber();
        }
    }

    private bool ReadArray(int depth)
    {
        _position++;
        if (TryRead(']'))
        {
            return true;
        }

        bool hadHoles = _hasOpenHole;
        for (int count = 1; ; count++)
        {
            if (!ReadValue(depth + 1))
            {
                return false;
            }

            if (TryRead(']'))
            {
                // Several constant values aren't text for people. With expressions they might be: $"[{from}, {to}]".
                _isSurelyJson |= count > 1 && _hasOpenHole == hadHoles;
                return true;
            }

            if (!TryRead(','))
            {
                return false;
            }
        }
    }

    private bool ReadObject(int depth)
    {
        _position++;
        if (TryRead('}'))
        {
            return true;
        }

        do
        {
            SkipWhiteSpace();
            if (_position == _text.Length || _text[_position] != '"' || !ReadString() || !TryRead(':') || !ReadValue(depth + 1))
            {
                return false;
            }

            _isSurelyJson = true;
        }
        while (TryRead(','));
        return TryRead('}');
    }

    private bool ReadString()
    {
        for (_position++; _position < _text.Length; _position++)
        {
            switch (_text[_position])
            {
                case '"':
                    _position++;
                    return true;
                case '\\':
                    _position++;
                    if (!ReadEscape())
                    {
                        return false;
                    }

                    break;
                case < ' ':
                    return false;
            }
        }

        return false;
    }

    /// <summary>Reads the escape that follows a backslash, up to its last character.</summary>
    private bool ReadEscape()
    {
        if (_position == _text.Length)
        {
            return false;
        }

        if (_text[_position] != 'u')
        {
            return _text[_position] is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't';
        }

        for (int digit = 0; digit < 4; digit++)
        {
            _position++;
            if (_position == _text.Length || _text[_position] is not ((>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F')))
            {
                return false;
            }
        }

        return true;
    }

    private bool ReadNumber()
    {
        if (IsAt('-'))
        {
            _position++;
        }

        if (IsAt('0'))
        {
            _position++;
        }
        else if (!ReadDigits())
        {
            return false;
        }

        if (IsAt('.'))
        {
            _position++;
            if (!ReadDigits())
            {
                return false;
            }
        }

        if (IsAt('e') || IsAt('E'))
        {
            _position++;
            if (IsAt('+') || IsAt('-'))
            {
                _position++;
            }

            return ReadDigits();
        }

        return true;
    }

    private bool ReadDigits()
    {
        int start = _position;
        while (_position < _text.Length && _text[_position] is >= '0' and <= '9')
        {
            _position++;
        }

        return _position > start;
    }

    private bool Read(string word)
    {
        if (string.CompareOrdinal(_text, _position, word, 0, word.Length) != 0)
        {
            return false;
        }

        _position += word.Length;
        return true;
    }

    private readonly bool IsAt(char letter) => _position < _text.Length && _text[_position] == letter;

    private bool TryRead(char letter)
    {
        SkipWhiteSpace();
        if (!IsAt(letter))
        {
            return false;
        }

        _position++;
        return true;
    }

    private void SkipWhiteSpace()
    {
        while (_position < _text.Length && IsWhiteSpace(_text[_position]))
        {
            _position++;
        }
    }

    private static bool IsWhiteSpace(char letter) => letter is ' ' or '\t' or '\n' or '\r';
}
