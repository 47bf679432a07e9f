using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive;

/// <summary>
/// Runs a deployed workflow over a table, one call for each row. It survives a crash: no row runs twice, and no received response is lost.
/// A journal records requests and responses. The same batch with the same journal continues where it stopped.
/// </summary>
/// <remarks>
/// The function runs for every row in every round. If the row's response is recorded, its call sends nothing and returns that response,
/// read as the type that the function requests now. The function must make exactly one call through a Fetch Hive client, in its own
/// asynchronous flow.
/// </remarks>
public static class WorkflowBatch
{
    /// <summary>Runs a batch while its results are enumerated. Leaving the enumeration early waits for the calls that were sent.</summary>
    /// <typeparam name="TRow">The type of rows.</typeparam>
    /// <typeparam name="TResult">What the function returns.</typeparam>
    /// <param name="rows">The rows. The next row is read when it can be called.</param>
    /// <param name="key">
    /// A row's key: unique, stable from round to round, and at most 1,024 characters. Send it as metadata too (<c>[Metadata] string
    /// batchKey</c>): there is no other way to find the run of a row in doubt.
    /// </param>
    /// <param name="call">
    /// Makes the row's call. It runs on the thread pool, for several rows at the same time. Its token is cancelled when the batch ends
    /// early: at once if nothing was sent, otherwise after <see cref="BatchOptions.DrainTimeout"/>.
    /// </param>
    /// <param name="options">The journal and the settings.</param>
    /// <param name="cancellationToken">Ends the batch early: no further row is taken, and the batch waits for calls that were sent.</param>
    /// <returns>
    /// One result for each row that was taken, in the order in which the rows end. The enumeration throws, after all of them:
    /// <see cref="BatchJournalException"/> if the journal can't be used; <see cref="BatchStoppedException"/> if further rows would fail
    /// too; <see cref="OperationCanceledException"/> if the caller cancelled; and any exception of the rows' enumerator.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range; the message names it.</exception>
    public static IAsyncEnumerable<BatchResult<TRow, TResult>> RunAsync<TRow, TResult>(
        IEnumerable<TRow> rows,
        Func<TRow, string> key,
        Func<TRow, CancellationToken, Task<TResult>> call,
        BatchOptions options,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        long? count = rows switch
        {
            ICollection<TRow> collection => collection.Count,
            IReadOnlyCollection<TRow> collection => collection.Count,
            _ => null,
        };
        return Create(_ => new RowSource<TRow>.OfEnumerable(rows.GetEnumerator()), count, key, call, options, cancellationToken);
    }

    /// <summary>Runs a batch while its results are enumerated. Leaving the enumeration early waits for the calls that were sent.</summary>
    /// <typeparam name="TRow">The type of rows.</typeparam>
    /// <typeparam name="TResult">What the function returns.</typeparam>
    /// <param name="rows">The rows. The next row is read when it can be called. The source's token is cancelled when the batch ends
    /// early.</param>
    /// <param name="key">
    /// A row's key: unique, stable from round to round, and at most 1,024 characters. Send it as metadata too (<c>[Metadata] string
    /// batchKey</c>): there is no other way to find the run of a row in doubt.
    /// </param>
    /// <param name="call">
    /// Makes the row's call. It runs on the thread pool, for several rows at the same time. Its token is cancelled when the batch ends
    /// early: at once if nothing was sent, otherwise after <see cref="BatchOptions.DrainTimeout"/>.
    /// </param>
    /// <param name="options">The journal and the settings.</param>
    /// <param name="cancellationToken">Ends the batch early: no further row is taken, and the batch waits for calls that were sent.</param>
    /// <returns>
    /// One result for each row that was taken, in the order in which the rows end. The enumeration throws, after all of them:
    /// <see cref="BatchJournalException"/> if the journal can't be used; <see cref="BatchStoppedException"/> if further rows would fail
    /// too; <see cref="OperationCanceledException"/> if the caller cancelled; and any exception of the rows' enumerator.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range; the message names it.</exception>
    public static IAsyncEnumerable<BatchResult<TRow, TResult>> RunAsync<TRow, TResult>(
        IAsyncEnumerable<TRow> rows,
        Func<TRow, string> key,
        Func<TRow, CancellationToken, Task<TResult>> call,
        BatchOptions options,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Create(
            token => new RowSource<TRow>.OfAsyncEnumerable(rows.GetAsyncEnumerator(token)),
            count: null,
            key,
            call,
            options,
            cancellationToken);
    }

    private static BatchSequence<TRow, TResult> Create<TRow, TResult>(
        Func<CancellationToken, RowSource<TRow>> rows,
        long? count,
        Func<TRow, string> key,
        Func<TRow, CancellationToken, Task<TResult>> call,
        BatchOptions options,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(options);
        BatchOptions copy = options.Copy();
        copy.Total ??= count;
        return new BatchSequence<TRow, TResult>(rows, key, call, copy, Path.GetFullPath(copy.Journal), cancellationToken);
    }
}
