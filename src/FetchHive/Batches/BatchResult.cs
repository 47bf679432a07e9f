using System;

namespace FetchHive;

/// <summary>The outcome of a row.</summary>
public enum BatchOutcome
{
    /// <summary>The row has its response, and <see cref="BatchResult{TRow, TResult}.GetValue"/> returns its value.</summary>
    Succeeded = 0,

    /// <summary>
    /// The row has its response, but there is no value: the run failed, the response can't be read as the declared type, or the row's
    /// function failed after the call. The response is recorded, and the next round uses it instead of making a call.
    /// </summary>
    Failed = 1,

    /// <summary>Nothing ran, and the next round calls the row.</summary>
    NotRun = 2,

    /// <summary>The row was sent, but no response came or is recorded: it may have run, and been charged for.</summary>
    InDoubt = 3,
}

/// <summary>One row of a batch and its outcome.</summary>
/// <typeparam name="TRow">The type of rows.</typeparam>
/// <typeparam name="TResult">What the row's function returns.</typeparam>
public sealed class BatchResult<TRow, TResult>
{
    private readonly TResult? _value;

    internal BatchResult(long index, TRow row, string? key, RowEnd end, TResult? value)
    {
        Index = index;
        Row = row;
        Key = key;
        Outcome = end.Outcome;
        Error = end.Error;
        IsReplayed = end.IsReplayed;
        IsRecorded = end.IsRecorded;
        _value = value;
    }

    /// <summary>The row's zero-based index among the rows. Results come in the order in which rows end.</summary>
    public long Index { get; }

    /// <summary>The row.</summary>
    public TRow Row { get; }

    /// <summary>The row's key; <see langword="null"/> if the key function returned null or failed.</summary>
    public string? Key { get; }

    /// <summary>The row's outcome.</summary>
    public BatchOutcome Outcome { get; }

    /// <summary>Why there is no value; <see langword="null"/> if the row succeeded.</summary>
    public Exception? Error { get; }

    /// <summary>Whether the response was recorded in an earlier round, so that nothing was sent.</summary>
    public bool IsReplayed { get; }

    /// <summary>
    /// Whether the row's response is in the journal. If <see langword="false"/> for a row that got a response, the journal couldn't be
    /// written. Then keep the result, because the next round doesn't know about it.
    /// </summary>
    public bool IsRecorded { get; }

    /// <summary>Returns what the row's function returned, or throws if the row didn't succeed.</summary>
    /// <returns>What the row's function returned.</returns>
    /// <exception cref="InvalidOperationException">The row didn't succeed; the inner exception is <see cref="Error"/>.</exception>
    public TResult GetValue() => Outcome == BatchOutcome.Succeeded
        ? _value!
        : throw new InvalidOperationException(
            $"Row '{Key}' has no value, as its outcome is {Outcome}. Look at Outcome and Error before calling GetValue.", Error);

    /// <summary>The key and the outcome; never the value.</summary>
    public override string ToString() => $"{Key ?? "(no key)"}: {Outcome}";
}
