using System.Collections.Generic;
using FetchHive.Benchmarks.Reporting;

namespace FetchHive.Benchmarks.Calls;

/// <summary>The tables of one call in memory.</summary>
internal static class CallStudies
{
    private static readonly (string Method, string Name)[] Contestants =
    [
        ("Floor", "`HttpClient`, prebuilt bytes to a byte array (the floor)"),
        ("Generated", "**the generated client**, a caller's `HttpClient`"),
        ("Owning", "**the generated client**, connections of its own"),
        ("HandWritten", "hand-written `HttpClient`, source-generated System.Text.Json"),
        ("Refit", "Refit, source-generated System.Text.Json"),
        ("Dictionaries", "dictionaries with `PostAsJsonAsync`"),
    ];

    public static string Direct()
    {
        IReadOnlyDictionary<string, Figure> figures = Measured.Short<DirectCallBenchmarks>();
        return $"An array of five records among the inputs:\n\n{Table(figures, "/5")}\n"
            + $"An array of 1,000 records:\n\n{Table(figures, "/1000")}";
    }

    public static string TypedOutput() => Table(Measured.Short<TypedOutputBenchmarks>(), "").ToString();

    public static string Batch()
    {
        IReadOnlyDictionary<string, Figure> figures = Measured.Short<BatchBenchmarks>();
        Figure outside = figures["Outside"];
        var table = new MarkdownTable("", "time", "allocated", "this : outside, time", "this : outside, allocated");
        Row("Outside", "a call outside a batch");
        Row("Inside", "a row's call, and the row");
        Row("Answered", "a row that the journal has the answer of");
        return table.ToString();

        void Row(string method, string name)
        {
            Figure figure = figures[method];
            table.Row(
                name,
                MarkdownTable.Time(figure.Nanoseconds),
                MarkdownTable.Bytes(figure.Bytes),
                MarkdownTable.Ratio(figure.Nanoseconds / outside.Nanoseconds),
                MarkdownTable.Ratio(figure.Bytes / outside.Bytes));
        }
    }

    // Ratios go both ways: what each costs beside the floor, and what the generated client costs beside each.
    private static MarkdownTable Table(IReadOnlyDictionary<string, Figure> figures, string suffix)
    {
        Figure ours = figures["Generated" + suffix];
        var table = new MarkdownTable("", "time", "allocated", "generated : this, time", "generated : this, allocated");
        foreach ((string method, string name) in Contestants)
        {
            if (figures.TryGetValue(method + suffix, out Figure? figure))
            {
                table.Row(
                    name,
                    MarkdownTable.Time(figure.Nanoseconds),
                    MarkdownTable.Bytes(figure.Bytes),
                    MarkdownTable.Ratio(ours.Nanoseconds / figure.Nanoseconds),
                    MarkdownTable.Ratio(ours.Bytes / figure.Bytes));
            }
        }

        return table;
    }
}
