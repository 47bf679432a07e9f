using System;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;

namespace FetchHive;

/// <summary>Records the one call of one row.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The token source has no timer, and may be cancelled after the row has ended.")]
internal sealed class RowRecorder : CallRecorder
{
    private readonly object _gate = new();
    private readonly BatchJournal _journal;
    private readonly BatchOptions _options;
    private readonly string _key;
    private readonly KeyHash _hash;
    private readonly byte[] _quotedKey;
    private readonly CancellationTokenSource _cancellation = new();
    private TaskCompletionSource<bool>? _call;
    private string _inputsHash = string.Empty;
    private Phase _phase;
    private bool _hasBegun;
    private bool _isClosed;
    private bool _isStopping;
    private bool _isRecorded;
    private Exception? _callFailure;
    private BatchRowException? _misuse;

    public RowRecorder(BatchJournal journal, BatchOptions options, string key, KeyHash hash, byte[] quotedKey)
    {
        _journal = journal;
        _options = options;
        _key = key;
        _hash = hash;
        _quotedKey = quotedKey;
    }

    private enum Phase
    {
        /// <summary>Nothing was sent, or nothing that can have started a run.</summary>
        Unsent,
        Sent,
        Answered,
        Replayed,

        /// <summary>The call was sent, in this round or an earlier one, and has no response.</summary>
        InDoubt,
    }

    /// <summary>
    /// The row's own token. When the batch stops, it is cancelled at once if nothing was sent, otherwise after
    /// <see cref="BatchOptions.DrainTimeout"/>.
    /// </summary>
    public CancellationToken Token => _cancellation.Token;

    public override byte[]? Begin(string baseAddress, WorkflowDeployment deployment, ReadOnlySpan<byte> inputs)
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                throw RowFailures.CallAfterEnd(_key);
            }

            if (_hasBegun)
            {
                throw _misuse = RowFailures.SecondCall(_key);
            }

            _hasBegun = true;
            try
            {
                _journal.Require(new JournalDeployment(baseAddress, deployment.Deployment, deployment.Variant));
                return Decide(inputs);
            }
            catch (Exception exception)
            {
                _callFailure = exception;
                throw;
            }
        }
    }

    public override Exception RefuseStart()
    {
        lock (_gate)
        {
            _callFailure = _misuse = RowFailures.CallbackDelivery(_key);
            return _misuse;
        }
    }

    public override async ValueTask SendingAsync()
    {
        lock (_gate)
        {
            if (_isStopping)
            {
                throw RowFailures.Stopping(_key, Token);
            }

            _phase = Phase.Sent;
        }

        try
        {
            await _journal.AppendAsync(JournalText.Sent(_quotedKey, _inputsHash)).ConfigureAwait(false);
        }
        catch (BatchJournalException)
        {
            lock (_gate)
            {
                _phase = Phase.Unsent;
            }

            throw;
        }
    }

    public override async ValueTask AnsweredAsync(ReadOnlyMemory<byte> body)
    {
        bool isRecorded = true;
        try
        {
            await _journal.AppendAsync(JournalText.Answered(_quotedKey, _inputsHash, body.Span)).ConfigureAwait(false);
        }
        catch (BatchJournalException)
        {
            // The batch stops at this failure. The run was charged for, so the caller still gets the response.
            isRecorded = false;
        }

        lock (_gate)
        {
            _phase = Phase.Answered;
            _isRecorded = isRecorded;
        }
    }

    public override void AttemptFailed(bool mayHaveRun)
    {
        bool isCancelled = false;
        lock (_gate)
        {
            if (_phase != Phase.Sent)
            {
                return;
            }

            _phase = mayHaveRun ? Phase.InDoubt : Phase.Unsent;
            isCancelled = _isStopping && !mayHaveRun;
        }

        if (!mayHaveRun)
        {
            // Not flushed. If the line is lost, the row is in doubt needlessly, and nothing worse happens.
            _journal.Append(JournalText.NotRun(_quotedKey));
        }

        if (isCancelled)
        {
            Cancel();
        }
    }

    public override void End(Exception? failure)
    {
        lock (_gate)
        {
            _callFailure = failure;
        }

        _call!.TrySetResult(true);
    }

    /// <summary>Called when the batch ends early. Cancels a row that wasn't sent.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            _isStopping = true;
            if (_phase is Phase.Sent or Phase.Answered)
            {
                return;
            }
        }

        Cancel();
    }

    /// <summary>Cancels the row, whatever its state is.</summary>
    // The row's cancellation callbacks must not block the other rows.
    public void Cancel() => _ = Task.Run(_cancellation.Cancel);

    /// <summary>
    /// Called when the row's function has ended. Waits for a call that the function left running, and returns the row's outcome.
    /// </summary>
    /// <param name="failure">The function's exception; null if it succeeded.</param>
    public async Task<RowEnd> CloseAsync(Exception? failure)
    {
        TaskCompletionSource<bool>? call;
        bool hasBegun;
        lock (_gate)
        {
            _isClosed = true;
            call = _call;
            hasBegun = _hasBegun;
        }

        if (!hasBegun)
        {
            // A call that is still waiting with the row's token must not be sent: its response wouldn't be recorded.
            Cancel();
        }

        if (call is { Task.IsCompleted: false })
        {
            await call.Task.ConfigureAwait(false);
            failure ??= RowFailures.LeftCall(_key);
        }

        lock (_gate)
        {
            return Conclude(failure ?? _misuse);
        }
    }

    private RowEnd Conclude(Exception? failure)
    {
        bool isReplayed = _phase == Phase.Replayed;
        if (isReplayed || _phase == Phase.Answered)
        {
            BatchOutcome outcome = failure is null ? BatchOutcome.Succeeded : BatchOutcome.Failed;
            return new RowEnd(outcome, failure, !isReplayed, isReplayed, isReplayed || _isRecorded, _callFailure);
        }

        if (!_hasBegun && RunOfAnUnseenCall(failure) is { } unseen)
        {
            BatchRowException noCall = RowFailures.UnseenCall(_key, unseen);
            return new RowEnd(BatchOutcome.InDoubt, noCall, IsCalled: true, IsReplayed: false, IsRecorded: false, noCall);
        }

        // The call's failure counts, unless the function failed in another way. If the function swallows the call's failure, the row still
        // hasn't succeeded.
        Exception error = failure ?? _callFailure ?? (_isStopping ? RowFailures.Stopping(_key, Token) : RowFailures.NoCall(_key));
        bool isCalled = _callFailure is not BatchRowException { Problem: BatchRowProblem.Changed or BatchRowProblem.InDoubt };
        BatchOutcome end = _phase is Phase.InDoubt or Phase.Sent ? BatchOutcome.InDoubt : BatchOutcome.NotRun;
        return new RowEnd(end, error, isCalled, IsReplayed: false, IsRecorded: false, _callFailure);
    }

    /// <summary>The failure of a run that the row's exception contains although the batch saw no call.</summary>
    private static Exception? RunOfAnUnseenCall(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is FetchHiveException { MayHaveRun: true } or FetchHiveCanceledException { MayHaveRun: true })
            {
                return failure;
            }
        }

        return null;
    }

    private byte[]? Decide(ReadOnlySpan<byte> inputs)
    {
        _inputsHash = HashOf(inputs);
        RecordedRow row = _journal.Find(_hash);
        switch (row.State)
        {
            case RowState.Sent when _options.InDoubt != InDoubtRows.Again:
                _phase = Phase.InDoubt;
                throw RowFailures.InDoubt(_key);
            case RowState.Answered when !IsCalledAgain(row):
                _phase = Phase.Replayed;
                return row.Response;
            default:
                _call = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
                return null;
        }
    }

    private bool IsCalledAgain(in RecordedRow row)
    {
        bool isChanged = row.InputsHash is not null && row.InputsHash != _inputsHash;
        if (isChanged && _options.Changed == ChangedRows.Refuse)
        {
            throw RowFailures.Changed(_key);
        }

        return (isChanged && _options.Changed == ChangedRows.Again) || (_options.Failed == FailedRuns.Again && HasFailed(row.Response));
    }

    private static bool HasFailed(byte[]? response)
    {
        _ = Envelope.TryRead(response, out Envelope envelope, out JsonException? _);
        return JsonSlice.TryGetString(envelope.RunStatus, out string status)
            && status.Length > 0
            && new RunStatus(status) == RunStatus.Failed;
    }

    private static string HashOf(ReadOnlySpan<byte> inputs)
    {
        Span<byte> hash = stackalloc byte[Sha256.Length];
        Sha256.Hash(inputs, hash);
        return Hex.Lower(hash);
    }
}
