using System.Text;

namespace FetchHive.Generators.Snippets.Reading;

/// <content>Reads strings, numbers and words.</content>
internal sealed partial class JsonReader
{
    private string? ReadText()
    {
        int start = _position++;
        StringBuilder text = new();
        while (_position < _text.Length)
        {
            char next = _text[_position];
            if (next == '"')
            {
                _position++;
                return HalfPairIn(text) ? FailText(start, _position - start, Complaints.HalfPair) : text.ToString();
            }

            if (next < ' ')
            {
                return FailText(_position, 1, next is '\r' or '\n' ? Complaints.LineEndInText : Complaints.ControlInText);
            }

            if (next != '\\')
            {
                text.Append(next);
                _position++;
            }
            else if (!ReadEscape(text))
            {
                return null;
            }
        }

        return FailText(start, 1, Complaints.OpenText);
    }

    private bool ReadEscape(StringBuilder text)
    {
        int start = _position;
        char letter = start + 1 < _text.Length ? _text[start + 1] : '\0';
        char? simple = letter switch
        {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'b' => '\b',
            'f' => '\f',
            '"' or '\\' or '/' => letter,
            _ => null,
        };
        if (simple is { } character)
        {
            text.Append(character);
            _position += 2;
            return true;
        }

        int code = 0;
        for (int i = start + 2; letter == 'u' && i < start + 6; i++)
        {
            int digit = i < _text.Length ? HexDigit(_text[i]) : -1;
            code = digit < 0 ? int.MinValue : (code * 16) + digit;
        }

        if (letter != 'u' || code < 0)
        {
            Fail(start, 1, Complaints.NoEscape);
            return false;
        }

        text.Append((char)code);
        _position += 6;
        return true;
    }

    private SnippetValue? ReadNumber()
    {
        int start = _position;
        bool isNumber = true;
        if (IsNext('-'))
        {
            _position++;
        }

        int whole = _position;
        isNumber &= SkipDigits() && (_text[whole] != '0' || _position == whole + 1);
        if (IsNext('.'))
        {
            _position++;
            isNumber &= SkipDigits();
        }

        if (IsNext('e') || IsNext('E'))
        {
            _position++;
            if (IsNext('+') || IsNext('-'))
            {
                _position++;
            }

            isNumber &= SkipDigits();
        }

        // Characters that follow without a separator belong to the number, such as the second dot of 1.2.3.
        isNumber &= _position == _text.Length || !(char.IsLetterOrDigit(_text[_position]) || _text[_position] is '.' or '_' or '+' or '-');
        if (isNumber)
        {
            return Value(SnippetKind.Number, start, _text.Substring(start, _position - start));
        }

        int end = WordEnd(start);
        return Fail(start, end - start, Complaints.NoNumber(_text.Substring(start, end - start)));
    }

    private SnippetValue? ReadWord()
    {
        int start = _position;
        int end = WordEnd(start);
        string word = _text.Substring(start, end - start);
        if (word is "true" or "false" or "null")
        {
            _position = end;
            return word == "null" ? Value(SnippetKind.Null, start) : Value(SnippetKind.Boolean, start, word);
        }

        return Fail(start, word.Length == 0 ? 1 : word.Length, Complaints.NoValue(word.Length == 0 ? _text[start].ToString() : word));
    }

    private int WordEnd(int start)
    {
        int end = start;
        while (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] is '_' or '.' or '+' or '-'))
        {
            end++;
        }

        return end;
    }

    private bool SkipDigits()
    {
        int start = _position;
        while (_position < _text.Length && _text[_position] is >= '0' and <= '9')
        {
            _position++;
        }

        return _position > start;
    }

    private string? FailText(int start, int length, string message)
    {
        Fail(start, length, message);
        return null;
    }

    private static bool HalfPairIn(StringBuilder text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static int HexDigit(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        >= 'a' and <= 'f' => character - 'a' + 10,
        >= 'A' and <= 'F' => character - 'A' + 10,
        _ => -1,
    };
}
