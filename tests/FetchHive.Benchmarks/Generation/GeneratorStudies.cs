using System.Collections.Generic;
using System.Globalization;
using FetchHive.Benchmarks.Reporting;

namespace FetchHive.Benchmarks.Generation;

/// <summary>The tables of the generator, driven in memory.</summary>
internal static class GeneratorStudies
{
    private static readonly int[] Sizes = [10, 100, 1000];

    public static string Cold() => Table(Measured.Long<ColdBenchmarks>(15), [0, 1000], perInterface: true).ToString();

    public static string Edits() =>
        $"An edit in an unrelated file:\n\n{Table(Measured.Long<UnrelatedEditBenchmarks>(21), [1, 1000], perInterface: false)}\n" +
        $"An edit in one interface:\n\n{Table(Measured.Long<InterfaceEditBenchmarks>(21), [1, 1000], perInterface: false)}";

    private static MarkdownTable Table(IReadOnlyDictionary<string, Figure> figures, int[] unrelated, bool perInterface)
    {
        var table = perInterface
            ? new MarkdownTable("interfaces", "unrelated files", "parsing all files (the yardstick)", "empty generator", "search by attribute alone", "**generator**", "generator : parsing", "generator less the empty one, per interface")
            : new MarkdownTable("interfaces", "unrelated files", "parsing all files (the yardstick)", "empty generator", "search by attribute alone", "**generator**", "generator : parsing");
        foreach (int size in Sizes)
        {
            foreach (int others in unrelated)
            {
                string key = string.Create(CultureInfo.InvariantCulture, $"/{size}/{others}");
                double parsing = figures["Parsing" + key].Nanoseconds;
                double empty = figures["Empty" + key].Nanoseconds;
                double ours = figures["FetchHive" + key].Nanoseconds;
                List<string> cells =
                [
                    size.ToString("N0", CultureInfo.InvariantCulture),
                    others.ToString("N0", CultureInfo.InvariantCulture),
                    MarkdownTable.Milliseconds(parsing),
                    MarkdownTable.Milliseconds(empty),
                    MarkdownTable.Milliseconds(figures["Finding" + key].Nanoseconds),
                    MarkdownTable.Milliseconds(ours),
                    MarkdownTable.Ratio(ours / parsing),
                ];
                if (perInterface)
                {
                    cells.Add(string.Create(CultureInfo.InvariantCulture, $"{(ours - empty) / size / 1_000_000:N3} ms"));
                }

                table.Row(cells);
            }
        }

        return table;
    }
}
