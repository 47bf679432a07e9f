using FetchHive;
using FetchHive.Emulator;
using Microsoft.Extensions.DependencyInjection;

await using FetchHiveEmulator hive = await FetchHiveEmulator.StartAsync(hive => hive
    .Deploy("research-brief", "production", start => start
        .TakesText("topic")
        .TakesArray("companies")
        .TakesAnyValue("max_words", required: false)
        .Returns(inputs => $"A brief on {inputs["topic"]} for {inputs["companies"]!.AsArray().Count} companies")));

var options = new FetchHiveOptions { ApiKey = hive.ApiKey, BaseAddress = hive.BaseAddress };
Company[] companies = [new("Fetch Hive", new Uri("https://example.com/"))];

using var client = new FetchHiveClient(options);
Console.WriteLine(await IResearchBrief.Create(client).RunAsync("bees", companies));

var services = new ServiceCollection();
services.AddFetchHive(options =>
{
    options.ApiKey = hive.ApiKey;
    options.BaseAddress = hive.BaseAddress;
}).AddResearchBrief();
await using ServiceProvider provider = services.BuildServiceProvider();
Console.WriteLine(await provider.GetRequiredService<IResearchBrief>().RunAsync("hives", companies, maxWords: 100));
Console.WriteLine(hive.Requests[1].BodyText);

[FetchHiveDeployment("research-brief", "production")]
public partial interface IResearchBrief
{
    Task<string> RunAsync(string topic, IReadOnlyList<Company> companies, int? maxWords = null,
        CancellationToken cancellationToken = default);
}

public sealed record Company(string Name, Uri Website);
