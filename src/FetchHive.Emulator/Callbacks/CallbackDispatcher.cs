using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Emulator.Runs;

namespace FetchHive.Emulator.Callbacks;

/// <summary>
/// Delivers the callbacks of runs: after their delay, in all copies, and again if the receiver fails. It stops with the emulator.
/// </summary>
internal sealed class CallbackDispatcher : IAsyncDisposable
{
    private static readonly CallbackDelivery Regular = new();

    private readonly FetchHiveEmulatorOptions _options;
    private readonly SentCallbacks _log;
    private readonly CallbackJson _json;
    private readonly CallbackSender _sender;
    private readonly CancellationTokenSource _lifetime = new();
    private readonly CancellationToken _stopping;
    private readonly object _gate = new();
    private readonly HashSet<Task> _underWay = [];
    private bool _isStopped;

    public CallbackDispatcher(FetchHiveEmulatorOptions options, SentCallbacks log)
    {
        _options = options;
        _log = log;
        _json = new CallbackJson(options);
        _sender = new CallbackSender(options);
        _stopping = _lifetime.Token;
    }

    /// <summary>How the callbacks of the next runs are delivered, whatever their deployment is.</summary>
    public ConcurrentQueue<CallbackDelivery> Script { get; } = new();

    /// <summary>Sends through the caller's handler.</summary>
    public void SendThrough(HttpMessageHandler handler) => _sender.SendThrough(handler);

    /// <summary>Begins the delivery of a run's callback.</summary>
    public PendingCallback Begin(EmulatedRun run)
    {
        if (!Script.TryDequeue(out CallbackDelivery? delivery) && !run.Deployment.Deliveries.TryDequeue(out delivery))
        {
            delivery = Regular;
        }

        var pending = new PendingCallback(run, delivery);
        run.AddCopies(delivery.Times);
        lock (_gate)
        {
            if (_isStopped || delivery.Times == 0)
            {
                pending.Tried();
                return pending;
            }

            // The delay starts here, before the response is sent: a test that has the response may advance the clock.
            _log.Begin();
            Task delay = delivery.Delay > TimeSpan.Zero ? Task.Delay(delivery.Delay, _options.TimeProvider, _stopping) : Task.CompletedTask;
            TakeCharge(Task.Run(() => DeliverAsync(pending, delay), CancellationToken.None));
        }

        return pending;
    }

    /// <summary>Sends the genuine callback of an ended run once more, without further attempts.</summary>
    /// <exception cref="ObjectDisposedException">The emulator is stopping.</exception>
    public Task<SentCallback> RedeliverAsync(EmulatedRun run, RunOutcome outcome)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isStopped, typeof(FetchHiveEmulator));
            _log.Begin();
            var task = Task.Run(() => SendOnceMoreAsync(run, outcome), CancellationToken.None);
            TakeCharge(task);
            return task;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task[] rest;
        lock (_gate)
        {
            _isStopped = true;
            rest = [.. _underWay];
        }

        await _lifetime.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(rest).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _log.Stop();
        _sender.Dispose();
        _lifetime.Dispose();
    }

    private void TakeCharge(Task task)
    {
        _underWay.Add(task);
        task.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private void Forget(Task task)
    {
        lock (_gate)
        {
            _underWay.Remove(task);
        }
    }

    /// <summary>Never fails: failures are recorded, and the end of the emulator isn't an error.</summary>
    private async Task DeliverAsync(PendingCallback pending, Task delay)
    {
        EmulatedRun run = pending.Run;
        try
        {
            RunOutcome outcome = await run.Outcome.WaitAsync(_stopping).ConfigureAwait(false);
            if (outcome is RunOutcome.Abandoned)
            {
                return;
            }

            await pending.WaitForTurnAsync(delay, _stopping).ConfigureAwait(false);
            await SendCopiesAsync(pending, outcome).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The emulator is stopping.
        }
        finally
        {
            pending.Tried();
            _log.End();
        }
    }

    private async Task<SentCallback> SendOnceMoreAsync(EmulatedRun run, RunOutcome outcome)
    {
        try
        {
            var callback = PreparedCallback.Of(run, outcome, Regular, _json, _options.CallbackSignatures);
            SendOutcome sent = _sender.Refusal(run.CallbackUrl!) is { } refusal
                ? _sender.NotSent(refusal)
                : await _sender.SendAsync(callback, _stopping).ConfigureAwait(false);
            SentCallback redelivered = callback.Sent(run.AddCopies(1), 1, sent);
            _log.Add(redelivered);
            return redelivered;
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            throw new ObjectDisposedException(typeof(FetchHiveEmulator).FullName, "The emulator was disposed.");
        }
        finally
        {
            _log.End();
        }
    }

    private async Task SendCopiesAsync(PendingCallback pending, RunOutcome outcome)
    {
        CallbackDelivery delivery = pending.Delivery;
        PreparedCallback callback;
        try
        {
            callback = PreparedCallback.Of(pending.Run, outcome, delivery, _json, _options.CallbackSignatures);
        }
#pragma warning disable CA1031 // A test's functions may throw anything. The test reads it in the recorded attempt.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var nothing = new PreparedCallback(pending.Run, [], new Dictionary<string, string>());
            _log.Add(nothing.Sent(
                1,
                1,
                _sender.NotSent(
                    $"Not sent: a function of the {nameof(CallbackDelivery)} threw {exception.GetType().Name}: {exception.Message}")));
            return;
        }

        if (_sender.Refusal(pending.Run.CallbackUrl!) is { } refusal)
        {
            _log.Add(callback.Sent(1, 1, _sender.NotSent(refusal)));
            return;
        }

        if (delivery.Concurrently)
        {
            var copies = new Task[delivery.Times];
            for (int i = 0; i < copies.Length; i++)
            {
                copies[i] = SendAsync(callback, i + 1, pending);
            }

            await Task.WhenAll(copies).ConfigureAwait(false);
            return;
        }

        for (int copy = 1; copy <= delivery.Times; copy++)
        {
            await SendAsync(callback, copy, pending).ConfigureAwait(false);
        }
    }

    private async Task SendAsync(PreparedCallback callback, int copy, PendingCallback pending)
    {
        for (int attempt = 1; ; attempt++)
        {
            SentCallback sent = callback.Sent(copy, attempt, await _sender.SendAsync(callback, _stopping).ConfigureAwait(false));

            // A test that sees this attempt may advance the clock at once, so the wait begins before the attempt is visible.
            Task? pause = !sent.IsDelivered && attempt <= _options.CallbackRetryDelays.Count
                ? Task.Delay(_options.CallbackRetryDelays[attempt - 1], _options.TimeProvider, _stopping)
                : null;
            _log.Add(sent);
            if (attempt == 1)
            {
                pending.CopyWasTried();
            }

            if (pause is null)
            {
                return;
            }

            await pause.ConfigureAwait(false);
        }
    }
}
