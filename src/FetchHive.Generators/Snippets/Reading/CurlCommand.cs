using System;
using System.Collections.Generic;

namespace FetchHive.Generators.Snippets.Reading;

/// <summary>Reads the address, the headers and the body of a curl command.</summary>
internal sealed class CurlCommand(string file, ShellReader shell)
{
    private readonly List<ShellWord> _headers = [];

    public ShellWord? Address { get; private set; }

    public ShellWord? Body { get; private set; }

    public IReadOnlyList<ShellWord> Headers => _headers;

    public SnippetProblem? Problem { get; private set; }

    /// <summary>Reads the file from the word that follows <c>curl</c> to its end.</summary>
    /// <param name="command">The word <c>curl</c>.</param>
    /// <returns>Whether there is an address and a body, and no problem.</returns>
    public bool Read(ShellWord command)
    {
        ShellToken token;
        while ((token = shell.Read()) == ShellToken.Word)
        {
            if (!Take(shell.Word!))
            {
                return false;
            }
        }

        if (token == ShellToken.Problem)
        {
            Problem = shell.Problem;
            return false;
        }

        // The address tells what kind of snippet this is, so it is checked before looking for what is missing.
        if (Address is not null && Addresses.Complaint(Address.Value) is { } complaint)
        {
            return Fail(Address.Span, complaint);
        }

        return EndsHere() && HasAll(command);
    }

    private bool HasAll(ShellWord command)
    {
        if (Address is null)
        {
            return Fail(command.Span, "the curl command has no address; " + Complaints.Expected);
        }

        if (Body is null)
        {
            return Fail(command.Span, "the curl command has no body (--data-raw); paste the whole snippet");
        }

        return Body.Expansion is not { } expansion
            || Fail(expansion, "the shell inserts a value here that isn't in the file; write a sample value in its place");
    }

    /// <summary>Whether only comments follow the command.</summary>
    private bool EndsHere()
    {
        shell.SkipBlankLines();
        int position = shell.Position;
        if (position == file.Length)
        {
            return true;
        }

        return Fail(
            new SnippetSpan(position, 1),
            file[position] == '-'
                ? "the command ended on the previous line; end that line with \\ if this belongs to it"
                : "there is text after the curl command; keep only one snippet in a file");
    }

    private bool Take(ShellWord word)
    {
        string value = word.Value;
        if (value.Length < 2 || value[0] != '-')
        {
            return SetAddress(word);
        }

        if (value.StartsWith("--", StringComparison.Ordinal))
        {
            CurlOption option = CurlOptions.OfLong(value);
            return CurlOptions.HasValue(option) ? TakeValue(option, word) : ReadFlag(option, word.Span, value);
        }

        for (int i = 1; i < value.Length; i++)
        {
            CurlOption option = CurlOptions.OfShort(value[i]);
            if (CurlOptions.HasValue(option))
            {
                return i + 1 == value.Length ? TakeValue(option, word) : Use(option, Rest(word, i + 1));
            }

            if (!ReadFlag(option, word.Span, "-" + value[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool TakeValue(CurlOption option, ShellWord name)
    {
        ShellToken token = shell.Read();
        if (token == ShellToken.Problem)
        {
            Problem = shell.Problem;
            return false;
        }

        return token == ShellToken.Word
            ? Use(option, shell.Word!)
            : Fail(name.Span, $"{Complaints.Shorten(name.Value)} needs a value, but the command ends here; paste the whole snippet");
    }

    private bool ReadFlag(CurlOption option, SnippetSpan span, string name) => option switch
    {
        CurlOption.Alone => true,
        CurlOption.NotAsPost => Fail(span, $"with {name} curl doesn't post the body; remove it"),
        CurlOption.Next => Fail(span, $"{name} begins a second request; keep only one snippet in a file"),
        _ => Fail(
            span, $"'{Complaints.Shorten(name)}' isn't a known option of curl; remove it, or paste the dialog's snippet again"),
    };

    private bool Use(CurlOption option, ShellWord value)
    {
        switch (option)
        {
            case CurlOption.Body when value.Value.StartsWith("@", StringComparison.Ordinal):
                return Fail(value.Span, "the body is in another file; put it here, as the dialog shows it");
            case CurlOption.Body or CurlOption.RawBody:
                if (Body is not null)
                {
                    return Fail(value.Span, "this is a second body; keep one");
                }

                Body = value;
                return true;
            case CurlOption.OtherBody:
                return Fail(value.Span, "the body has to be JSON after --data-raw; paste the dialog's snippet again");
            case CurlOption.Address:
                return SetAddress(value);
            case CurlOption.Method:
                return string.Equals(value.Value, "POST", StringComparison.OrdinalIgnoreCase)
                    || Fail(
                        value.Span,
                        $"the method is {Complaints.Shorten(value.Value)}, but a workflow is called with POST; "
                        + "paste the dialog's snippet again");
            case CurlOption.Header:
                _headers.Add(value);
                return true;
            default:
                return true;
        }
    }

    private bool SetAddress(ShellWord word)
    {
        if (Address is not null)
        {
            return Fail(word.Span, $"'{Complaints.Shorten(word.Value)}' is an extra word; put quotes around text that belongs together");
        }

        Address = word;
        return true;
    }

    /// <summary>The value attached to a short option, as in <c>-XPOST</c>.</summary>
    private static ShellWord Rest(ShellWord word, int start) => new()
    {
        Text = word.Text.From(start),
        Span = SnippetSpan.Between(word.Text.Map(start, 1).Start, word.Span.End),
        Expansion = word.Expansion,
    };

    private bool Fail(SnippetSpan span, string message)
    {
        Problem = new SnippetProblem(SnippetProblemKind.Unreadable, span, message);
        return false;
    }
}
