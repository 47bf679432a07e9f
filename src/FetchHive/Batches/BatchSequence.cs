using System;
using System.Collections.Generic;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive;

/// <summary>A batch as its caller enumerates it. Each enumeration is one round.</summary>
internal sealed class BatchSequence<TRow, TResult>(
    Func<CancellationToken, RowSource<TRow>> rows,
    Func<TRow, string> key,
    Func<TRow, CancellationToken, Task<TResult>> call,
    BatchOptions options,
    string path,
    CancellationToken cancellationToken) : IAsyncEnumerable<BatchResult<TRow, TResult>>
{
    public async IAsyncEnumerator<BatchResult<TRow, TResult>> GetAsyncEnumerator(CancellationToken ofEnumeration)
    {
        if (CallRecorder.Current is not null)
        {
            throw new InvalidOperationException(
                "A batch can't run inside the function of another batch's row: its calls would belong to its own rows and to the outer "
                    + "row at the same time. Run one batch after the other.");
        }

        using CancellationTokenSource cancelled = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, ofEnumeration);
        cancelled.Token.ThrowIfCancellationRequested();
        BatchJournal journal = BatchJournal.Open(path, options.OpenFile);
        BatchRound<TRow, TResult> round = new(journal, options, key, call);
        BatchTally tally = new(options);
        BatchStops stops = new(options.MaxFailuresInARow);
        bool isLeft = true;
        try
        {
            using CancellationTokenRegistration registration = cancelled.Token.Register(
                static round => ((BatchRound<TRow, TResult>)round!).Stop(), round);
            round.Open(rows);
            while (await round.NextAsync().ConfigureAwait(false) is { } ended)
            {
                tally.Add(ended.End);
                if (stops.IsReachedBy(ended.End) || journal.Failure is not null)
                {
                    round.Stop();
                }

                tally.Report(ended.End);
                yield return new BatchResult<TRow, TResult>(ended.Index, ended.Row, ended.Key, ended.End, ended.Value);
            }

            tally.ReportLast();
            isLeft = false;
        }
        finally
        {
            try
            {
                await round.CloseAsync().ConfigureAwait(false);
            }
            finally
            {
                await journal.CloseAsync().ConfigureAwait(false);
            }

            if (isLeft && journal.Failure is { } failure)
            {
                // A caller who leaves early doesn't get the last results, and a failed journal doesn't have them. So the caller must get
                // the failure.
                ExceptionDispatchInfo.Capture(failure).Throw();
            }
        }

        if ((journal.Failure ?? stops.Failure as BatchJournalException) is { } broken)
        {
            ExceptionDispatchInfo.Capture(broken).Throw();
        }

        round.ThrowIfSourceFailed();
        if (stops.Reason is { } reason)
        {
            throw tally.Stopped(reason, stops.Failure, path);
        }

        if (round.IsCutShort)
        {
            throw new OperationCanceledException(
                $"The batch was cancelled after {tally.Ended} rows. Run it again with the same journal: it continues.",
                cancellationToken.IsCancellationRequested ? cancellationToken : ofEnumeration);
        }
    }
}
