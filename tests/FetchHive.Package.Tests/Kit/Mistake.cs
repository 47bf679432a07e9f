using System;
using System.Collections.Generic;
using System.IO;
using System.Text.RegularExpressions;

namespace FetchHive.Package.Tests.Kit;

/// <summary>A mistake that the documentation shows, and what it says the compiler prints.</summary>
/// <param name="Name">What the mistake's file is named after: a rule's id, or <c>Readme1</c>.</param>
/// <param name="Code">A whole file.</param>
/// <param name="Expected">The compiler's lines; the file is called <c>Workflows.cs</c> in them.</param>
internal sealed partial record Mistake(string Name, string Code, string[] Expected)
{
    /// <summary>What a page says that needs another language version or another project, so that it can't be built beside the others.</summary>
    public bool NeedsItsOwnProject { get; init; }

    /// <summary>The code in a namespace of its own, so that the mistakes of all pages stand in one project. One line is put in, after the usings.</summary>
    public string IsolatedCode
    {
        get
        {
            int end = EndOfUsings();
            return $"{Code[..end]}namespace {Name};\n{Code[end..]}";
        }
    }

    /// <summary>The lines as the compiler prints them for the isolated code.</summary>
    public IEnumerable<string> IsolatedLines()
    {
        int usings = Code[..EndOfUsings()].Split('\n').Length - 1;
        foreach (string expected in Expected)
        {
            yield return Place().Replace(expected, place =>
            {
                int line = int.Parse(place.Groups["line"].Value, System.Globalization.CultureInfo.InvariantCulture);
                return $"{Name}.cs({(line > usings ? line + 1 : line)},{place.Groups["column"].Value})";
            });
        }
    }

    /// <summary>The mistakes of all rules' pages.</summary>
    public static IEnumerable<Mistake> OfRulePages()
    {
        string[] pages = Directory.GetFiles(Path.Combine(Places.RepositoryRoot, "docs", "rules"), "FH*.md");
        Array.Sort(pages, StringComparer.Ordinal);
        foreach (string page in pages)
        {
            string text = File.ReadAllText(page).ReplaceLineEndings("\n");
            string wrong = text[text.IndexOf("## Wrong\n", StringComparison.Ordinal)..text.IndexOf("## Right\n", StringComparison.Ordinal)];
            yield return new Mistake(Path.GetFileNameWithoutExtension(page), Block(wrong, "csharp"), Block(wrong, "text").TrimEnd('\n').Split('\n'))
            {
                NeedsItsOwnProject = wrong.Contains("<!--", StringComparison.Ordinal),
            };
        }
    }

    /// <summary>The mistakes that the README shows: each a block of code and the block of what the compiler prints.</summary>
    public static IEnumerable<Mistake> OfReadme()
    {
        string text = File.ReadAllText(Path.Combine(Places.RepositoryRoot, "README.md")).ReplaceLineEndings("\n");
        int number = 0;
        foreach (Match mistake in ReadmeMistake().Matches(text))
        {
            string code = ReadmeUsings + mistake.Groups["code"].Value;
            yield return new Mistake($"Readme{++number}", code, mistake.Groups["output"].Value.TrimEnd('\n').Split('\n'));
        }
    }

    private const string ReadmeUsings = """
        using FetchHive;

        """;

    private int EndOfUsings()
    {
        Match last = Using().Match(Code);
        int end = 0;
        for (; last.Success; last = last.NextMatch())
        {
            end = last.Index + last.Length;
        }

        return end;
    }

    private static string Block(string text, string language)
    {
        string fence = $"```{language}\n";
        int start = text.IndexOf(fence, StringComparison.Ordinal) + fence.Length;
        return text[start..text.IndexOf("```", start, StringComparison.Ordinal)];
    }

    [GeneratedRegex(@"^using [^\n(]*;\n", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"Workflows\.cs\((?<line>\d+),(?<column>\d+)\)")]
    private static partial Regex Place();

    [GeneratedRegex(@"<!-- mistake -->\n```csharp\n(?<code>.*?)```\n\n```text\n(?<output>.*?)```", RegexOptions.Singleline)]
    private static partial Regex ReadmeMistake();
}
