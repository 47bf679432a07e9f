// An application on the Redis store, which a test kills and starts again.
//   start <redis> <prefix> <service>     starts a run at the service's address, prints its id, and runs until it is killed
//   wait <redis> <prefix> <request id>   prints its own address, waits for the run's callback, and prints what was handled and the output
using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using FetchHive;
using FetchHive.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Logging.ClearProviders();
builder.Services
    .AddFetchHive(options =>
    {
        options.ApiKey = "of-the-test";
        options.BaseAddress = args[0] == "start" ? new Uri(args[3]) : options.BaseAddress;
    })
    .AddBriefs();
builder.Services.AddFetchHiveCallbacks().AddRedis(options =>
{
    options.Configuration = args[1];
    options.KeyPrefix = args[2];
});

await using WebApplication app = builder.Build();
app.MapFetchHiveCallback("/callbacks/briefs", IBriefs.StartCallback,
    (WorkflowCallback<string> callback, CancellationToken cancellationToken) =>
{
    Console.WriteLine($"handled {callback.RequestId}");
    return Task.CompletedTask;
});
await app.StartAsync();

if (args[0] == "start")
{
    AcceptedRun<string> run = await app.Services.GetRequiredService<IBriefs>()
        .StartAsync("bees", new Uri("https://example.com/callbacks/briefs"));
    Console.WriteLine(run.RequestId);
    await Task.Delay(Timeout.Infinite);
}
else
{
    Console.WriteLine(app.Urls.First());
    Console.WriteLine(await app.Services.GetRequiredService<CallbackRunTracker>()
        .WaitAsync(IBriefs.StartCallback, args[3], TimeSpan.FromMinutes(2)));
    // Waits for the response to a delivery that is still being handled.
    await app.StopAsync();
}

[FetchHiveDeployment("research-brief", "production")]
internal partial interface IBriefs
{
    Task<AcceptedRun<string>> StartAsync(string topic, [CallbackUrl] Uri callbackUrl, CancellationToken cancellationToken = default);
}
