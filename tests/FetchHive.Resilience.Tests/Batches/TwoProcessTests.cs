using System;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Emulator;

namespace FetchHive.Resilience.Tests.Batches;

/// <summary>Two programs with one journal.</summary>
public sealed class TwoProcessTests
{
    private const int Rows = 5;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_process_is_kept_out_while_the_first_has_the_journal()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("fetchhive-two-");
        string journal = Path.Combine(folder.FullName, "journal.jsonl");
        TaskCompletionSource isUnderWay = new();
        TaskCompletionSource mayAnswer = new();
        int runs = 0;
        await using FetchHiveEmulator hive = await FetchHiveEmulator.StartAsync(
            hive => hive.Deploy("brief", "production", start => start.TakesText("key").Returns(async inputs =>
            {
                Interlocked.Increment(ref runs);
                isUnderWay.TrySetResult();
                await mayAnswer.Task;
                return "answered";
            })),
            Token);

        using Process first = Start();
        await isUnderWay.Task.WaitAsync(Token);
        (int exitCode, string errors) = await EndOfAsync(Start());
        Assert.NotEqual(0, exitCode);
        Assert.Contains("one batch at a time", errors, StringComparison.Ordinal);

        mayAnswer.SetResult();
        Assert.Equal((0, ""), await EndOfAsync(first));
        Assert.Equal((0, ""), await EndOfAsync(Start()));
        Assert.Equal(Rows, runs);
        folder.Delete(recursive: true);

        Process Start() => BatchProcess.Start(
            hive, journal, Path.Combine(folder.FullName, Guid.NewGuid().ToString("N")), Rows, "none", 1, InDoubtRows.Report);
    }

    private static async Task<(int ExitCode, string Errors)> EndOfAsync(Process process)
    {
        using (process)
        {
            string errors = await process.StandardError.ReadToEndAsync(Token);
            await process.WaitForExitAsync(Token);
            return (process.ExitCode, errors);
        }
    }
}
