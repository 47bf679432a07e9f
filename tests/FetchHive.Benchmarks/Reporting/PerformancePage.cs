using System;
using System.IO;

namespace FetchHive.Benchmarks.Reporting;

/// <summary>The page that the results are written to: each study has its place between two comments.</summary>
internal static class PerformancePage
{
    /// <summary>Replaces what stands on the page for a study.</summary>
    /// <exception cref="InvalidOperationException">The page has no place for it.</exception>
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
