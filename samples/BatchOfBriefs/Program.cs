using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BatchOfBriefs;
using FetchHive;
using FetchHive.Emulator;

// One brief for each of 40 companies, three at a time. Press Ctrl+C and start it again: it goes on where it was.
await using FetchHiveEmulator hive = await FetchHiveEmulator.StartAsync(hive => hive
    .Configure(options => options.Port = 47380)
    .Deploy("brief", "production", start => start.TakesText("company").Returns(async inputs =>
    {
        await Task.Delay(100);
        return $"{inputs["company"]} grows.";
    })));
using FetchHiveClient client = new(new FetchHiveOptions { ApiKey = hive.ApiKey, BaseAddress = hive.BaseAddress });
IBriefs briefs = IBriefs.Create(client);

using CancellationTokenSource ctrlC = new();
Console.CancelKeyPress += (_, press) =>
{
    // A second press ends the program at once, and may leave rows in doubt.
    press.Cancel = !ctrlC.IsCancellationRequested;
    ctrlC.Cancel();
};
BatchOptions options = new(args.FirstOrDefault() ?? "briefs.jsonl") { Progress = new ConsoleProgress() };
string[] companies = [.. Enumerable.Range(1, 40).Select(number => $"Company {number}")];
try
{
    await foreach (BatchResult<string, string> result in WorkflowBatch.RunAsync(
        companies, company => company, (company, token) => briefs.WriteAsync(company, batchKey: company, token), options, ctrlC.Token))
    {
        Console.WriteLine(result.Outcome == BatchOutcome.Succeeded ? $"< {result.Value}" : $"! {result.Error!.Message}");
    }
}
catch (OperationCanceledException stopped)
{
    Console.WriteLine(stopped.Message);
}
