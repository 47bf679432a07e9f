using System;
using System.Linq;
using CallbackReceiver;
using FetchHive;
using FetchHive.AspNetCore;
using FetchHive.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// Without arguments: starts a run, waits for its callback, prints the typed result and ends. With --serve: serves a page to start runs and
// follow them.
bool serve = args.Contains("--serve");
if (args.Any(argument => argument != "--serve"))
{
    Console.Error.WriteLine("Usage: CallbackReceiver [--serve]");
    return 2;
}

await using FetchHiveEmulator hive = await LocalHive.StartAsync(serve ? TimeSpan.FromSeconds(4) : TimeSpan.FromMilliseconds(100));
await using WebApplication app = await Receiver.StartAsync(hive);
if (serve)
{
    Console.WriteLine($"Open {app.Urls.First()} in a browser; Ctrl+C ends it.");
    await app.WaitForShutdownAsync();
    return 0;
}

try
{
    IResearchBrief briefs = app.Services.GetRequiredService<IResearchBrief>();
    CallbackRunTracker tracker = app.Services.GetRequiredService<CallbackRunTracker>();
    Uri callbackUrl = tracker.GetCallbackUrl(IResearchBrief.StartCallback);
    AcceptedRun<Brief> run = await briefs.StartAsync("State of enterprise AI in 2026", callbackUrl);
    Console.WriteLine($"> {run.RequestId} is {run.Status}; its result goes to {callbackUrl}");

    // The process that started the run can await its result. The endpoint's handler gets it too.
    Brief brief = await tracker.WaitAsync(run, TimeSpan.FromMinutes(1));
    Console.WriteLine($"< {brief.Title}. {brief.Summary}");
    foreach (Finding finding in brief.Findings)
    {
        Console.WriteLine($"  {finding.Claim} (confidence {finding.Confidence:P0})");
    }

    await hive.WaitForCallbacksAsync();
    RunRow row = app.Services.GetRequiredService<RunBoard>().Newest().Single();
    Console.WriteLine($"  {row.RequestId} is {row.Status}, and its callback was handled.");
    return 0;
}
catch (FetchHiveException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
