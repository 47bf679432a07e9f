using FetchHive;
using FetchHive.AspNetCore;

WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Logging.ClearProviders();
builder.Configuration["FetchHive:Callbacks:Secrets:another"] = "whsec_another";
builder.Configuration["FetchHive:Callbacks:DuplicateWait"] = "00:00:05";

// The key comes from FETCH_HIVE_API_KEY.
builder.Services.AddFetchHive(options => options.BaseAddress = new Uri(Environment.GetEnvironmentVariable("EMULATOR_ADDRESS")!))
    .AddBriefs();
FetchHiveCallbackBuilder callbacks = builder.Services.AddFetchHiveCallbacks(builder.Configuration.GetSection("FetchHive:Callbacks"));
if (Environment.GetEnvironmentVariable("REDIS") is { Length: > 0 } redis)
{
    callbacks.AddRedis(redis);
}

builder.Services.AddSingleton<Seen>().AddScoped<BriefHandler>();

await using WebApplication app = builder.Build();
app.MapFetchHiveCallback("/callbacks/class", IBriefs.StartCallback).HandledBy<BriefHandler>();
app.MapFetchHiveCallback("/callbacks/lambda", IBriefs.StartCallback, async (callback, services, _) =>
{
    await Task.Yield();
    services.GetRequiredService<Seen>().Say($"lambda: {callback.Status}");
});
await app.StartAsync();

Console.WriteLine($"dynamic code {System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported}");
foreach (string path in new[] { "class", "lambda" })
{
    AcceptedRun<Brief> run = await app.Services.GetRequiredService<IBriefs>()
        .StartAsync("bees", [], new Uri(new Uri(app.Urls.First()), "/callbacks/" + path));
    Brief brief = await app.Services.GetRequiredService<CallbackRunTracker>().WaitAsync(run, TimeSpan.FromMinutes(1));
    Console.WriteLine($"{brief.Title}: {brief.Findings.Count} finding, {brief.WordCount} words");
    Console.WriteLine(await app.Services.GetRequiredService<Seen>().Next());
}

using HttpResponseMessage refused =
    await new HttpClient().PostAsync(new Uri(new Uri(app.Urls.First()), "/callbacks/class"), new StringContent("{}"));
using HttpResponseMessage unsigned = await new HttpClient().PostAsync(new Uri(new Uri(app.Urls.First()), "/callbacks/class"), null);
Console.WriteLine($"{(int)refused.StatusCode} {(int)unsigned.StatusCode}");

[FetchHiveDeployment("research-brief", "production")]
public partial interface IBriefs
{
    Task<AcceptedRun<Brief>> StartAsync(string topic, IReadOnlyList<string> companies, [CallbackUrl] Uri callbackUrl,
        CancellationToken cancellationToken = default);
}

public sealed record Brief(string Title, IReadOnlyList<Finding> Findings, int? WordCount);

public sealed record Finding(string Claim, double Confidence);

public sealed class Seen
{
    private readonly System.Threading.Channels.Channel<string> _lines = System.Threading.Channels.Channel.CreateUnbounded<string>();

    public void Say(string line) => _lines.Writer.TryWrite(line);

    public ValueTask<string> Next() => _lines.Reader.ReadAsync();
}

public sealed class BriefHandler(Seen seen) : IWorkflowCallbackHandler<Brief>
{
    public Task HandleAsync(WorkflowCallback<Brief> callback, CancellationToken cancellationToken)
    {
        seen.Say($"class: {callback.GetOutput().Title}");
        return Task.CompletedTask;
    }
}
