using System;
using System.Globalization;
using System.Threading.Tasks;
using FetchHive.Tool.Terminals;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FetchHive.Tool.Batches;

/// <summary>Shows a batch's progress: a moving bar on a terminal, a line at intervals in a file.</summary>
internal sealed class BatchProgressView(Terminal terminal) : IProgress<BatchProgress>
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);

    private ProgressTask? _bar;
    private volatile BatchProgress? _last;
    private long? _lastLine;

    /// <summary>Shows the progress while something runs.</summary>
    public async Task WhileAsync(string name, long total, Func<Task> run)
    {
        if (terminal.Live is not { } live)
        {
            await run().ConfigureAwait(false);
            return;
        }

        await live.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new CountsColumn(() => _last))
            .StartAsync(async context =>
            {
                _bar = context.AddTask(Markup.Escape(name), maxValue: Math.Max(1, total));
                await run().ConfigureAwait(false);
            }).ConfigureAwait(false);
    }

    public void Report(BatchProgress value)
    {
        _last = value;
        if (_bar is { } bar)
        {
            bar.Value = value.Ended;
        }
        else if (terminal.Live is null && IsTimeForALine())
        {
            terminal.Say(value.ToString());
        }
    }

    private bool IsTimeForALine()
    {
        long now = terminal.Time.GetTimestamp();
        if (_lastLine is { } last && terminal.Time.GetElapsedTime(last, now) < BetweenLines)
        {
            return false;
        }

        // The first report comes at once, when there is nothing to show yet.
        bool isFirst = _lastLine is null;
        _lastLine = now;
        return !isFirst;
    }

    /// <summary>The counts, which the bar itself doesn't show.</summary>
    private sealed class CountsColumn(Func<BatchProgress?> last) : ProgressColumn
    {
        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
        {
            if (last() is not { } progress)
            {
                return new Text("");
            }

            Paragraph text = new();
            text.Append(string.Create(CultureInfo.InvariantCulture, $"{progress.Done} of {progress.Total} done"), new Style(Color.Green));
            Add(text, progress.Failed, "failed", Color.Red);
            Add(text, progress.InDoubt, "in doubt", Color.Yellow);
            if (progress.PerMinute > 0)
            {
                text.Append(string.Create(CultureInfo.InvariantCulture, $", {progress.PerMinute:0.#} per minute"));
            }

            if (progress.Remaining is { } remaining)
            {
                TimeSpan shown = TimeSpan.FromSeconds(Math.Ceiling(remaining.TotalSeconds));
                text.Append(string.Create(CultureInfo.InvariantCulture, $", {shown:c} left"));
            }

            return text;
        }

        private static void Add(Paragraph text, long count, string what, Color color) =>
            text.Append(string.Create(CultureInfo.InvariantCulture, $", {count} {what}"), count > 0 ? new Style(color) : Style.Plain);
    }
}
