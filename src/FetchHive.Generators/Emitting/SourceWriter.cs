using System;
using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace FetchHive.Generators.Emitting;

/// <summary>Writes C# with indentation and <c>\n</c>, so that the same model gives the same text on every machine.</summary>
/// <remarks>
/// The parts of an interpolated line are appended one by one: a string for each line would double the garbage. So the expressions inside an
/// interpolated line must not write lines.
/// </remarks>
internal sealed class SourceWriter
{
    private const int IndentSize = 4;
    private const int FirstSize = 32 * 1024;

    // Rented, because interfaces are written one after the other. An array for each would exceed everything else that the generator
    // allocates.
    private char[] _text = ArrayPool<char>.Shared.Rent(FirstSize);
    private int _length;
    private int _indent;

    public void Line() => Append('\n');

    /// <summary>Writes one line; an empty one has no trailing spaces.</summary>
    public void Line(string text)
    {
        if (text.Length > 0)
        {
            Indent();
            Append(text);
        }

        Append('\n');
    }

    /// <summary>Writes one line.</summary>
    public void Line([InterpolatedStringHandlerArgument("")] LineParts parts)
    {
        _ = parts;
        Append('\n');
    }

    /// <summary>Writes a line that is not indented: a directive.</summary>
    public void Directive(string text)
    {
        Append(text);
        Append('\n');
    }

    /// <summary>Writes a line and an opening brace, and indents what follows until the result is disposed.</summary>
    public Block Open(string header, string close = "}")
    {
        Line(header);
        return OpenBrace(close);
    }

    /// <summary>Writes a line and an opening brace, and indents what follows until the result is disposed.</summary>
    public Block Open([InterpolatedStringHandlerArgument("")] LineParts header, string close = "}")
    {
        Line(header);
        return OpenBrace(close);
    }

    /// <summary>Indents what follows, for a statement or argument that spans several lines.</summary>
    public Block Continue()
    {
        _indent++;
        return new Block(this, null);
    }

    /// <summary>Returns the text. Afterwards nothing more can be written.</summary>
    public string Finish()
    {
        string text = new(_text, 0, _length);
        ArrayPool<char>.Shared.Return(_text);
        _text = [];
        _length = 0;
        return text;
    }

    private Block OpenBrace(string close)
    {
        Line("{");
        _indent++;
        return new Block(this, close);
    }

    private void Indent()
    {
        int count = _indent * IndentSize;
        Reserve(count);
        _text.AsSpan(_length, count).Fill(' ');
        _length += count;
    }

    private void Append(char letter)
    {
        Reserve(1);
        _text[_length++] = letter;
    }

    private void Append(string text)
    {
        Reserve(text.Length);
        text.CopyTo(0, _text, _length, text.Length);
        _length += text.Length;
    }

    private void Reserve(int count)
    {
        if (_text.Length - _length < count)
        {
            char[] larger = ArrayPool<char>.Shared.Rent(Math.Max(_text.Length * 2, _length + count));
            Array.Copy(_text, larger, _length);
            ArrayPool<char>.Shared.Return(_text);
            _text = larger;
        }
    }

    /// <summary>Writes the closing line, if there is one, and ends the indentation.</summary>
    public readonly struct Block(SourceWriter writer, string? close) : IDisposable
    {
        public void Dispose()
        {
            writer._indent--;
            if (close is not null)
            {
                writer.Line(close);
            }
        }
    }

    /// <summary>Takes the parts of an interpolated line.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct LineParts
    {
        private readonly SourceWriter _writer;

        public LineParts(int literalLength, int formattedCount, SourceWriter writer)
        {
            _ = formattedCount;
            writer.Indent();
            writer.Reserve(literalLength);
            _writer = writer;
        }

        public void AppendLiteral(string text) => _writer.Append(text);

        public void AppendFormatted(string? text) => _writer.Append(text ?? "");

        public void AppendFormatted(int number) => _writer.Append(number.ToString(CultureInfo.InvariantCulture));
    }
}
