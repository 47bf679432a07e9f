using System;
using System.Collections.Generic;

namespace FetchHive.Generators.Snippets.Reading;

/// <summary>Reads JSON strictly by RFC 8259 into values with their positions. Comments and trailing commas can be allowed.</summary>
internal sealed partial class JsonReader
{
    // The default limit of System.Text.Json. It also bounds the recursion.
    private const int MaxDepth = 64;

    private readonly MappedText _source;
    private readonly string _text;
    private readonly bool _isLenient;
    private int _position;

    /// <summary>Reads a text from an index on.</summary>
    /// <param name="source">The text.</param>
    /// <param name="start">The index of the value, or of white space before it.</param>
    /// <param name="isLenient">Whether comments and trailing commas are skipped.</param>
    public JsonReader(MappedText source, int start, bool isLenient)
    {
        _source = source;
        _text = source.Text;
        _position = start;
        _isLenient = isLenient;
    }

    /// <summary>The first problem found; <see langword="null"/> if there is none yet.</summary>
    public SnippetProblem? Problem { get; private set; }

    /// <summary>Where reading stopped.</summary>
    public int Position => _position;

    /// <summary>Reads one value. Only white space may follow.</summary>
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

    /// <summary>Moves to the next element of an array or object, or past its end.</summary>
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

    private SnippetValue? Fail(int start, int length, string message)
    {
        Problem ??= new SnippetProblem(SnippetProblemKind.Unreadable, _source.Map(start, Math.Min(length, _text.Length - start)), message);
        return null;
    }
}
