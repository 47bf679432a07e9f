using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;

namespace FetchHive.Benchmarks.Calls;

/// <summary>One call, in memory: an array of <see cref="Count"/> records among the inputs, a text output of 150 characters.</summary>
public class DirectCallBenchmarks
{
    private Company[] _companies = [];
    private Clients _clients = null!;

    /// <summary>Five, as in the documentation's examples; and many.</summary>
    [Params(5, 1000)]
    public int Count { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _companies = Workload.MakeCompanies(Count);
        var service = new InMemoryService(Workload.TextAnswer);
        _clients = new Clients(service, Workload.BaseAddress, _companies);
        SameBytes.Check(service, _clients, _companies);

        // All of them before any is measured: they share most of their code, and what is compiled first would otherwise be compiled for one
        // of them.
        WarmUp.Run(Floor, Generated, Owning, HandWritten, Refit, Dictionaries);
    }

    [Benchmark]
    public Task<byte[]> Floor() => _clients.PrebuiltBytesAsync();

    [Benchmark]
    public Task<string> Generated() => _clients.Generated.RunAsync(Workload.Topic, _companies, Workload.MaxWords, Workload.Caller);

    [Benchmark]
    public Task<string> Owning() => _clients.Owning.RunAsync(Workload.Topic, _companies, Workload.MaxWords, Workload.Caller);

    [Benchmark]
    public Task<string> HandWritten() => _clients.HandWrittenAsync(_companies);

    [Benchmark]
    public Task<string> Refit() => _clients.RefitAsync(_companies);

    [Benchmark]
    public Task<string> Dictionaries() => _clients.DictionariesAsync(_companies);
}
