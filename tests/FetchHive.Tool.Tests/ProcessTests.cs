using System;
using System.Linq;
using System.Threading.Tasks;
using FetchHive.Emulator;
using FetchHive.Tool.Tests.Kit;

namespace FetchHive.Tool.Tests;

/// <summary>The program in a separate process, on its own target framework or on the one that it rolls forward to.</summary>
public class ProcessTests
{
    private const string Table = "topic,companies\nBees,[]\nWasps,[]\nAnts,[]\n";

    [Fact]
    public async Task Redirected_output_is_plain()
    {
        using WorkFolder folder = new WorkFolder()
            .Write("brief.fetchhive.sh", Samples.Brief)
            .Write("brief.fetchhive.output.json", "\"Bienenstöcke\"");

        using ToolProcess tool = ToolProcess.Start(folder, "run", "brief", "--emulator");
        ToolResult result = (await tool.EndAsync()).Ended(0);

        Assert.Equal("Bienenstöcke\n", result.Out.ReplaceLineEndings("\n"));
        Assert.DoesNotContain('\u001b', result.Error);
        Assert.StartsWith("Calling brief, variant live, on the emulator.", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ProcessSignals.Interrupt, 130)]
    [InlineData(ProcessSignals.Terminate, 143)]
    public async Task Ctrl_C_ends_a_batch_in_order_and_the_same_command_continues_it(int signal, int exitCode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals between processes.");
        Assert.SkipWhen(signal == ProcessSignals.Interrupt && ProcessSignals.AreInterruptsIgnored(),
            "SIGINT is ignored here, as in a shell's background.");
        using WorkFolder folder = Samples.Folder().Write("rows.csv", Table);
        TaskCompletionSource called = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using FetchHiveEmulator hive = await Hive.StartAsync(folder, start => start.Returns(async _ =>
        {
            called.TrySetResult();
            await goOn.Task;
            return "Fine.";
        }));
        string[] command =
            ["batch", "brief", "rows.csv", "--out", "out.jsonl", "--concurrency", "1", "--address", hive.BaseAddress.ToString()];

        using ToolProcess first = ToolProcess.Start(folder, command);
        await called.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        first.Signal(signal);
        await first.ErrorWithAsync("Stopping.");
        goOn.SetResult();
        ToolResult stopped = (await first.EndAsync()).Ended(exitCode);
        using ToolProcess second = ToolProcess.Start(folder, command);
        ToolResult ended = (await second.EndAsync()).Ended(0);

        Assert.StartsWith("3 rows: 1 succeeded, 2 left.", stopped.Out, StringComparison.Ordinal);
        Assert.StartsWith("3 rows: 3 succeeded. 1 of them are from the journal.", ended.Out, StringComparison.Ordinal);
        Assert.Equal(3, hive.Requests.Count(request => request.RunStarted));
    }

    [Fact]
    public async Task A_second_Ctrl_C_ends_it_at_once_and_leaves_the_row_in_doubt()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals between processes.");
        Assert.SkipWhen(ProcessSignals.AreInterruptsIgnored(), "SIGINT is ignored here, as in a shell's background.");
        using WorkFolder folder = Samples.Folder().Write("rows.csv", Table);
        TaskCompletionSource called = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using FetchHiveEmulator hive = await Hive.StartAsync(folder, start => start.Returns(async (_, token) =>
        {
            called.TrySetResult();
            await Task.Delay(-1, token);
            return "";
        }));
        string[] command =
            ["batch", "brief", "rows.csv", "--out", "out.jsonl", "--concurrency", "1", "--address", hive.BaseAddress.ToString()];

        using ToolProcess first = ToolProcess.Start(folder, command);
        await called.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        first.Signal(ProcessSignals.Interrupt);
        await first.ErrorWithAsync("Stopping.");
        first.Signal(ProcessSignals.Interrupt);
        ToolResult killed = await first.EndAsync();
        hive.Deploy("brief", "live", start => start.Returns("Fine."));
        using ToolProcess second = ToolProcess.Start(folder, command);
        ToolResult ended = (await second.EndAsync()).Ended(3);

        Assert.Equal(130, killed.ExitCode);
        Assert.Contains("1 × in_doubt, row 1", ended.Out, StringComparison.Ordinal);
        Assert.Contains("2 succeeded, 1 in doubt", ended.Out, StringComparison.Ordinal);
    }
}
