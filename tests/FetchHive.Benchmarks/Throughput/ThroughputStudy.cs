using System.Collections.Generic;
using System.Globalization;
using System.Net.Http;
using System.Threading.Tasks;
using FetchHive.Benchmarks.Calls;
using FetchHive.Benchmarks.Processes;
using FetchHive.Benchmarks.Reporting;

namespace FetchHive.Benchmarks.Throughput;

/// <summary>The table of many calls at a time over real HTTP.</summary>
internal static class ThroughputStudy
{
    private const int Concurrency = 64;
    private const int CallsPerRound = 20_000;

    public static string Run() => RunAsync(Rounds.Of(15)).GetAwaiter().GetResult();

    private static async Task<string> RunAsync(int rounds)
    {
        using var service = new ServiceProcess();
        // The connections of all contestants with an HttpClient. The generated client without one has its own.
        using var handler = new SocketsHttpHandler();
        using var own = new FetchHiveClient(new FetchHiveOptions { ApiKey = Workload.ApiKey, BaseAddress = service.BaseAddress });
        var clients = new Clients(handler, service.BaseAddress, Workload.Companies);
        IResearchBrief briefs = IResearchBrief.Create(own);
        List<Contestant> contestants =
        [
            new("`HttpClient`, prebuilt bytes to a byte array (the floor)", clients.PrebuiltBytesAsync),
            new("**the generated client**, connections of its own",
                () => briefs.RunAsync(Workload.Topic, Workload.Companies, Workload.MaxWords, Workload.Caller)),
            new("**the generated client**, a caller's `HttpClient`",
                () => clients.Generated.RunAsync(Workload.Topic, Workload.Companies, Workload.MaxWords, Workload.Caller)),
            new("hand-written `HttpClient`, source-generated System.Text.Json", () => clients.HandWrittenAsync(Workload.Companies)),
            new("Refit, source-generated System.Text.Json", () => clients.RefitAsync(Workload.Companies)),
            new("dictionaries with `PostAsJsonAsync`", () => clients.DictionariesAsync(Workload.Companies)),
        ];
        foreach (Contestant contestant in contestants)
        {
            await contestant.OnceAsync();
            service.CheckSame(contestant.Name);
        }

        await Contestant.RunAsync(contestants, rounds, CallsPerRound, Concurrency);
        return Table(contestants, contestants[1], rounds);
    }

    private static string Table(List<Contestant> contestants, Contestant ours, int rounds)
    {
        var table = new MarkdownTable("", "calls per second", "processor time per call", "allocated per call",
            "generated (own connections) : this, calls per second", "processor time", "allocated");
        foreach (Contestant contestant in contestants)
        {
            table.Row(
                contestant.Name,
                contestant.CallsPerSecond.ToString("N0", CultureInfo.InvariantCulture),
                MarkdownTable.Time(contestant.ProcessorTime),
                MarkdownTable.Bytes(contestant.Bytes),
                MarkdownTable.Ratio(ours.CallsPerSecondTo(contestant)),
                MarkdownTable.Ratio(ours.ProcessorTimeTo(contestant)),
                MarkdownTable.Ratio(ours.Bytes / contestant.Bytes));
        }

        return string.Create(CultureInfo.InvariantCulture,
            $"Medians of {rounds} rounds of {CallsPerRound:N0} calls, {Concurrency} at a time:\n\n{table}");
    }
}
