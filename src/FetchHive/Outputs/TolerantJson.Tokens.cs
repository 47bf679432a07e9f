using System;
using System.Globalization;
using System.Text;

namespace FetchHive;

// Strings, names, numbers, words, and what may be between them.
internal ref partial struct TolerantJson
{
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

    // JSON5 reads other escapes as the character itself ("\d" is "d"), which is usually not what was meant.
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

        // It isn't a number if a word follows (or another digit, after a leading zero).
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
            // The end of the text may cut off the word.
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

    /// <summary>Skips white space and comments. False for a comment without an end, and for a slash that doesn't begin a comment.</summary>
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

    /// <summary>The length of the character at the reader's position, if it may be in an unquoted name; 0 otherwise.</summary>
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

    private static bool IsHexDigit(byte value) => value is >= (byte)'0' and <= (byte)'9' || (value | 0x20) is >= 'a' and <= 'f';
}
