using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;
using FetchHive.Benchmarks.Processes;

namespace FetchHive.Benchmarks.Calls;

/// <summary>
/// The call of <see cref="CallStudies.Direct()"/> with five records, outside a batch and as the rows of one, one after the other.
/// </summary>
public class BatchBenchmarks
{
    private const int Rows = 200;

    private readonly int[] _rows = [.. Enumerable.Range(0, Rows)];
    private readonly TemporaryFolder _folder = new();
    private Clients _clients = null!;
    private int _journals;

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _clients = new Clients(new InMemoryService(Workload.TextResponse), Workload.BaseAddress, Workload.Companies);
        await RunAsync("answered");
        WarmUp.Run(Outside, Inside, Answered);
    }

    [GlobalCleanup]
    public void Cleanup() => _folder.Dispose();

    [Benchmark(OperationsPerInvoke = Rows)]
    public async Task Outside()
    {
        foreach (int _ in _rows)
        {
            await CallAsync().ConfigureAwait(false);
        }
    }

    [Benchmark(OperationsPerInvoke = Rows)]
    public Task Inside() => RunAsync((_journals++).ToString(CultureInfo.InvariantCulture));

    [Benchmark(OperationsPerInvoke = Rows)]
    public Task Answered() => RunAsync("answered");

    private async Task RunAsync(string journal)
    {
        IAsyncEnumerable<BatchResult<int, string>> results = WorkflowBatch.RunAsync(
            _rows,
            static row => row.ToString(CultureInfo.InvariantCulture),
            (_, _) => CallAsync(),
            new BatchOptions(_folder.Combine(journal + ".jsonl")) { Concurrency = 1 });
        await foreach (BatchResult<int, string> result in results.ConfigureAwait(false))
        {
            GC.KeepAlive(result);
        }
    }

    private Task<string> CallAsync() =>
        _clients.Generated.RunAsync(Workload.Topic, Workload.Companies, Workload.MaxWords, Workload.Caller);
}
