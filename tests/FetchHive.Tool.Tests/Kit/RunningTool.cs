using System;
using System.Diagnostics;
using System.Threading.Tasks;

namespace FetchHive.Tool.Tests.Kit;

internal sealed class RunningTool(Task<int> run, SharedWriter output, SharedWriter errors, SharedWriter printed)
{
    /// <summary>Waits until standard output contains a text, and returns all output so far.</summary>
    public Task<string> OutputWithAsync(string text) => WithAsync(output, text);

    /// <summary>Waits until standard output or standard error contains a text.</summary>
    public Task<string> PrintedWithAsync(string text) => WithAsync(printed, text);

    /// <summary>Waits for the command's end.</summary>
    public async Task<ToolResult> EndAsync() => new(await run, output.ToString(), errors.ToString(), printed.ToString());

    private async Task<string> WithAsync(SharedWriter writer, string text)
    {
        long start = Stopwatch.GetTimestamp();
        while (!writer.ToString().Contains(text, StringComparison.Ordinal))
        {
            Assert.False(
                run.IsCompleted || Stopwatch.GetElapsedTime(start) > ToolProcess.Patience, $"There is no '{text}':\n{printed}");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        return writer.ToString();
    }
}
