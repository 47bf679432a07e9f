using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Emulator.Runs;

namespace FetchHive.Emulator;

// What a test says and sees of callbacks.
public sealed partial class FetchHiveEmulator
{
    /// <summary>
    /// The attempts to deliver a callback that have ended so far, in that order: a snapshot that later ones don't change. At most
    /// <see cref="FetchHiveEmulatorOptions.MaxRecordedRequests"/>, the newest.
    /// </summary>
    public IReadOnlyList<SentCallback> Callbacks => _sent.Snapshot();

    /// <summary>
    /// Delivers callbacks through this handler instead of over connections, whatever host their URLs name: to an application in a test
    /// server that listens on no port. With
    /// <c>WebApplicationFactory</c>: <c>hive.DeliverCallbacksTo(factory.Server.CreateHandler())</c>. Counts for every attempt from now on.
    /// </summary>
    /// <param name="handler">Where requests go. It stays the caller's, to be disposed of after the emulator.</param>
    /// <exception cref="ArgumentNullException"><paramref name="handler"/> is null.</exception>
    public void DeliverCallbacksTo(HttpMessageHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        _callbacks.SendThrough(handler);
    }

    /// <summary>
    /// Delivers callbacks to this function instead of over connections, whatever host their URLs name. Counts for every attempt from now
    /// on.
    /// </summary>
    /// <param name="receive">Is given the request, and gives the response to it. What it throws is an attempt that failed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="receive"/> is null.</exception>
    public void DeliverCallbacksTo(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> receive)
    {
        ArgumentNullException.ThrowIfNull(receive);
        _callbacks.SendThrough(new DelegateHandler(receive));
    }

    /// <summary>
    /// Delivers the callback of the next run that is started with a callback URL in this way, whatever is run. Called several times, the
    /// deliveries are used in that order, one for each run.
    /// </summary>
    /// <param name="delivery">How it is delivered.</param>
    public void DeliverNext(CallbackDelivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        _callbacks.Script.Enqueue(delivery);
    }

    /// <summary>
    /// Delivers the callback of the next run of this deployment and variant that is started with a callback URL in this way.
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
    /// Waits until the callback of every run that was started so far has been taken by its receiver or given up. One that is never sent
    /// isn't waited for; one that is held back is.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The same as <see cref="Callbacks"/>.</returns>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    /// <exception cref="ObjectDisposedException">The emulator was disposed of.</exception>
    public async Task<IReadOnlyList<SentCallback>> WaitForCallbacksAsync(CancellationToken cancellationToken = default) =>
        await _sent.WaitForAllAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Waits until there are so many entries in <see cref="Callbacks"/>, taken by the receiver or not.</summary>
    /// <param name="attempts">How many, from 1 to <see cref="FetchHiveEmulatorOptions.MaxRecordedRequests"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The same as <see cref="Callbacks"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="attempts"/> is outside its range.</exception>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    /// <exception cref="ObjectDisposedException">The emulator was disposed of before there were so many.</exception>
    public async Task<IReadOnlyList<SentCallback>> WaitForCallbacksAsync(int attempts, CancellationToken cancellationToken = default) =>
        await _sent.WaitForAsync(attempts, cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Delivers the callback of a run that has ended once more: the genuine one, whatever a <see cref="CallbackDelivery"/> made of the
    /// first. It is one attempt, a further copy in <see cref="Callbacks"/>, and isn't repeated when the receiver fails.
    /// </summary>
    /// <param name="requestId">The run's id.</param>
    /// <param name="cancellationToken">Ends the wait; the attempt goes on.</param>
    /// <returns>The attempt, after it has ended.</returns>
    /// <exception cref="ArgumentException">There is no such run, or it was started without a callback URL.</exception>
    /// <exception cref="InvalidOperationException">The run hasn't ended.</exception>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    /// <exception cref="ObjectDisposedException">The emulator was disposed of.</exception>
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

    /// <summary>Forgets the attempts so far. Callbacks in flight continue.</summary>
    public void ClearCallbacks() => _sent.Clear();

    private sealed class DelegateHandler(
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> receive) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            receive(request, cancellationToken);
    }
}
