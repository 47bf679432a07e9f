using System;
using System.Diagnostics;
using System.Threading.Tasks;

namespace FetchHive.Tool.Tests.Kit;

/// <summary>A command that runs.</summary>
internal sealed class RunningTool(Task<int> run, SharedWriter output, SharedWriter errors, SharedWriter printed)
{
    /// <summary>Waits until standard output has a text, and gives all that it has then.</summary>
    public Task<string> OutputWithAsync(string text) => WithAsync(output, text);

    /// <summary>Waits until a text was written to either.</summary>
    public Task<string> PrintedWithAsync(string text) => WithAsync(printed, text);

    /// <summary>Waits for its end.</summary>
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
