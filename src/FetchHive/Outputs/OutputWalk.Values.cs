using System;
using System.Text;
using System.Text.Json;

namespace FetchHive;

// Numbers, texts and enums.
internal ref partial struct OutputWalk
{
    private readonly OutputMistake? Number(OutputShape shape)
    {
        switch (shape.Kind)
        {
            case ShapeKind.Enum:
                return Enum(shape);
            case ShapeKind.Real when IsInfinite(shape.Type):
                return new OutputMistake(
                    TypeName.Of(shape.Type),
                    "the number there is too large for it",
                    "Use a larger type, or change the workflow's last step.");
            case ShapeKind.Integer when _edits is not null:
                Edit(WholeLength(_reader.ValueSpan) is var length && length > 0 ? _reader.ValueSpan.Slice(0, length).ToArray() : null);
                return null;
            case ShapeKind.Text when _edits is not null:
                Edit([(byte)'"', .. _reader.ValueSpan, (byte)'"']);
                return null;
            default:
                return null;
        }
    }

    private readonly bool IsInfinite(Type type) => type == typeof(float)
        ? _reader.TryGetSingle(out float single) && float.IsInfinity(single)
        : type == typeof(double) && _reader.TryGetDouble(out double number) && double.IsInfinity(number);

    private readonly OutputMistake? String(OutputShape shape)
    {
        if (shape.Kind == ShapeKind.Enum)
        {
            return Enum(shape);
        }

        ReadOnlySpan<byte> text = _reader.ValueSpan;
        if (_edits is null || _reader.ValueIsEscaped)
        {
            return null;
        }

        if (shape.Kind == ShapeKind.Boolean && text.Length is 4 or 5)
        {
            Edit(bool.TryParse(Utf8.GetString(text), out bool value) ? Encoding.ASCII.GetBytes(value ? "true" : "false") : null);
        }
        else if (shape.Kind == ShapeKind.Integer && WholeLength(text) is var length && length > 0)
        {
            Edit([(byte)'"', .. text.Slice(0, length), (byte)'"']);
        }

        return null;
    }

    private readonly OutputMistake? Enum(OutputShape shape)
    {
        ReadOnlySpan<byte> json = Token();
        if (shape.Names!.Check(json, out bool isRead) is { } found)
        {
            return new OutputMistake(
                TypeName.Of(shape.Type), found, "Add the member to the enum, or let the workflow's last step return an existing one.");
        }

        if (!isRead && _edits is not null)
        {
            Edit(shape.Names.InAnotherCase(json));
        }

        return null;
    }

    /// <summary>
    /// For a whole number with zeros after the decimal point (<c>7.0</c>), its length without the point and the zeros; 0 for anything else.
    /// </summary>
    private static int WholeLength(ReadOnlySpan<byte> number)
    {
        int point = number.IndexOf((byte)'.');
        int start = number.Length > 0 && number[0] == (byte)'-' ? 1 : 0;
        if (point <= start || point == number.Length - 1)
        {
            return 0;
        }

        for (int i = start; i < number.Length; i++)
        {
            if (i != point && !(number[i] == (byte)'0' || (i < point && number[i] is >= (byte)'1' and <= (byte)'9')))
            {
                return 0;
            }
        }

        return point;
    }

    private readonly ReadOnlySpan<byte> Token()
    {
        bool isText = _reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName;
        return _json.Slice((int)_reader.TokenStartIndex, _reader.ValueSpan.Length + (isText ? 2 : 0));
    }

    private readonly void Edit(byte[]? replacement)
    {
        if (replacement is not null)
        {
            _edits!.Add(new JsonEdit((int)_reader.TokenStartIndex, Token().Length, replacement));
        }
    }
}
