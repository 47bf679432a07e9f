using System;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Tool.Calling;
using FetchHive.Tool.Snippets;
using FetchHive.Tool.Terminals;

namespace FetchHive.Tool.Batches;

/// <summary>Runs a deployment over the rows of a table: one round of the library's batch.</summary>
internal sealed class BatchRun(SnippetOnDisk snippet, RowSet rows, BatchPaths paths, BatchOptions options)
{
    private readonly BatchTotals _totals = new();

    /// <summary>Runs the round.</summary>
    /// <returns>How it ended. The results are written in any case.</returns>
    /// <exception cref="CommandException">The results or the journal can't be used: nothing was called.</exception>
    public async Task<BatchEnd> ExecuteAsync(HiveConnection connection, Terminal terminal, Interruption interruption)
    {
        using ResultsFile results = ResultsFile.Open(paths.Results, terminal);
        BatchProgressView view = new(terminal);
        options.Progress = view;
        options.Total = rows.Count;
        Exception? failure = null;
        await view.WhileAsync(snippet.Deployment, rows.Count, RunAsync).ConfigureAwait(false);
        if (failure is BatchJournalException && _totals.Ended == 0)
        {
            throw new CommandException(FailureMessages.Of(failure), innerException: failure);
        }

        results.Complete();
        return new BatchEnd(_totals, rows.Count, ExitCodeOf(failure, interruption), MessageOf(failure));

        async Task RunAsync() =>
            failure = await EnumerateAsync(connection, results, terminal, interruption).ConfigureAwait(false);
    }

    private async Task<Exception?> EnumerateAsync(
        HiveConnection connection, ResultsFile results, Terminal terminal, Interruption interruption)
    {
        using CancellationTokenRegistration registration = interruption.Token.Register(() => terminal.Announce(
            "Stopping. No further row is called. Calls that were sent are waited for, as they are charged for. Press Ctrl+C again to "
            + "end at once; this may leave rows in doubt."));
        try
        {
            await foreach (BatchResult<BatchRow, WorkflowRun<JsonElement>> result in WorkflowBatch.RunAsync(
                rows.Rows(), row => row.Key, (row, token) => CallAsync(connection, row, token), options, interruption.Token)
                .ConfigureAwait(false))
            {
                // The failure that ended the round isn't the row's.
                bool isLeft = result is { Outcome: BatchOutcome.NotRun, Error: OperationCanceledException or BatchJournalException };
                if (!isLeft)
                {
                    _totals.Add(result);
                    results.Add(result.Row.Number, result.Row.Key, ResultLine.Of(result));
                }
            }

            return null;
        }
        catch (Exception exception) when (exception is BatchStoppedException or BatchJournalException or CommandException
            || (exception is OperationCanceledException && interruption.Token.IsCancellationRequested))
        {
            return exception;
        }
    }

    private Task<WorkflowRun<JsonElement>> CallAsync(HiveConnection connection, BatchRow row, CancellationToken cancellationToken)
    {
        WorkflowCallOptions call = SnippetCallOptions.Of(snippet);

        // Replaces a key in the snippet, which belongs to the row that the snippet was made for.
        call.Metadata["batch_key"] = row.Key;
        return connection.Client.InvokeAsync(snippet.Deployment, snippet.Variant, row.Inputs, call, cancellationToken);
    }

    private int ExitCodeOf(Exception? failure, Interruption interruption) => failure switch
    {
        OperationCanceledException => interruption.ExitCode,
        CommandException command => command.ExitCode,
        BatchStoppedException => ExitCodes.Stopped,
        _ when _totals.InDoubt > 0 => ExitCodes.InDoubt,
        _ when failure is not null || _totals.Failed + _totals.NotRun > 0 => ExitCodes.Failed,
        _ => ExitCodes.Done,
    };

    private static string? MessageOf(Exception? failure) => failure switch
    {
        null => null,
        OperationCanceledException => "The batch was interrupted.",
        _ => FailureMessages.Of(failure),
    };
}

/// <summary>How a round ended.</summary>
/// <param name="Totals">The outcomes of rows.</param>
/// <param name="Rows">How many rows the table has.</param>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Message">Why it ended early; <see langword="null"/> when it didn't.</param>
internal sealed record BatchEnd(BatchTotals Totals, long Rows, int ExitCode, string? Message)
{
    /// <summary>How many rows the round didn't reach.</summary>
    public long Left => Rows - Totals.Ended;
}
