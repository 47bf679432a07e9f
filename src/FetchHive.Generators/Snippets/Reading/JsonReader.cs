using System;
using System.Collections.Generic;
using System.Text;

namespace FetchHive.Generators.Snippets.Reading;

/// <summary>
/// Reads JSON by the letter of RFC 8259 into values that know their place; where it is said, with comments and trailing commas.
/// </summary>
internal sealed class JsonReader
{
    // What System.Text.Json allows by default; it also bounds the recursion.
    private const int MaxDepth = 64;

    private readonly MappedText _source;
    private readonly string _text;
    private readonly bool _isLenient;
    private int _position;

    /// <summary>Reads a text from a place on.</summary>
    /// <param name="source">The text.</param>
    /// <param name="start">Where the value begins, or white space before it.</param>
    /// <param name="isLenient">Whether comments and trailing commas are passed over.</param>
    public JsonReader(MappedText source, int start, bool isLenient)
    {
        _source = source;
        _text = source.Text;
        _position = start;
        _isLenient = isLenient;
    }

    /// <summary>What is wrong; <see langword="null"/> while nothing is.</summary>
    public SnippetProblem? Problem { get; private set; }

    /// <summary>Where reading stopped.</summary>
    public int Position => _position;

    /// <summary>Reads one value and nothing behind it but white space.</summary>
    public SnippetValue? ReadAll()
    {
        if (!SkipBlanks() || ReadValue(0) is not { } value || !SkipBlanks())
        {
            return null;
        }

        return _position == _text.Length ? value : Fail(_position, 1, Complaints.BehindJson(_text, _position));
    }

    private SnippetValue? ReadValue(int depth)
    {
        if (_position == _text.Length)
        {
            return FailAtEnd();
        }

        int start = _position;
        switch (_text[start])
        {
            case '{':
                return depth == MaxDepth ? Fail(start, 1, Complaints.TooDeep(MaxDepth)) : ReadObject(depth + 1);
            case '[':
                return depth == MaxDepth ? Fail(start, 1, Complaints.TooDeep(MaxDepth)) : ReadArray(depth + 1);
            case '"':
                return ReadText() is { } text ? Value(SnippetKind.Text, start, text) : null;
            case '-' or (>= '0' and <= '9'):
                return ReadNumber();
            default:
                return ReadWord();
        }
    }

    private SnippetValue? ReadObject(int depth)
    {
        int start = _position++;
        List<SnippetProperty> properties = [];
        HashSet<string> names = [];
        while (BeginsElement('}', properties.Count == 0, out bool ended))
        {
            if (ended)
            {
                return Value(SnippetKind.Object, start, properties: properties);
            }

            int nameStart = _position;
            if (!IsNext('"'))
            {
                return _position == _text.Length ? FailAtEnd() : Fail(_position, 1, Complaints.NoName(_text[_position]));
            }

            if (ReadText() is not { } name)
            {
                return null;
            }

            int nameLength = _position - nameStart;
            if (!names.Add(name))
            {
                return Fail(nameStart, nameLength, Complaints.SecondTime(name));
            }

            if (!SkipBlanks() || !Expect(':', Complaints.NoColon(name)) || !SkipBlanks() || ReadValue(depth) is not { } value)
            {
                return null;
            }

            properties.Add(new SnippetProperty(name, _source.Map(nameStart, nameLength), value));
        }

        return null;
    }

    private SnippetValue? ReadArray(int depth)
    {
        int start = _position++;
        List<SnippetValue> items = [];
        while (BeginsElement(']', items.Count == 0, out bool ended))
        {
            if (ended)
            {
                return Value(SnippetKind.Array, start, items: items);
            }

            if (ReadValue(depth) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return null;
    }

    /// <summary>Goes to the next element of an array or object, or behind its end.</summary>
    /// <returns>Whether there is no problem.</returns>
    private bool BeginsElement(char close, bool isFirst, out bool ended)
    {
        ended = false;
        if (!SkipBlanks())
        {
            return false;
        }

        int comma = _position;
        if (!isFirst && !IsNext(close) && (!Expect(',', Complaints.NoComma(close)) || !SkipBlanks()))
        {
            return false;
        }

        if (!IsNext(close))
        {
            return true;
        }

        if (_position != comma && !_isLenient)
        {
            Fail(comma, 1, Complaints.TrailingComma);
            return false;
        }

        _position++;
        ended = true;
        return true;
    }

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

        // What follows without a separator belongs to it, such as the second dot of 1.2.3.
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

    private bool SkipBlanks()
    {
        while (_position < _text.Length)
        {
            char next = _text[_position];
            char second = _position + 1 < _text.Length ? _text[_position + 1] : '\0';
            if (next is ' ' or '\t' or '\r' or '\n')
            {
                _position++;
            }
            else if (next == '/' && (second is '/' or '*'))
            {
                if (!SkipComment(second))
                {
                    return false;
                }
            }
            else
            {
                return true;
            }
        }

        return true;
    }

    private bool SkipComment(char kind)
    {
        int start = _position;
        if (!_isLenient)
        {
            Fail(start, 2, Complaints.CommentInBody);
            return false;
        }

        int end = kind == '*' ? _text.IndexOf("*/", start + 2, StringComparison.Ordinal) + 2 : _text.IndexOfAny(['\r', '\n'], start);
        if (kind == '*' && end < 2)
        {
            Fail(start, 2, Complaints.OpenComment);
            return false;
        }

        _position = end < 0 ? _text.Length : end;
        return true;
    }

    private bool Expect(char character, string complaint)
    {
        if (IsNext(character))
        {
            _position++;
            return true;
        }

        _ = _position == _text.Length ? FailAtEnd() : Fail(_position, 1, complaint);
        return false;
    }

    private bool IsNext(char character) => _position < _text.Length && _text[_position] == character;

    private SnippetValue Value(
        SnippetKind kind, int start, string text = "", List<SnippetProperty>? properties = null, List<SnippetValue>? items = null) =>
        new(_text, start, _position - start)
        {
            Kind = kind,
            Span = _source.Map(start, _position - start),
            Text = text,
            Properties = properties is null ? Array.Empty<SnippetProperty>() : properties,
            Items = items is null ? Array.Empty<SnippetValue>() : items,
        };

    private SnippetValue? FailAtEnd() => Fail(Math.Max(_text.Length - 1, 0), Math.Min(_text.Length, 1), Complaints.CutJson);

    private string? FailText(int start, int length, string message)
    {
        Fail(start, length, message);
        return null;
    }

    private SnippetValue? Fail(int start, int length, string message)
    {
        Problem ??= new SnippetProblem(SnippetProblemKind.Unreadable, _source.Map(start, Math.Min(length, _text.Length - start)), message);
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
