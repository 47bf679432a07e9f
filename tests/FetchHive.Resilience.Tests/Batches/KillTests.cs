using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Emulator;

namespace FetchHive.Resilience.Tests.Batches;

/// <summary>
/// A batch in a separate process, against faults. The test kills and restarts the process until the batch ends. The emulator counts the
/// runs. FETCHHIVE_BATCH_KILLS sets the number of kills.
/// </summary>
public sealed class KillTests
{
    private const int Rows = 2000;

    private static readonly int Kills = int.Parse(
        Environment.GetEnvironmentVariable("FETCHHIVE_BATCH_KILLS") ?? "6", CultureInfo.InvariantCulture);

    // The last one stands for a random moment.
    private static readonly string[] Points = ["sent", "response", "torn", "flush", "random"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_row_runs_twice_and_no_response_is_lost_however_often_the_process_is_killed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGKILL on Windows.");
        Random random = new(7);
        int killed = 0;
        for (int batch = 0; killed < Kills; batch++)
        {
            killed += await KillOneAsync(random, Kills - killed, batch % 3 == 2 ? InDoubtRows.Again : InDoubtRows.Report);
        }

        TestContext.Current.SendDiagnosticMessage("{0} kills", killed);
    }

    private static async Task<int> KillOneAsync(Random random, int mostKills, InDoubtRows policy)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("fetchhive-kill-");
        string journal = Path.Combine(folder.FullName, "journal.jsonl");
        string results = Path.Combine(folder.FullName, "results.txt");
        ConcurrentDictionary<string, int> runs = new();
        await using FetchHiveEmulator hive = await FetchHiveEmulator.StartAsync(
            hive => hive
                .Configure(static options => options.MaxRecordedRequests = 1)
                .Deploy("brief", "production", start => start.TakesText("key").Returns(inputs =>
                {
                    string key = inputs["key"]!.GetValue<string>();
                    int run = runs.AddOrUpdate(key, 1, static (_, count) => count + 1);
                    return $"{key}, run {run} {new string('x', Random.Shared.Next(4000))}";
                })),
            Token);
        int killed = 0;
        int rounds = 0;
        int exitCode;
        do
        {
            // Every round has faults, except the last ones, in which the batch must end.
            rounds++;
            for (int i = 0; killed < mostKills && i < 20; i++)
            {
                hive.RespondNext(FaultOf(random));
            }

            string point = killed < mostKills ? Points[random.Next(Points.Length)] : "none";
            exitCode = await RunAsync(hive, journal, results, point, random, policy);
            killed += exitCode is 0 or 3 ? 0 : 1;
            Assert.True(rounds < 500, "The batch doesn't end.");
        }
        while (exitCode != 0);

        Judge(journal, results, runs, policy);
        folder.Delete(recursive: true);
        return killed;
    }

    private static EmulatorResponse FaultOf(Random random) => random.Next(6) switch
    {
        0 => EmulatorResponse.ConcurrencyLimit(),
        1 => EmulatorResponse.Error(500, "No."),
        2 => EmulatorResponse.NoResponse(ConnectionEnd.Reset),
        3 => EmulatorResponse.Regular().Lost(),
        4 => EmulatorResponse.Regular().CutAfter(40),
        _ => EmulatorResponse.Regular(),
    };

    private static async Task<int> RunAsync(
        FetchHiveEmulator hive, string journal, string results, string point, Random random, InDoubtRows policy)
    {
        using Process process = BatchProcess.Start(hive, journal, results, Rows, point, random.Next(1, 200), policy);
        Task<string> errors = process.StandardError.ReadToEndAsync(Token);
        if (point == "random" && !process.WaitForExit(random.Next(150, 1500)))
        {
            process.Kill();
        }

        await process.WaitForExitAsync(Token);
        const int Killed = 128 + 9;
        Assert.True(process.ExitCode is 0 or 3 or Killed, await errors);
        return process.ExitCode;
    }

    private static void Judge(string journal, string results, ConcurrentDictionary<string, int> runs, InDoubtRows policy)
    {
        Dictionary<string, string?> states = [];
        foreach (JsonNode line in File.ReadLines(journal).Skip(1).Select(static line => JsonNode.Parse(line)!))
        {
            string key = line["k"]!.GetValue<string>();
            states[key] = line["s"]!.GetValue<string>() == "answered" ? line["response"]!["output"]!.GetValue<string>() : null;
            if (line["s"]!.GetValue<string>() == "not_run")
            {
                states.Remove(key);
            }
        }

        // Each row has a response or is in doubt. Each run belongs to a row, no row ran twice, and every result that the program received
        // is recorded.
        Assert.Equal(Rows, states.Count);
        Assert.All(runs.Keys, key => Assert.Contains(key, states));
        if (policy == InDoubtRows.Report)
        {
            Assert.DoesNotContain(runs, static run => run.Value > 1);
        }

        string[] whole = [.. File.ReadLines(results).Where(static line => line.EndsWith('.'))];
        Assert.NotEmpty(whole);
        foreach (string line in whole)
        {
            int space = line.IndexOf(' ', StringComparison.Ordinal);
            Assert.Equal(line[(space + 1)..^1], states[line[..space]]);
        }
    }
}
