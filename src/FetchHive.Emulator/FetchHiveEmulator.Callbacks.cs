using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Emulator.Runs;

namespace FetchHive.Emulator;

// The delivery of callbacks.
public sealed partial class FetchHiveEmulator
{
    /// <summary>
    /// The ended attempts to deliver a callback, in the order in which they ended. It is a snapshot of at most the newest
    /// <see cref="FetchHiveEmulatorOptions.MaxRecordedRequests"/>.
    /// </summary>
    public IReadOnlyList<SentCallback> Callbacks => _sent.Snapshot();

    /// <summary>
    /// Delivers callbacks through this handler instead of over connections, whatever host their URLs name. Use it for an application in a
    /// test server that listens on no port. With <c>WebApplicationFactory</c>:
    /// <c>hive.DeliverCallbacksTo(factory.Server.CreateHandler())</c>. It applies to every attempt from now on.
    /// </summary>
    /// <param name="handler">Takes the requests. The caller owns it and disposes it after the emulator.</param>
    /// <exception cref="ArgumentNullException"><paramref name="handler"/> is null.</exception>
    public void DeliverCallbacksTo(HttpMessageHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        _callbacks.SendThrough(handler);
    }

    /// <summary>
    /// Delivers callbacks to this function instead of over connections, whatever host their URLs name. It applies to every attempt from now
    /// on.
    /// </summary>
    /// <param name="receive">Gets the request and returns its response. If it throws, the attempt has failed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="receive"/> is null.</exception>
    public void DeliverCallbacksTo(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> receive)
    {
        ArgumentNullException.ThrowIfNull(receive);
        _callbacks.SendThrough(new DelegateHandler(receive));
    }

    /// <summary>
    /// Sets how the callback of the next run with a callback URL is delivered, whatever its deployment is. If called several times, the
    /// deliveries are used in that order, one for each run.
    /// </summary>
    /// <param name="delivery">How it is delivered.</param>
    public void DeliverNext(CallbackDelivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        _callbacks.Script.Enqueue(delivery);
    }

    /// <summary>
    /// Sets how the callback of the next run with a callback URL is delivered, for this deployment and variant.
    /// </summary>
    /// <param name="deployment">The deployment's name.</param>
    /// <param name="variant">The variant's name.</param>
    /// <param name="delivery">How it is delivered.</param>
    /// <exception cref="ArgumentException">There is no such deployment.</exception>
    public void DeliverNext(string deployment, string variant, CallbackDelivery delivery)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(variant);
        ArgumentNullException.ThrowIfNull(delivery);
        _deployments.Get(deployment, variant).Deliveries.Enqueue(delivery);
    }

    /// <summary>
    /// Waits until the callback of every run so far was accepted by its receiver or given up. It waits for callbacks that are held back,
    /// but not for callbacks that are never sent.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The same as <see cref="Callbacks"/>.</returns>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    /// <exception cref="ObjectDisposedException">The emulator was disposed.</exception>
    public async Task<IReadOnlyList<SentCallback>> WaitForCallbacksAsync(CancellationToken cancellationToken = default) =>
        await _sent.WaitForAllAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Waits until <see cref="Callbacks"/> has a given number of entries, accepted by the receiver or not.</summary>
    /// <param name="attempts">How many, from 1 to <see cref="FetchHiveEmulatorOptions.MaxRecordedRequests"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The same as <see cref="Callbacks"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="attempts"/> is outside its range.</exception>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    /// <exception cref="ObjectDisposedException">The emulator was disposed before that.</exception>
    public async Task<IReadOnlyList<SentCallback>> WaitForCallbacksAsync(int attempts, CancellationToken cancellationToken = default) =>
        await _sent.WaitForAsync(attempts, cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Delivers the callback of an ended run once more: the genuine one, even if a <see cref="CallbackDelivery"/> changed the first. It is
    /// a single attempt and a further copy in <see cref="Callbacks"/>. It isn't retried when the receiver fails.
    /// </summary>
    /// <param name="requestId">The run's id.</param>
    /// <param name="cancellationToken">Ends the wait; the attempt goes on.</param>
    /// <returns>The attempt, after it has ended.</returns>
    /// <exception cref="ArgumentException">There is no such run, or it was started without a callback URL.</exception>
    /// <exception cref="InvalidOperationException">The run hasn't ended.</exception>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    /// <exception cref="ObjectDisposedException">The emulator was disposed.</exception>
    public async Task<SentCallback> RedeliverAsync(string requestId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(requestId);
        EmulatedRun run = _runs.Find(requestId)
            ?? throw new ArgumentException(
                $"There is no run {requestId}; the newest {_options.MaxRecordedRequests} are kept.", nameof(requestId));
        if (run.CallbackUrl is null)
        {
            throw new ArgumentException($"The run {requestId} was started without a callback URL.", nameof(requestId));
        }

        RunOutcome? outcome = run.Outcome.IsCompletedSuccessfully ? run.Outcome.Result : null;
        return outcome is null or RunOutcome.Abandoned
            ? throw new InvalidOperationException($"The run {requestId} hasn't ended, so it has no callback yet.")
            : await _callbacks.RedeliverAsync(run, outcome).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removes the attempts so far from <see cref="Callbacks"/>. Callbacks in flight continue.</summary>
    public void ClearCallbacks() => _sent.Clear();

    private sealed class DelegateHandler(
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> receive) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            receive(request, cancellationToken);
    }
}
