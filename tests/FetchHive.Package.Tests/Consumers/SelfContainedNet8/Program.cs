using FetchHive;

// The key comes from FETCH_HIVE_API_KEY.
using var client =
    new FetchHiveClient(new FetchHiveOptions { BaseAddress = new Uri(Environment.GetEnvironmentVariable("EMULATOR_ADDRESS")!) });
Console.WriteLine($"runtime {Environment.Version.Major}");
Brief brief = await IBriefs.Create(client).RunAsync("bees", ["Fetch Hive", "Acme"], new Caller("cus_123", Trial: false));
Console.WriteLine($"{brief.Title}: {brief.Findings.Count} finding, {brief.WordCount} words");

[FetchHiveDeployment("research-brief", "production")]
public partial interface IBriefs
{
    Task<Brief> RunAsync(string topic, IReadOnlyList<string> companies, [Metadata] Caller caller,
        CancellationToken cancellationToken = default);
}

public sealed record Caller(string CustomerId, bool Trial);

public sealed record Brief(string Title, IReadOnlyList<Finding> Findings, int? WordCount);

public sealed record Finding(string Claim, double Confidence);
