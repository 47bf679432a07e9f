using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BatchOfBriefs;
using FetchHive;
using FetchHive.Emulator;

// One brief for each of 40 companies, three at a time. Press Ctrl+C and start it again: it continues where it stopped.
await using FetchHiveEmulator hive = await FetchHiveEmulator.StartAsync(
    hive => hive.Configure(options => options.Port = 47380).Deploy("brief", "production", Workflow.Declare));
using FetchHiveClient client = new(new FetchHiveOptions { ApiKey = hive.ApiKey, BaseAddress = hive.BaseAddress });
IBriefs briefs = IBriefs.Create(client);
IReadOnlyList<string> companies = [.. Enumerable.Range(1, 40).Select(number => $"Company {number}")];

// Pressing Ctrl+C again ends the program at once, and may leave rows in doubt.
using CancellationTokenSource stop = new();
Console.CancelKeyPress += (_, press) => press.Cancel = !stop.IsCancellationRequested;
Console.CancelKeyPress += (_, _) => stop.Cancel();

BatchOptions options = new(args.FirstOrDefault() ?? "briefs.jsonl") { Progress = new ConsoleProgress() };
try
{
    await foreach (BatchResult<string, string> result in WorkflowBatch.RunAsync(
        companies, company => company, (company, token) => briefs.WriteAsync(company, batchKey: company, token), options, stop.Token))
        Console.WriteLine(result.Outcome == BatchOutcome.Succeeded ? $"< {result.GetValue()}" : $"! {result.Error!.Message}");
}
catch (OperationCanceledException stopped)
{
    Console.WriteLine(stopped.Message);
}
