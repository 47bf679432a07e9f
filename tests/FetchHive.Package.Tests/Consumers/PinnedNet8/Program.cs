using System.Text.Json;
using System.Text.RegularExpressions;
using FetchHive;
using FetchHive.AspNetCore;
using FetchHive.Emulator;
using FetchHive.Redis;

Console.WriteLine(
    $"runtime {Environment.Version.Major}, System.Text.Json {typeof(JsonSerializer).Assembly.GetName().Version!.Major}, "
    + $"{new FetchHiveRedisOptions().KeyPrefix}");
await using FetchHiveEmulator hive = await FetchHiveEmulator.StartAsync(hive => hive
    .Deploy("research-brief", "production", start => start
        .TakesText("topic")
        .Returns(inputs => JsonSerializer.SerializeToNode(
        new { title = $"On {inputs["topic"]}", summary = "short", findings = new[] { new { claim = "they fly", tone = "Casual" } } })!)));

WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Logging.ClearProviders();
builder.Configuration["FetchHive:ApiKey"] = hive.ApiKey;
builder.Configuration["FetchHive:BaseAddress"] = hive.BaseAddress.ToString();
builder.Configuration["FetchHive:Timeout"] = "00:01:00";
builder.Services.AddFetchHive(builder.Configuration.GetSection("FetchHive")).AddBriefs();
builder.Services.AddFetchHiveCallbacks();
await using WebApplication app = builder.Build();
app.MapFetchHiveCallback("/callback", IBriefs.StartCallback);
await app.StartAsync();

IBriefs briefs = app.Services.GetRequiredService<IBriefs>();
Brief brief = await briefs.RunAsync("bees");
Console.WriteLine($"{brief.Title}: {brief.Findings[0].Claim} ({brief.Findings[0].Tone}), {brief.Summary}");

AcceptedRun<Brief> run = await briefs.StartAsync("hives", new Uri(app.Urls.First() + "/callback"));
Console.WriteLine((await app.Services.GetRequiredService<CallbackRunTracker>().WaitAsync(run, TimeSpan.FromMinutes(1))).Title);

// Outputs that the type doesn't allow are refused with their place, with every version of System.Text.Json.
await ReadAsync("""{"summary":"s","findings":[]}""");
await ReadAsync("""{"title":null,"summary":"s","findings":[]}""");
await ReadAsync("""{"title":"t","summary":null,"findings":[]}""");
await ReadAsync("""{"title":"t","findings":[{"claim":"a"},{"claim":null}]}""");
await ReadAsync("""{"TITLE":"t","findings":[{"claim":"a","confidence":"0.5"}]}""");

async Task ReadAsync(string output)
{
    hive.RespondNext(200, $$"""{"request_id":"req_1","run_status":"completed","output":{{output}}}""");
    try
    {
        Brief read = await briefs.RunAsync("bees");
        Console.WriteLine($"read {read.Title}, {read.Summary}, {read.Findings[0].Tone}, {read.Findings[0].Confidence}");
    }
    catch (FetchHiveResponseException exception)
    {
        Console.WriteLine("refused at " + Regex.Match(exception.Message, @"\$\.output[\w.\[\]]*\w"));
    }
}

[FetchHiveDeployment("research-brief", "production")]
public partial interface IBriefs
{
    Task<Brief> RunAsync(string topic, CancellationToken cancellationToken = default);

    Task<AcceptedRun<Brief>> StartAsync(string topic, [CallbackUrl] Uri callbackUrl, CancellationToken cancellationToken = default);
}

public sealed record Brief(string Title, IReadOnlyList<Finding> Findings)
{
    public string Summary { get; init; } = "none";
}

public sealed record Finding(string Claim, Tone Tone = Tone.Plain, double? Confidence = null);

public enum Tone
{
    Plain,
    Casual,
}
