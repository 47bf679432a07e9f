using System;
using System.Text;

namespace FetchHive.Generators.Emitting;

/// <summary>Writes C# with indentation and <c>\n</c>, so that the same model gives the same text on every machine.</summary>
internal sealed class SourceWriter
{
    private const int IndentSize = 4;

    private readonly StringBuilder _text = new(4096);
    private int _indent;

    /// <summary>Writes one line; an empty one has no trailing spaces.</summary>
    public void Line(string text = "")
    {
        if (text.Length > 0)
        {
            _text.Append(' ', _indent * IndentSize).Append(text);
        }

        _text.Append('\n');
    }

    /// <summary>Writes a line that is not indented: a directive.</summary>
    public void Directive(string text) => _text.Append(text).Append('\n');

    /// <summary>Writes a line and an opening brace, and indents what follows until the result is disposed.</summary>
    public Block Open(string header, string close = "}")
    {
        Line(header);
        Line("{");
        _indent++;
        return new Block(this, close);
    }

    /// <summary>Indents what follows, for a statement or argument that goes on over lines.</summary>
    public Block Continue()
    {
        _indent++;
        return new Block(this, null);
    }

    public override string ToString() => _text.ToString();

    /// <summary>Closes what was opened.</summary>
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
}
