using System;
using System.IO;

namespace FetchHive.Benchmarks.Reporting;

/// <summary>The page with the results. Each study's table is between two comments.</summary>
internal static class PerformancePage
{
    /// <summary>Replaces a study's table on the page.</summary>
    /// <exception cref="InvalidOperationException">The page has no comments for the study.</exception>
    public static void Replace(string study, string markdown)
    {
        string path = Path.Combine(Repository.Root, "docs", "performance.md");
        string page = File.ReadAllText(path);
        string begin = $"<!-- benchmark: {study} -->";
        string end = $"<!-- end of {study} -->";
        int from = page.IndexOf(begin, StringComparison.Ordinal);
        int to = page.IndexOf(end, StringComparison.Ordinal);
        if (from < 0 || to < from)
        {
            throw new InvalidOperationException(
                $"docs/performance.md has no place for '{study}': add the lines '{begin}' and '{end}' where its figures belong.");
        }

        File.WriteAllText(path, $"{page[..(from + begin.Length)]}\n{markdown.Trim()}\n{page[to..]}");
    }
}
