using System.Diagnostics.CodeAnalysis;
using FetchHive;
using Microsoft.Extensions.DependencyInjection;

var services = new ServiceCollection();
// The key comes from FETCH_HIVE_API_KEY.
services.AddFetchHive(options => options.BaseAddress = new Uri(Environment.GetEnvironmentVariable("EMULATOR_ADDRESS")!)).AddBriefs();
await using ServiceProvider provider = services.BuildServiceProvider();

Console.WriteLine($"dynamic code {System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported}");
Brief brief = await provider.GetRequiredService<IBriefs>().RunAsync(
    "bees",
    [new Company("Fetch Hive", new Uri("https://example.com/"), Size.Small)],
    new Dictionary<string, int[]> { ["years"] = [2025, 2026] },
    new Caller("cus_123", Trial: false, InvoiceCount: 12, Region: null));
Console.WriteLine(
    $"{brief.Title}: {brief.Findings.Count} finding ({brief.Findings[0].Claim}, {brief.Findings[0].Tone}), {brief.WordCount} words");

// Two rounds over one journal: the second returns what the first recorded.
IBriefs briefs = provider.GetRequiredService<IBriefs>();
for (int round = 0; round < 2; round++)
{
    await foreach (BatchResult<string, Brief> result in WorkflowBatch.RunAsync(
        ["wasps"],
        topic => topic,
        (topic, token) => briefs.RunAsync(
            topic, [], new Dictionary<string, int[]>(), new Caller("cus_123", Trial: false, InvoiceCount: 1, Region: null), token),
        new BatchOptions("briefs.jsonl")))
    {
        Console.WriteLine($"{result}, {result.GetValue().Title}, replayed {result.IsReplayed}");
    }
}

[FetchHiveDeployment("research-brief", "production")]
public partial interface IBriefs
{
    Task<Brief> RunAsync(
        string topic,
        IReadOnlyList<Company> companies,
        IReadOnlyDictionary<string, int[]> filters,
        [Metadata] Caller caller,
        CancellationToken cancellationToken = default);

    // The implementation must have the same attributes as the declaration (IL2046, IL3051).
    [RequiresUnreferencedCode("It is called by name.", Url = "https://example.com/why")]
    [RequiresDynamicCode("It is called by name.")]
    Task<string> ByNameAsync(string topic, CancellationToken cancellationToken = default);
}

public enum Size
{
    Small,
    Large,
}

public sealed record Company(string Name, Uri Website, Size Size);

public sealed record Caller(string CustomerId, bool Trial, int InvoiceCount, string? Region);

public sealed record Brief(string Title, IReadOnlyList<Finding> Findings, int? WordCount);

public sealed record Finding(string Claim, double Confidence, Tone Tone = Tone.Formal);

public enum Tone
{
    Formal,
    Casual,
}
