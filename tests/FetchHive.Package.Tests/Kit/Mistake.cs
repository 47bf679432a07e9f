using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace FetchHive.Package.Tests.Kit;

/// <summary>A mistake in the documentation, and the compiler output that it shows.</summary>
/// <param name="Name">The name of the mistake's file: a rule's id, or <c>Readme</c>.</param>
/// <param name="Code">A whole file.</param>
/// <param name="Expected">The compiler's lines; the file is called <c>Workflows.cs</c> in them.</param>
internal sealed partial record Mistake(string Name, string Code, string[] Expected)
{
    /// <summary>The C# version that the page sets; null for the newest.</summary>
    public string? LanguageVersion { get; init; }

    /// <summary>Another package that the page uses; null for none.</summary>
    public string? Package { get; init; }

    /// <summary>Whether the page is about a build without analyzers.</summary>
    public bool HasNoAnalyzers { get; init; }

    /// <summary>The project that the code references, by its name, and that project's code; null for none.</summary>
    public (string Name, string Code)? Library { get; init; }

    /// <summary>The files beside the code. A page calls each <c>brief.fetchhive…</c>; here they have the mistake's name.</summary>
    public IReadOnlyList<(string Name, string Text)> Snippets { get; init; } = [];

    /// <summary>Whether it can't be built in the shared project.</summary>
    public bool NeedsItsOwnProject =>
        Snippets.Count > 0 || LanguageVersion is not null || Library is not null || Package is not null || HasNoAnalyzers;

    /// <summary>The lines as the compiler prints them for the code as it is, in a file of the mistake's name.</summary>
    public IEnumerable<string> OwnLines() => Expected.Select(line =>
        WithOwnSnippets(Name, line.Replace("Workflows.cs(", Name + ".cs(", StringComparison.Ordinal)));

    /// <summary>The code in its own namespace, so that one project can contain the mistakes of all pages. This inserts one line after the
    /// usings.</summary>
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
            string id = Path.GetFileNameWithoutExtension(page);
            Match library = LibraryBlock().Match(wrong);
            string own = library.Success ? wrong.Remove(library.Index, library.Length) : wrong;
            yield return new Mistake(id, Block(own, "csharp"), Block(own, "text").TrimEnd('\n').Split('\n'))
            {
                LanguageVersion = LanguageComment().Match(wrong) is { Success: true } language ? language.Groups[1].Value : null,
                Package = PackageComment().Match(wrong) is { Success: true } package ? package.Groups[1].Value : null,
                HasNoAnalyzers = wrong.Contains("<!-- analyzers: off -->", StringComparison.Ordinal),
                Snippets =
                [
                    .. SnippetBlock().Matches(wrong)
                    .Select(file => (WithOwnSnippets(id, file.Groups["name"].Value), file.Groups["text"].Value)),
                ],
                Library = library.Success ? (library.Groups["name"].Value, library.Groups["code"].Value) : null,
            };
        }
    }

    /// <summary>The mistakes that the README shows: one block of code, and one of what the compiler prints.</summary>
    public static Mistake OfReadme()
    {
        string text = File.ReadAllText(Path.Combine(Places.RepositoryRoot, "README.md")).ReplaceLineEndings("\n");
        Match mistakes = ReadmeMistakes().Match(text);
        string code = ReadmeUsings + mistakes.Groups["code"].Value;
        return new Mistake("Readme", code, mistakes.Groups["output"].Value.TrimEnd('\n').Split('\n'));
    }

    /// <summary>
    /// Interfaces to which no <c>Create</c> can be added, in code that calls it anyway. In C# 14, an extension block takes its place, so
    /// that other errors don't bury the message. The compiler of the other tests doesn't know C# 14.
    /// </summary>
    public static IEnumerable<Mistake> OfCallsThatStayValid()
    {
        yield return new Mistake("NotPartial", """
            using FetchHive;

            [FetchHiveDeployment("research-brief", "production")]
            public interface IBrief
            {
                Task<AcceptedRun<string>> StartAsync([CallbackUrl] Uri url, CancellationToken cancellationToken = default);
            }

            public static class Use
            {
                public static IBrief Direct(FetchHiveClient client) => IBrief.Create(client);

                public static CallbackContract<string> Contract => IBrief.StartCallback;
            }

            """,
            ["Workflows.cs(4,18): error FH1001: Interface 'IBrief' must be partial so that its client can be generated: add the "
                + "'partial' modifier"]);
        yield return new Mistake("CreatedInOuter", """
            using FetchHive;

            public static class Outer
            {
                [FetchHiveDeployment("research-brief", "production")]
                public partial interface IBrief
                {
                    Task<string> RunAsync(string topic, CancellationToken cancellationToken = default);
                }
            }

            public static class Use
            {
                public static Outer.IBrief Direct(FetchHiveClient client) => Outer.IBrief.Create(client);
            }

            """,
            ["Workflows.cs(3,21): error FH1002: Type 'Outer' contains the deployment interface 'IBrief' and must be partial: add the "
                + "'partial' modifier"]);
    }

    private const string ReadmeUsings = """
        using FetchHive;

        """;

    private static string WithOwnSnippets(string id, string text) =>
        text.Replace("brief.fetchhive.", id + ".fetchhive.", StringComparison.Ordinal);

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

    [GeneratedRegex(@"<!-- language: (.+?) -->")]
    private static partial Regex LanguageComment();

    [GeneratedRegex(@"<!-- package: (.+?) -->")]
    private static partial Regex PackageComment();

    [GeneratedRegex(@"<!-- project: (?<name>.+?) -->\n```csharp\n(?<code>.*?)```\n", RegexOptions.Singleline)]
    private static partial Regex LibraryBlock();

    [GeneratedRegex(@"<!-- file: (?<name>.+?) -->\n```\w+\n(?<text>.*?)```\n", RegexOptions.Singleline)]
    private static partial Regex SnippetBlock();

    [GeneratedRegex(@"<!-- mistakes -->\n```csharp\n(?<code>.*?)```\n\n```text\n(?<output>.*?)```", RegexOptions.Singleline)]
    private static partial Regex ReadmeMistakes();
}
