using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.Benchmarks.Programs;

/// <summary>One call with the generated client, on its own connections.</summary>
internal static class Program
{
    private static async Task Main(string[] arguments)
    {
        var first = new FirstResponse(arguments);
        using var client = new FetchHiveClient(new FetchHiveOptions { ApiKey = Inputs.ApiKey, BaseAddress = first.BaseAddress });
        string brief = await IResearchBrief.Create(client).RunAsync(Inputs.Topic, Inputs.Companies(), Inputs.MaxWords, Inputs.Caller());
        first.Report(brief.Length);
    }
}

[FetchHiveDeployment("research-brief", "production")]
public partial interface IResearchBrief
{
    Task<string> RunAsync(string topic, IReadOnlyList<Company> companies, int maxWords, [Metadata] Caller caller,
        CancellationToken cancellationToken = default);
}
