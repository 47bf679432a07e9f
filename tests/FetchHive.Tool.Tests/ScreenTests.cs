using System;
using System.Threading.Tasks;
using FetchHive.Emulator;
using FetchHive.Tool.Tests.Kit;

namespace FetchHive.Tool.Tests;

/// <summary>What a person sees in a terminal.</summary>
public class ScreenTests
{
    [Fact]
    public async Task A_batch_has_a_bar_and_says_what_Ctrl_C_does_and_how_to_continue()
    {
        Assert.SkipUnless(TmuxSession.IsThere, "tmux is not installed: install it to test what a terminal shows.");
        using WorkFolder folder = Samples.Folder().Write("rows.csv", "topic,companies\nBees,[]\nWasps,[]\nAnts,[]\n");
        TaskCompletionSource<string?> wasps = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using FetchHiveEmulator hive = await Hive.StartAsync(folder, start => start.Returns(
            inputs => inputs["topic"]!.ToString() == "Wasps" ? wasps.Task : Task.FromResult<string?>("Fine.")));

        await using TmuxSession terminal = await TmuxSession.StartAsync(
            folder, "batch", "brief", "rows.csv", "--out", "out.jsonl", "--concurrency", "1", "--address", hive.BaseAddress.ToString());
        string bar = await terminal.ScreenWithAsync("33% 1 of 3 done, 0 failed, 0 in doubt, ");
        await terminal.PressAsync("C-c");
        string stopping = await terminal.ScreenWithAsync("Stopping. No further row is called.");
        wasps.SetResult("Fine.");
        string end = await terminal.ScreenWithAsync("To continue:");

        Assert.Matches(@"\nbrief ━+ +33% 1 of 3 done, 0 failed, 0 in doubt, [\d.]+ per minute, \d\d:\d\d:\d\d left\n", bar);
        Assert.Matches(@"\nStopping\. [^━]*in doubt\. *\n", stopping);
        Assert.Contains("\nerror: The batch was interrupted.\n3 rows: 2 succeeded, 1 left.\n", end, StringComparison.Ordinal);
        Assert.DoesNotContain("━", end, StringComparison.Ordinal);
    }
}
