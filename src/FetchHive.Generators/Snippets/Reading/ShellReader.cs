using System.Collections.Generic;

namespace FetchHive.Generators.Snippets.Reading;

/// <summary>Splits a command into words by the rules of POSIX shells and bash, and collects the comments around it.</summary>
internal sealed class ShellReader
{
    private readonly string _file;
    private readonly List<SnippetSpan> _comments = [];
    private int _position;
    private SnippetSpan? _apostrophe;

    public ShellReader(string file)
    {
        _file = file;
    }

    /// <summary>The skipped comments, each from its <c>#</c> to the end of its line.</summary>
    public IReadOnlyList<SnippetSpan> Comments => _comments;

    /// <summary>The word that was read last.</summary>
    public ShellWord? Word { get; private set; }

    public SnippetProblem? Problem { get; private set; }

    /// <summary>The index of the next token, or of the white space before it.</summary>
    public int Position => _position;

    /// <summary>
    /// The first apostrophe between two letters, as in <c>don't</c>, that ended a quoted text. It is usually the cause of a mistake that is
    /// found after it.
    /// </summary>
    public SnippetSpan? Apostrophe => _apostrophe;

    /// <summary>Skips white space, line ends and comments.</summary>
    public void SkipBlankLines()
    {
        while (true)
        {
            SkipBlanks();
            if (_position == _file.Length || !IsLineEnd(_file[_position]))
            {
                return;
            }

            _position++;
        }
    }

    /// <summary>Reads the next token of the command.</summary>
    public ShellToken Read()
    {
        SkipBlanks();
        if (_position == _file.Length)
        {
            return ShellToken.FileEnd;
        }

        if (IsLineEnd(_file[_position]))
        {
            return ShellToken.LineEnd;
        }

        return ReadWord() ? ShellToken.Word : ShellToken.Problem;
    }

    private void SkipBlanks()
    {
        while (_position < _file.Length)
        {
            char next = _file[_position];
            int continued = ContinuedLine(_position);
            if (next is ' ' or '\t' or '\uFEFF')
            {
                _position++;
            }
            else if (continued > 0)
            {
                _position += continued;
            }
            else if (next == '#')
            {
                SkipComment();
            }
            else
            {
                return;
            }
        }
    }

    private void SkipComment()
    {
        int start = _position;
        while (_position < _file.Length && !IsLineEnd(_file[_position]))
        {
            _position++;
        }

        _comments.Add(SnippetSpan.Between(start, _position));
    }

    /// <summary>The length of a backslash and the line end that it continues; 0 if there is none at this index.</summary>
    private int ContinuedLine(int at)
    {
        if (_file[at] != '\\' || at + 1 == _file.Length)
        {
            return 0;
        }

        return _file[at + 1] == '\n' ? 2
            : _file[at + 1] != '\r' ? 0
            : at + 2 < _file.Length && _file[at + 2] == '\n' ? 3 : 2;
    }

    private bool ReadWord()
    {
        int start = _position;
        ShellWordBuilder word = new(_file);
        while (_position < _file.Length)
        {
            char next = _file[_position];
            int continued = ContinuedLine(_position);
            if (next is ' ' or '\t' || IsLineEnd(next))
            {
                break;
            }

            if (continued > 0)
            {
                _position += continued;
            }
            else if (next is '\'' or '"' || word.BeginsAnsiQuote(_position))
            {
                if (!ReadQuoted(word))
                {
                    return false;
                }
            }
            else if (Complaints.OfBareCharacter(_file, _position) is { } complaint)
            {
                return Fail(new SnippetSpan(_position, 1), complaint);
            }
            else
            {
                _position = word.AddBare(_position);
            }
        }

        Word = word.Build(SnippetSpan.Between(start, _position));
        return true;
    }

    private bool ReadQuoted(ShellWordBuilder word)
    {
        int start = _position;
        bool isPlain = _file[start] == '\'';
        int end = isPlain ? word.AddPlainQuoted(start)
            : _file[start] == '"' ? word.AddDoubleQuoted(start)
            : word.AddAnsiQuoted(start);
        if (end < 0)
        {
            return Fail(new SnippetSpan(start, _file[start] == '$' ? 2 : 1), Complaints.OpenQuote);
        }

        _position = end;
        bool isBetweenLetters = isPlain && end < _file.Length && char.IsLetter(_file[end]) && char.IsLetter(_file[end - 2]);
        if (isBetweenLetters)
        {
            _apostrophe ??= new SnippetSpan(end - 1, 1);
        }

        return true;
    }

    private bool Fail(SnippetSpan span, string message)
    {
        Problem = new SnippetProblem(SnippetProblemKind.Unreadable, span, message);
        return false;
    }

    private static bool IsLineEnd(char character) => character is '\r' or '\n';
}
