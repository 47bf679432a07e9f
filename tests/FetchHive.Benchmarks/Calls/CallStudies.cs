using System.Collections.Generic;
using System.Globalization;
using FetchHive.Benchmarks.Reporting;

namespace FetchHive.Benchmarks.Calls;

/// <summary>The tables of one call in memory.</summary>
internal static class CallStudies
{
    private const string Floor = "`HttpClient`, prebuilt bytes to a byte array (the floor)";
    private const string Generated = "**the generated client**, a caller's `HttpClient`";
    private const string Owning = "**the generated client**, connections of its own";
    private const string HandWritten = "hand-written `HttpClient`, source-generated System.Text.Json";
    private const string Refit = "Refit, source-generated System.Text.Json";
    private const string Dictionaries = "dictionaries with `PostAsJsonAsync`";

    /// <summary>One call with a text output and an array of records among its inputs: five records, as in the documentation's examples, and
    /// many.</summary>
    public static string Direct() =>
        $"An array of five records among the inputs. {Direct(records: 5, calls: 50_000)}\n"
        + $"An array of 1,000 records. {Direct(records: 1_000, calls: 2_000)}";

    /// <summary>One call whose response is read into records: about 20 KB.</summary>
    public static string TypedOutput()
    {
        Clients clients = new(new InMemoryService(Workload.ReportResponse), Workload.BaseAddress, Workload.Companies);
        return Compare(
            2_000,
            new(Floor, clients.PrebuiltBytesAsync),
            new(Generated, () => clients.Generated.ReportAsync(Workload.Topic)),
            new(Owning, () => clients.Owning.ReportAsync(Workload.Topic)),
            new(HandWritten, clients.HandWrittenReportAsync),
            new(Refit, clients.RefitReportAsync));
    }

    public static string Batch()
    {
        IReadOnlyDictionary<string, Figure> figures = Measured.Short<BatchBenchmarks>();
        Figure outside = figures["Outside"];
        var table = new MarkdownTable("", "time", "allocated", "this : outside, time", "this : outside, allocated");
        Row("Outside", "a call outside a batch");
        Row("Inside", "a row's call, and the row");
        Row("Answered", "a row whose response is in the journal");
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

    private static string Direct(int records, int calls)
    {
        Company[] companies = Workload.MakeCompanies(records);
        InMemoryService service = new(Workload.TextResponse);
        Clients clients = new(service, Workload.BaseAddress, companies);
        SameBytes.Check(service, clients, companies);
        return Compare(
            calls,
            new(Floor, clients.PrebuiltBytesAsync),
            new(Generated, () => clients.Generated.RunAsync(Workload.Topic, companies, Workload.MaxWords, Workload.Caller)),
            new(Owning, () => clients.Owning.RunAsync(Workload.Topic, companies, Workload.MaxWords, Workload.Caller)),
            new(HandWritten, () => clients.HandWrittenAsync(companies)),
            new(Refit, () => clients.RefitAsync(companies)),
            new(Dictionaries, () => clients.DictionariesAsync(companies)));
    }

    // Puts the cost of the generated clients in relation to that of each contestant.
    private static string Compare(int calls, params Contestant[] contestants)
    {
        int rounds = Rounds.Of(25);
        Contestant.RunAsync(contestants, rounds, calls, concurrency: 1).GetAwaiter().GetResult();
        Contestant generated = contestants[1];
        Contestant owning = contestants[2];
        MarkdownTable table = new(
            "",
            "processor time",
            "allocated",
            "with a caller's `HttpClient` : this, time",
            "allocated",
            "with connections of its own : this, time",
            "allocated");
        foreach (Contestant contestant in contestants)
        {
            table.Row(
                contestant.Name,
                MarkdownTable.Time(contestant.ProcessorTime),
                MarkdownTable.Bytes(contestant.Bytes),
                MarkdownTable.Ratio(generated.ProcessorTimeTo(contestant)),
                MarkdownTable.Ratio(generated.Bytes / contestant.Bytes),
                MarkdownTable.Ratio(owning.ProcessorTimeTo(contestant)),
                MarkdownTable.Ratio(owning.Bytes / contestant.Bytes));
        }

        return string.Create(
            CultureInfo.InvariantCulture, $"Medians of {rounds} rounds of {calls:N0} calls, one after the other, in turn:\n\n{table}");
    }
}
