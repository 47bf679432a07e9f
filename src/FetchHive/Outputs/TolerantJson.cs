using System;
using System.Globalization;
using System.IO;
using System.Text;

namespace FetchHive;

/// <summary>
/// Reads one object or array as models write them, and writes it anew as strict JSON. Beyond JSON it takes comments, a trailing comma, unquoted names
/// and single quotes (as JSON5 has them), line breaks and other control characters inside strings, and Python's <c>True</c>, <c>False</c> and <c>None</c>.
/// It never mends: what is none of these is refused. docs/outputs.md has the rules.
/// </summary>
internal ref struct TolerantJson
{
    private const int End = -1;

    private readonly ReadOnlySpan<byte> _text;
    private readonly MemoryStream _json;
    private readonly int _maxDepth;
    private readonly bool _numbersCount;
    private int _at;

    /// <summary>A reader of one value.</summary>
    /// <param name="text">The text, in UTF-8.</param>
    /// <param name="at">Where the value's bracket stands.</param>
    /// <param name="json">Takes the JSON.</param>
    /// <param name="maxDepth">How many brackets may be open.</param>
    /// <param name="numbersCount">Whether an item that is a number makes an array look like JSON; otherwise it may be a reference, such as <c>[1]</c>.</param>
    public TolerantJson(ReadOnlySpan<byte> text, int at, MemoryStream json, int maxDepth, bool numbersCount)
    {
        _text = text;
        _at = at;
        _json = json;
        _maxDepth = maxDepth;
        _numbersCount = numbersCount;
    }

    /// <summary>Where the reader stands: behind the value, or at what it couldn't read.</summary>
    public readonly int At => _at;

    /// <summary>Whether it looks like JSON. When it then can't be read, it is broken JSON and not prose with a bracket.</summary>
    public bool LooksLikeJson { get; private set; }

    /// <summary>Whether there is an object in it.</summary>
    public bool HasObject { get; private set; }

    public readonly bool IsAtEnd => _at >= _text.Length;

    private readonly int Next => _at < _text.Length ? _text[_at] : End;

    public bool TryRead() => TryReadValue(depth: 1, out _);

    private bool TryReadValue(int depth, out bool isNumber)
    {
        isNumber = false;
        switch (Next)
        {
            case '{':
                return depth <= _maxDepth && TryReadObject(depth);
            case '[':
                return depth <= _maxDepth && TryReadArray(depth);
            case '"' or '\'':
                return TryReadString();
            case '-' or (>= '0' and <= '9'):
                isNumber = true;
                return TryReadNumber();
            default:
                return TryReadWord("true"u8, "true"u8) || TryReadWord("false"u8, "false"u8) || TryReadWord("null"u8, "null"u8)
                    || TryReadWord("True"u8, "true"u8) || TryReadWord("False"u8, "false"u8) || TryReadWord("None"u8, "null"u8);
        }
    }

    private bool TryReadObject(int depth)
    {
        Copy();
        for (bool isFirst = true; ; isFirst = false)
        {
            if (!TrySkipSpace())
            {
                return false;
            }

            if (Next == '}')
            {
                HasObject = true;
                Copy();
                return true;
            }

            if (!isFirst)
            {
                _json.WriteByte((byte)',');
            }

            LooksLikeJson |= Next is '"' or '\'';
            if (!(Next is '"' or '\'' ? TryReadString() : TryReadName()) || !TrySkipSpace() || Next != ':')
            {
                return false;
            }

            LooksLikeJson = true;
            Copy();
            if (!TrySkipSpace() || !TryReadValue(depth + 1, out _) || !TryReadSeparator('}'))
            {
                return false;
            }
        }
    }

    private bool TryReadArray(int depth)
    {
        Copy();
        for (bool isFirst = true; ; isFirst = false)
        {
            if (!TrySkipSpace())
            {
                return false;
            }

            if (Next == ']')
            {
                Copy();
                return true;
            }

            if (!isFirst)
            {
                _json.WriteByte((byte)',');
            }

            if (!TryReadValue(depth + 1, out bool isNumber))
            {
                return false;
            }

            LooksLikeJson |= !isNumber || _numbersCount;
            if (!TryReadSeparator(']'))
            {
                return false;
            }
        }
    }

    // A comma, which isn't written until something follows it; or the bracket, which is left to be read.
    private bool TryReadSeparator(char end)
    {
        if (!TrySkipSpace())
        {
            return false;
        }

        if (Next == ',')
        {
            _at++;
            return true;
        }

        return Next == end;
    }

    private bool TryReadString()
    {
        int quote = Next;
        _at++;
        _json.WriteByte((byte)'"');
        while (Next != End)
        {
            int next = Next;
            if (next == quote)
            {
                _at++;
                _json.WriteByte((byte)'"');
                return true;
            }

            if (next == '\\')
            {
                if (!TryReadEscape())
                {
                    return false;
                }
            }
            else if (next == '"')
            {
                _json.WriteByte((byte)'\\');
                Copy();
            }
            else if (next < 0x20)
            {
                WriteControl(next);
                _at++;
            }
            else
            {
                Copy();
            }
        }

        return false;
    }

    // What JSON5 makes of other escapes ("\d" is "d") is mostly not what was meant.
    private bool TryReadEscape()
    {
        int escaped = _at + 1 < _text.Length ? _text[_at + 1] : End;
        switch (escaped)
        {
            case '\'':
                _at++;
                Copy();
                return true;
            case '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't':
                Copy();
                Copy();
                return true;
            case 'u':
                for (int i = 2; i < 6; i++)
                {
                    if (_at + i >= _text.Length || !IsHexDigit(_text[_at + i]))
                    {
                        _at = Math.Min(_at + i, _text.Length);
                        return false;
                    }
                }

                _json.Write(_text.Slice(_at, 6).ToArray(), 0, 6);
                _at += 6;
                return true;
            default:
                _at = escaped == End ? _text.Length : _at;
                return false;
        }
    }

    private readonly void WriteControl(int control)
    {
        byte[] escape = Encoding.ASCII.GetBytes(control switch
        {
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            _ => "\\u" + control.ToString("x4", CultureInfo.InvariantCulture),
        });
        _json.Write(escape, 0, escape.Length);
    }

    private bool TryReadName()
    {
        int start = _at;
        _json.WriteByte((byte)'"');
        while (Next != End && NameLength(isFirst: _at == start) is var length && length > 0)
        {
            for (; length > 0; length--)
            {
                Copy();
            }
        }

        _json.WriteByte((byte)'"');
        return _at > start;
    }

    private bool TryReadNumber()
    {
        if (Next == '-')
        {
            Copy();
        }

        if (Next == '0')
        {
            Copy();
        }
        else if (!TryReadDigits())
        {
            return false;
        }

        if (Next == '.')
        {
            Copy();
            if (!TryReadDigits())
            {
                return false;
            }
        }

        if (Next is 'e' or 'E')
        {
            Copy();
            if (Next is '+' or '-')
            {
                Copy();
            }

            if (!TryReadDigits())
            {
                return false;
            }
        }

        // A number that a word follows (or another digit, after a leading zero) is none.
        return Next == End || NameLength(isFirst: false) == 0;
    }

    private bool TryReadDigits()
    {
        int start = _at;
        while (Next is >= '0' and <= '9')
        {
            Copy();
        }

        return _at > start;
    }

    private bool TryReadWord(ReadOnlySpan<byte> word, ReadOnlySpan<byte> json)
    {
        ReadOnlySpan<byte> rest = _text.Slice(_at);
        if (!rest.StartsWith(word))
        {
            // A word that the text's end cuts off.
            _at = word.StartsWith(rest) ? _text.Length : _at;
            return false;
        }

        int start = _at;
        _at += word.Length;
        if (Next != End && NameLength(isFirst: false) > 0)
        {
            _at = start;
            return false;
        }

        _json.Write(json.ToArray(), 0, json.Length);
        return true;
    }

    /// <summary>White space and comments. False for a comment without an end, and for a slash that begins none.</summary>
    private bool TrySkipSpace()
    {
        while (true)
        {
            int space = ModelText.SpaceLength(_text.Slice(_at));
            if (space > 0)
            {
                _at += space;
                continue;
            }

            if (Next != '/')
            {
                return true;
            }

            int second = _at + 1 < _text.Length ? _text[_at + 1] : End;
            if (second is not ('/' or '*'))
            {
                return false;
            }

            ReadOnlySpan<byte> comment = _text.Slice(_at + 2);
            int end = second == '/' ? comment.IndexOfAny((byte)'\n', (byte)'\r') : comment.IndexOf("*/"u8);
            _at = end < 0 ? _text.Length : _at + end + (second == '/' ? 3 : 4);
            if (end < 0)
            {
                return false;
            }
        }
    }

    /// <summary>The length of the character where the reader stands, if it may be in an unquoted name; 0 otherwise.</summary>
    private readonly int NameLength(bool isFirst)
    {
        int next = Next;
        if (next < 0x80)
        {
            bool isName = (next | 0x20) is >= 'a' and <= 'z' || next is '_' or '$' || (!isFirst && next is >= '0' and <= '9');
            return isName ? 1 : 0;
        }

        int length = Math.Min(next < 0xE0 ? 2 : next < 0xF0 ? 3 : 4, _text.Length - _at);
        string character = Utf8.GetString(_text.Slice(_at, length));
        UnicodeCategory category = CharUnicodeInfo.GetUnicodeCategory(character, 0);
        bool isLetter = category is <= UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;
        bool isPart = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation;
        return isLetter || (!isFirst && isPart) ? length : 0;
    }

    private static bool IsHexDigit(byte value) => value is (>= (byte)'0' and <= (byte)'9') or (>= (byte)'a' and <= (byte)'f') or (>= (byte)'A' and <= (byte)'F');

    private void Copy()
    {
        _json.WriteByte(_text[_at]);
        _at++;
    }
}
