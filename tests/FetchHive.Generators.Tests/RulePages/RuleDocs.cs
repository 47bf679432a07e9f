using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;

namespace FetchHive.Generators.Tests.RulePages;

/// <summary>The files about the rules: docs/rules, and the generator's release files.</summary>
internal static partial class RuleDocs
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(
        typeof(RuleDocs).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "ProjectDirectory")
            .Value!,
        "../.."));

    /// <summary>The ids that have a page.</summary>
    public static IReadOnlyList<string> PageIds { get; } =
    [
        .. Directory.EnumerateFiles(PathOf("docs/rules"), "*.md")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => name != "index")
            .Order(StringComparer.Ordinal),
    ];

    public static RulePage Page(string id) => RulePage.Read(PathOf($"docs/rules/{id}.md"));

    /// <summary>The code blocks of one language in the index, in order.</summary>
    public static IReadOnlyList<string> IndexBlocks(string language) =>
    [
        .. CodeBlock().Matches(Read("docs/rules/index.md"))
            .Where(match => match.Groups[1].Value == language)
            .Select(match => match.Groups[2].Value),
    ];

    /// <summary>The rows of the index's tables, in order.</summary>
    public static IReadOnlyList<IndexRow> Index() =>
    [
        .. IndexLine().Matches(Read("docs/rules/index.md"))
            .Select(match => new IndexRow(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value, match.Groups[4].Value,
            match.Groups[5].Value)),
    ];

    /// <summary>The rows of the release files, shipped first.</summary>
    public static IReadOnlyList<ReleaseRow> Releases() =>
    [
        .. ReleaseLine().Matches(Read("src/FetchHive.Generators/AnalyzerReleases.Shipped.md") + "\n"
        + Read("src/FetchHive.Generators/AnalyzerReleases.Unshipped.md"))
            .Select(match => new ReleaseRow(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value, match.Groups[4].Value)),
    ];

    /// <summary>The text of a file of the repository.</summary>
    public static string Read(string relative) => File.ReadAllText(PathOf(relative));

    /// <summary>The path of a file of the repository.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, relative);

    [GeneratedRegex(@"^```(\w+)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"^\| \[(FH\d+)\]\((FH\d+\.md)\) \| ([^|]+) \| ([^|]+) \| ([^|]*) \|$", RegexOptions.Multiline)]
    private static partial Regex IndexLine();

    [GeneratedRegex(@"^(FH\d+) \| (\S+) \| (\S+) \| (.+)$", RegexOptions.Multiline)]
    private static partial Regex ReleaseLine();
}

/// <summary>A row of the index: a rule, its page, its severity, its title, and its fix.</summary>
internal sealed record IndexRow(string Id, string Link, string Severity, string Title, string Fix);

/// <summary>A row of a release file.</summary>
internal sealed record ReleaseRow(string Id, string Category, string Severity, string Notes);
