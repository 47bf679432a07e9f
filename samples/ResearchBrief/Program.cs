using System;
using System.Collections.Generic;
using System.Net.Http;
using FetchHive;
using FetchHive.Emulator;
using ResearchBrief;

// With FETCH_HIVE_API_KEY set, this runs on your workspace, which needs the two deployments of Workflows.cs; without it, on the emulator.
bool isReal = !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("FETCH_HIVE_API_KEY"));
await using FetchHiveEmulator? emulator = isReal ? null : await LocalHive.StartAsync();
FetchHiveOptions options = emulator is null
    ? new FetchHiveOptions()
    : new FetchHiveOptions { ApiKey = emulator.ApiKey, BaseAddress = emulator.BaseAddress };
Console.WriteLine(emulator is null ? "Running on Fetch Hive." : "Running on the emulator. Set FETCH_HIVE_API_KEY to run on Fetch Hive.");

// new FetchHiveClient(options) would do; the HttpClient is here to show what is sent.
using HttpClient http = new(new RequestPrinter(new SocketsHttpHandler { AllowAutoRedirect = false }))
{
    Timeout = System.Threading.Timeout.InfiniteTimeSpan,
};
using FetchHiveClient client = new(http, options);

IReadOnlyList<Company> companies = [new(
    "Fetch Hive", new Uri("https://fetchhive.com")), new("Contoso", new Uri("https://contoso.example"))];
try
{
    IResearchBrief briefs = IResearchBrief.Create(client);
    string brief = await briefs.RunAsync(
        "State of enterprise AI in 2026", companies, maxWords: 200, new CallerInfo(
            "cus_123", "enterprise", Trial: false, InvoiceCount: 12, Region: null));
    Console.WriteLine($"< {brief}");
    Console.WriteLine();

    ICompanyProfile profiles = ICompanyProfile.Create(client);
    WorkflowRun<Profile> run = await profiles.RunAsync(companies[0], [Aspect.Product, Aspect.Market]);
    Console.WriteLine($"< {run.RequestId}, {run.Status}: {run.Output.Name}. {run.Output.Summary}");
    foreach (Finding finding in run.Output.Findings)
    {
        Console.WriteLine($"  {finding.Aspect}: {finding.Text} (confidence {finding.Confidence:P0})");
    }

    return 0;
}
catch (FetchHiveException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
