using System;
using System.IO;

namespace FetchHive;

/// <summary>
/// Reads one object or array as models write it, and writes it as strict JSON. In addition to JSON it accepts comments, a trailing comma,
/// unquoted names and single quotes (as in JSON5), line breaks and other control characters inside strings, and Python's <c>True</c>,
/// <c>False</c> and <c>None</c>. It never guesses: everything else is refused. docs/outputs.md has the rules.
/// </summary>
internal ref partial struct TolerantJson
{
    private const int End = -1;

    private readonly ReadOnlySpan<byte> _text;
    private readonly MemoryStream _json;
    private readonly int _maxDepth;
    private readonly bool _numbersCount;
    private int _at;

    /// <summary>Creates a reader of one value.</summary>
    /// <param name="text">The text, in UTF-8.</param>
    /// <param name="at">The index of the value's opening bracket.</param>
    /// <param name="json">Receives the strict JSON.</param>
    /// <param name="maxDepth">The maximum number of open brackets.</param>
    /// <param name="numbersCount">Whether an item that is a number makes an array look like JSON; otherwise it may be a reference, such as
    /// <c>[1]</c>.</param>
    public TolerantJson(ReadOnlySpan<byte> text, int at, MemoryStream json, int maxDepth, bool numbersCount)
    {
        _text = text;
        _at = at;
        _json = json;
        _maxDepth = maxDepth;
        _numbersCount = numbersCount;
    }

    /// <summary>The reader's position: after the value, or at what it couldn't read.</summary>
    public readonly int At => _at;

    /// <summary>Whether the text looks like JSON. If such text can't be read, it is broken JSON and not prose with a bracket.</summary>
    public bool LooksLikeJson { get; private set; }

    /// <summary>Whether the value is or contains an object.</summary>
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

    // A comma isn't written until something follows it. The closing bracket isn't consumed.
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

    private void Copy()
    {
        _json.WriteByte(_text[_at]);
        _at++;
    }
}
