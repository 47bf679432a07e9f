using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FetchHive.Benchmarks.Reporting;

namespace FetchHive.Benchmarks.Generation;

/// <summary>The tables of the generator, driven in memory.</summary>
internal static class GeneratorStudies
{
    private static readonly int[] Sizes = [10, 100, 1000];

    public static string Cold()
    {
        IReadOnlyDictionary<string, Figure> figures = Measured.Long<ColdBenchmarks>(11);
        var table = new MarkdownTable(
            "interfaces",
            "unrelated files",
            "parsing all files (the yardstick)",
            "empty generator",
            "a search that finds nothing",
            "search by attribute alone",
            "asking the compiler for the same symbols",
            "**generator**",
            "**generator, symbols known**",
            "generator : parsing",
            "generator : asking",
            "per interface",
            "per interface, symbols known");
        foreach (int size in Sizes)
        {
            foreach (int others in (int[])[0, 1000])
            {
                double Of(string method) => figures[Key(method, size, others)].Nanoseconds;
                double empty = Of("Empty");
                double ours = Of("FetchHive");
                double known = Of("FetchHiveAfterAsking");
                table.Row(
                    Count(size),
                    Count(others),
                    MarkdownTable.Milliseconds(Of("Parsing")),
                    MarkdownTable.Milliseconds(empty),
                    MarkdownTable.Milliseconds(Of("Searching")),
                    MarkdownTable.Milliseconds(Of("Finding")),
                    MarkdownTable.Milliseconds(Of("Asking")),
                    MarkdownTable.Milliseconds(ours),
                    MarkdownTable.Milliseconds(known),
                    MarkdownTable.Ratio(ours / Of("Parsing")),
                    MarkdownTable.Ratio(ours / Of("Asking")),
                    PerInterface(ours - empty, size),
                    PerInterface(known - empty, size));
            }
        }

        return table.ToString();
    }

    public static string Edits() =>
        $"An edit in an unrelated file:\n\n{EditTable(Measured.Long<UnrelatedEditBenchmarks>(15), asksForOne: false)}\n" +
        $"An edit in one interface:\n\n{EditTable(Measured.Long<InterfaceEditBenchmarks>(15), asksForOne: true)}";

    public static string Snippets()
    {
        MarkdownTable table = new("snippets", "an edit in an unrelated file", "an edit in one interface", "an edit in one snippet");
        List<Contestant[]> rows = [];
        foreach (int snippets in (int[])[0, 1, 1000])
        {
            // Each has its own project, because an edited interface doesn't belong to its snippet any more.
            Contestant unrelated = new(Count(snippets), new SnippetEdits(snippets).UnrelatedAsync);
            Contestant inInterface = new(Count(snippets), new SnippetEdits(snippets).InterfaceAsync);
            rows.Add(snippets == 0
                ? [unrelated, inInterface]
                : [unrelated, inInterface, new Contestant(Count(snippets), new SnippetEdits(snippets).SnippetAsync)]);
        }

        Contestant.RunAsync([.. rows.SelectMany(row => row)], rounds: 15, calls: 20, concurrency: 1).GetAwaiter().GetResult();
        foreach (Contestant[] row in rows)
        {
            string[] cells = [.. row.Select(edit => MarkdownTable.Milliseconds(edit.ProcessorTime))];
            table.Row([row[0].Name, .. cells, .. Enumerable.Repeat("", 3 - cells.Length)]);
        }

        return table.ToString();
    }

    private static MarkdownTable EditTable(IReadOnlyDictionary<string, Figure> figures, bool asksForOne)
    {
        string[] columns = ["interfaces", "unrelated files", "parsing all files (the yardstick)", "empty generator",
            "a search that finds nothing", "search by attribute alone"];
        string[] last = ["**generator**", "generator : parsing"];
        var table = new MarkdownTable(asksForOne ? [.. columns, "asking for the edited interface alone", .. last] : [.. columns, .. last]);
        foreach (int size in Sizes)
        {
            foreach (int others in (int[])[1, 1000])
            {
                double Of(string method) => figures[Key(method, size, others)].Nanoseconds;
                string[] cells =
                [
                    Count(size),
                    Count(others),
                    MarkdownTable.Milliseconds(Of("Parsing")),
                    MarkdownTable.Milliseconds(Of("Empty")),
                    MarkdownTable.Milliseconds(Of("Searching")),
                    MarkdownTable.Milliseconds(Of("Finding")),
                ];
                string[] ours = [MarkdownTable.Milliseconds(Of("FetchHive")), MarkdownTable.Ratio(Of("FetchHive") / Of("Parsing"))];
                table.Row(asksForOne ? [.. cells, MarkdownTable.Milliseconds(Of("AskingForOne")), .. ours] : [.. cells, .. ours]);
            }
        }

        return table;
    }

    private static string Key(string method, int interfaces, int unrelated) =>
        string.Create(CultureInfo.InvariantCulture, $"{method}/{interfaces}/{unrelated}");

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string PerInterface(double nanoseconds, int interfaces) =>
        string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / interfaces / 1_000_000:N3} ms");
}
