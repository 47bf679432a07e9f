using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading;
using FetchHive;
using FetchHive.Resilience.TestApp;

// One round of a batch. Arguments: address, key, journal, file for the results, number of rows, point of the kill, the pass of that point
// at which it happens, policy for rows in doubt.
int rows = int.Parse(args[4], CultureInfo.InvariantCulture);
string point = args[5];
int times = int.Parse(args[6], CultureInfo.InvariantCulture);

using KillingHandler handler = new(point == "sent" ? times : 0);
using HttpClient http = new(handler) { Timeout = Timeout.InfiniteTimeSpan };
FetchHiveOptions clientOptions = new() { BaseAddress = new Uri(args[0]), ApiKey = args[1], MaxRetries = 0 };
using FetchHiveClient client = new(http, clientOptions);
BatchOptions options = new(args[2])
{
    MaxFailuresInARow = null,
    InDoubt = Enum.Parse<InDoubtRows>(args[7]),
    OpenFile = path => new KillingFile(path, point, times),
};

// Each result goes to the operating system at once, so that a kill doesn't lose it. A kill may still cut a write short: a whole line ends
// in a full stop, and each round begins a new line.
using FileStream results = new(args[3], FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
results.Write("\n"u8);
int notRun = 0;
IEnumerable<string> keys = Enumerable.Range(0, rows).Select(static row => $"k{row}");
await foreach (BatchResult<string, WorkflowRun<JsonElement>> result in WorkflowBatch.RunAsync(
    keys,
    static key => key,
    (key, token) => client.InvokeAsync("brief", "production", new() { ["key"] = key }, cancellationToken: token),
    options))
{
    if (result.Outcome == BatchOutcome.Succeeded)
    {
        results.Write(Encoding.UTF8.GetBytes($"{result.Key} {result.GetValue().Output.GetString()}.\n"));
    }
    else if (result.Outcome == BatchOutcome.NotRun)
    {
        notRun++;
    }
}

return notRun == 0 ? 0 : 3;
