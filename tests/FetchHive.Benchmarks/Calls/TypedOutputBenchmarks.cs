using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;

namespace FetchHive.Benchmarks.Calls;

/// <summary>One call, in memory, whose answer is read into records: about 20 KB.</summary>
public class TypedOutputBenchmarks
{
    private Clients _clients = null!;

    [GlobalSetup]
    public void Setup()
    {
        _clients = new Clients(new InMemoryService(Workload.ReportAnswer), Workload.BaseAddress, Workload.Companies);
        WarmUp.Run(Floor, Generated, HandWritten, Refit);
    }

    [Benchmark]
    public Task<byte[]> Floor() => _clients.PrebuiltBytesAsync();

    [Benchmark]
    public Task<Report> Generated() => _clients.Generated.ReportAsync(Workload.Topic);

    [Benchmark]
    public Task<Report> HandWritten() => _clients.HandWrittenReportAsync();

    [Benchmark]
    public Task<Report> Refit() => _clients.RefitReportAsync();
}
