using System;
using System.Threading.Tasks;
using FetchHive.Tool.Batches;
using FetchHive.Tool.Terminals;
using FetchHive.Tool.Tests.Kit;
using Microsoft.Extensions.Time.Testing;
using Spectre.Console;
using Spectre.Console.Testing;

namespace FetchHive.Tool.Tests;

/// <summary>The progress of a batch, for people and for files.</summary>
public sealed class ProgressTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly SharedWriter _errors = new();

    public void Dispose() => _errors.Dispose();

    [Fact]
    public async Task A_terminal_gets_a_bar_with_the_counts_the_pace_and_the_remaining_time()
    {
        using TestConsole console = new();
        console.Interactive().Width(160);
        BatchProgressView view = new(TerminalOf(console));

        await view.WhileAsync("brief", 10, async () =>
        {
            view.Report(new BatchProgress { Done = 3, Failed = 1, InDoubt = 1, Total = 10, PerMinute = 30.5 });
            await Task.CompletedTask;
        });

        Assert.Contains("brief", console.Output, StringComparison.Ordinal);
        Assert.Contains("50% 3 of 10 done, 1 failed, 1 in doubt, 30.5 per minute, 00:00:10 left", console.Output, StringComparison.Ordinal);
        Assert.Empty(_errors.ToString());
    }

    [Fact]
    public async Task A_message_while_there_is_a_bar_erases_it_and_gives_the_cursor_back()
    {
        using TestConsole console = new();
        console.Interactive().EmitAnsiSequences().Width(160);
        Terminal terminal = TerminalOf(console);
        BatchProgressView view = new(terminal);
        string said = "";

        await view.WhileAsync("brief", 10, () =>
        {
            view.Report(new BatchProgress { Done = 3, Failed = 1, InDoubt = 1, Total = 10, PerMinute = 30.5 });
            int before = console.Output.Length;
            terminal.Announce("Stopping.");
            said = console.Output[before..];
            return Task.CompletedTask;
        });

        Assert.Contains("\u001b[0JStopping.", said, StringComparison.Ordinal);
        Assert.EndsWith("\u001b[?25h", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_gets_a_line_every_ten_seconds()
    {
        BatchProgressView view = new(TerminalOf(null));

        await view.WhileAsync("brief", 10, () =>
        {
            for (int done = 1; done <= 5; done++)
            {
                view.Report(new BatchProgress { Done = done, Total = 10, PerMinute = 12 });
                _time.Advance(TimeSpan.FromSeconds(6));
            }

            return Task.CompletedTask;
        });

        Assert.Equal(
            "3 of 10 done, 12 per minute, 00:00:35 left\n5 of 10 done, 12 per minute, 00:00:25 left\n", _errors.ToString());
    }

    private Terminal TerminalOf(IAnsiConsole? live) => new()
    {
        Out = new SharedWriter(),
        Error = _errors,
        Live = live,
        Folder = "/",
        Environment = _ => null,
        Time = _time,
    };
}
