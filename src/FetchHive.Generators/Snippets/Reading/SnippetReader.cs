using System;
using System.Collections.Generic;

namespace FetchHive.Generators.Snippets.Reading;

/// <summary>Reads a snippet file: the comment lines, and the command or the body below them.</summary>
internal sealed class SnippetReader
{
    private readonly string _file;
    private readonly ShellReader _shell;
    private readonly List<SnippetProblem> _problems = [];

    public SnippetReader(string file)
    {
        _file = file;
        _shell = new ShellReader(file);
    }

    public SnippetFile Read()
    {
        HeaderReader header = new(_file);
        SnippetProblem? problem = LostCharacter.Find(_file);
        SnippetValue? body = null;
        if (problem is null)
        {
            _shell.SkipBlankLines();
            body = ReadBody(out problem);
        }

        foreach (SnippetSpan comment in _shell.Comments)
        {
            header.Add(comment);
        }

        Snippet? snippet = null;
        problem ??= header.Problem;
        if (problem is null && body is not null)
        {
            SnippetBodyReader reader = new(header.Header);
            snippet = reader.Read(body);
            problem = reader.Problem;
        }

        if (problem is not null)
        {
            _problems.Add(problem);
        }

        SecretFinder.FindKeys(_file, _problems);
        if (body is not null)
        {
            SecretFinder.FindInValue(body, _problems);
        }

        _problems.Sort(static (one, other) => one.Span.Start.CompareTo(other.Span.Start));
        return new SnippetFile { Snippet = snippet, Header = header.Header, Problems = _problems };
    }

    private SnippetValue? ReadBody(out SnippetProblem? problem)
    {
        int start = _shell.Position;
        if (start == _file.Length)
        {
            return Fail(new SnippetSpan(0, 0), Complaints.Empty, out problem);
        }

        if (_file[start] == '{')
        {
            JsonReader alone = new(MappedText.Same(_file), start, isLenient: true);
            SnippetValue? value = alone.ReadAll();
            problem = alone.Problem;
            return value;
        }

        int wordEnd = OtherText.WordEnd(_file, start);
        if (!IsCurl(_file.Substring(start, wordEnd - start)))
        {
            return Fail(SnippetSpan.Between(start, wordEnd), OtherText.Complaint(_file, start), out problem);
        }

        _shell.Read();
        CurlCommand command = new(_file, _shell);
        bool isRead = command.Read(_shell.Word!);
        foreach (ShellWord header in command.Headers)
        {
            SecretFinder.FindInHeader(header, _problems);
        }

        if (!isRead)
        {
            problem = WithApostrophe(command.Problem!);
            return null;
        }

        JsonReader json = new(command.Body!.Text, 0, isLenient: false);
        SnippetValue? body = json.ReadAll();
        SnippetSpan begin = command.Body.Span with { Length = 1 };
        problem = json.Problem is not { } found ? null
            : _file[begin.Start] == '{' ? found with { Span = begin, Message = Complaints.UnquotedBody }
            : WithApostrophe(found);
        return body;
    }

    /// <summary>If an apostrophe ended the quoted text, that apostrophe is the real mistake, not what was found later.</summary>
    private SnippetProblem WithApostrophe(SnippetProblem problem) =>
        _shell.Apostrophe is { } apostrophe ? problem with { Span = apostrophe, Message = Complaints.Apostrophe } : problem;

    private static bool IsCurl(string word) => word is "curl" or "curl.exe" || word.EndsWith("/curl", StringComparison.Ordinal);

    private static SnippetValue? Fail(SnippetSpan span, string message, out SnippetProblem? problem)
    {
        problem = new SnippetProblem(SnippetProblemKind.Unreadable, span, message);
        return null;
    }
}
