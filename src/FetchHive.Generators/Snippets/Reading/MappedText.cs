using System.Collections.Generic;
using System.Text;

namespace FetchHive.Generators.Snippets.Reading;

/// <summary>
/// Text that knows the position of each of its characters in the file. The positions differ because of the shell's quotes and escapes.
/// </summary>
internal sealed class MappedText
{
    private readonly List<Piece> _pieces;

    private MappedText(string text, List<Piece> pieces)
    {
        Text = text;
        _pieces = pieces;
    }

    public string Text { get; }

    /// <summary>The text of a whole file, in which all positions are the same.</summary>
    public static MappedText Same(string file) => new(file, [new Piece(0, 0, 0)]);

    /// <summary>The position of a piece of the text in the file.</summary>
    public SnippetSpan Map(int start, int length)
    {
        int mapped = StartOf(start);
        return SnippetSpan.Between(mapped, length == 0 ? mapped : EndOf(start + length - 1));
    }

    /// <summary>The text from an index on.</summary>
    public MappedText From(int start)
    {
        Builder rest = new();
        for (int i = start; i < Text.Length; i++)
        {
            SnippetSpan span = Map(i, 1);
            if (span.Length == 1)
            {
                rest.Add(Text[i], span.Start);
            }
            else
            {
                rest.AddEscape(Text[i].ToString(), span.Start, span.Length);
            }
        }

        return rest.Build();
    }

    private int StartOf(int position)
    {
        if (_pieces.Count == 0)
        {
            return 0;
        }

        Piece piece = _pieces[IndexOf(position)];
        return piece.EscapeLength == 0 ? piece.Source + position - piece.Start : piece.Source;
    }

    private int EndOf(int position)
    {
        Piece piece = _pieces[IndexOf(position)];
        return piece.EscapeLength == 0 ? piece.Source + position - piece.Start + 1 : piece.Source + piece.EscapeLength;
    }

    private int IndexOf(int position)
    {
        int low = 0;
        int high = _pieces.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (_pieces[middle].Start <= position)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    /// <summary>A sequence of unescaped characters, or the one or two characters of an escape.</summary>
    /// <param name="Start">The index in the text.</param>
    /// <param name="Source">The index in the file.</param>
    /// <param name="EscapeLength">The escape's length in the file; 0 for unescaped characters.</param>
    private readonly record struct Piece(int Start, int Source, int EscapeLength);

    /// <summary>Builds a text from left to right.</summary>
    internal sealed class Builder
    {
        private readonly StringBuilder _text = new();
        private readonly List<Piece> _pieces = [];
        private int _nextSource = -1;

        /// <summary>Adds an unescaped character of the file.</summary>
        public void Add(char character, int source)
        {
            if (source != _nextSource)
            {
                _pieces.Add(new Piece(_text.Length, source, 0));
            }

            _text.Append(character);
            _nextSource = source + 1;
        }

        /// <summary>Adds the character or characters of an escape.</summary>
        public void AddEscape(string characters, int source, int length)
        {
            _pieces.Add(new Piece(_text.Length, source, length));
            _text.Append(characters);
            _nextSource = -1;
        }

        public MappedText Build() => new(_text.ToString(), _pieces);
    }
}
