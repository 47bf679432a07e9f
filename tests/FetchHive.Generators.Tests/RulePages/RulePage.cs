using System;
using System.Collections.Generic;
using System.IO;
using System.Text.RegularExpressions;

namespace FetchHive.Generators.Tests.RulePages;

/// <summary>A rule's page in docs/rules: its head, and its two examples.</summary>
internal sealed partial class RulePage
{
    private readonly string _text;

    private RulePage(string path, string text)
    {
        Path = path;
        Id = System.IO.Path.GetFileNameWithoutExtension(path);
        _text = text;
        Match head = Head().Match(text);
        if (!head.Success)
        {
            throw new FormatException(
                $"{Id}.md must begin with '# {Id}: title', a line 'severity · category · fix' and the message as a quotation, with an "
                + $"empty line between them.");
        }

        Heading = head.Groups["heading"].Value;
        Severity = head.Groups["severity"].Value;
        Category = head.Groups["category"].Value;
        Fix = head.Groups["fix"].Value;
        Message = head.Groups["message"].Value;
        Wrong = Example.Parse(Id, "Wrong", Section("Wrong"));
        Right = Example.Parse(Id, "Right", Section("Right"));
    }

    public string Path { get; }

    /// <summary>The file's name, which is the rule's id.</summary>
    public string Id { get; }

    /// <summary>The first line's text: id and title.</summary>
    public string Heading { get; }

    /// <summary>The severity, in lower case.</summary>
    public string Severity { get; }

    public string Category { get; }

    /// <summary>What the code fix does; "no fix" if there is none.</summary>
    public string Fix { get; }

    /// <summary>The message, with placeholders as words in braces.</summary>
    public string Message { get; }

    public Example Wrong { get; }

    public Example Right { get; }

    /// <summary>The second-level headings, in order.</summary>
    public IEnumerable<string> Sections
    {
        get
        {
            foreach (Match match in SectionHeading().Matches(_text))
            {
                yield return match.Groups[1].Value;
            }
        }
    }

    public static RulePage Read(string path) => new(path, File.ReadAllText(path));

    /// <summary>The text between a second-level heading and the next; empty when there is none.</summary>
    public string Section(string name)
    {
        int start = _text.IndexOf($"\n## {name}\n", StringComparison.Ordinal);
        if (start < 0)
        {
            return "";
        }

        start += name.Length + "\n## \n".Length;
        int end = _text.IndexOf("\n## ", start, StringComparison.Ordinal);
        return end < 0 ? _text[start..] : _text[start..end];
    }

    /// <summary>Writes the compiler's output under the wrong example.</summary>
    public void UpdateOutput(string output)
    {
        string section = Section("Wrong");
        string updated = Example.OutputBlock().IsMatch(section)
            ? Example.OutputBlock().Replace(section, _ => $"```text\n{output}\n```")
            : section.TrimEnd('\n') + $"\n\n```text\n{output}\n```\n";
        File.WriteAllText(Path, _text.Replace(section, updated, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\A# (?<heading>[^\n]+)\n\n(?<severity>\w+) · (?<category>[\w.]+) · (?<fix>[^\n]+)\n\n> (?<message>[^\n]+)\n\n")]
    private static partial Regex Head();

    [GeneratedRegex(@"^## ([^\n]+)$", RegexOptions.Multiline)]
    private static partial Regex SectionHeading();
}
