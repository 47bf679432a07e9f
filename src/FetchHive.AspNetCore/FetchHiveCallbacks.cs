using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.AspNetCore;

/// <summary>Waits for the results of runs that were started with callback delivery. A singleton service, registered by <c>AddFetchHiveCallbacks</c>; thread-safe.</summary>
public sealed class FetchHiveCallbacks
{
    // A timer holds no more.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(49);

    private readonly LiveSettings _settings;
    private readonly ICallbackResultStore _results;
    private readonly RunMemory _memory;
    private readonly MappedEndpoints _endpoints;
    private readonly TimeProvider _time;

    internal FetchHiveCallbacks(LiveSettings settings, ICallbackResultStore results, RunMemory memory, MappedEndpoints endpoints, TimeProvider time)
    {
        _settings = settings;
        _results = results;
        _memory = memory;
        _endpoints = endpoints;
        _time = time;
    }

    /// <summary>Waits for the callback of a run, and gives its output. It may have arrived before; several may wait for one run.</summary>
    /// <remarks>
    /// A handler of the endpoint is called all the same, whether anyone waits or not. In one process, or across all that share a store such as the one of <c>FetchHive.Redis</c>.
    /// </remarks>
    /// <typeparam name="T">What the output is read as.</typeparam>
    /// <param name="run">The run, as the method that started it returned it.</param>
    /// <param name="timeout">How long to wait: more than 0 and at most 49 days, or <see cref="Timeout.InfiniteTimeSpan"/>.</param>
    /// <param name="cancellationToken">Ends the wait; the run goes on.</param>
    /// <returns>The output.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="run"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="run"/> was made by hand, without a contract.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is out of its range.</exception>
    /// <exception cref="InvalidOperationException">No callback can arrive: results aren't kept, or no endpoint is mapped for the deployment where one is needed.</exception>
    /// <exception cref="FetchHiveRunFailedException">The run failed.</exception>
    /// <exception cref="FetchHiveTimeoutException">The callback didn't arrive in time. When it does, a handler of the endpoint still gets it.</exception>
    /// <exception cref="FetchHiveResponseException">The output isn't what the method promises.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Task<T> WaitAsync<T>(AcceptedRun<T> run, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        return WaitAsync(ContractOf(run), run.RequestId, timeout, cancellationToken);
    }

    /// <summary>Waits for the callback of a run whose id was kept, say over a restart, and gives its output. Otherwise as the other overload.</summary>
    /// <typeparam name="T">What the output is read as.</typeparam>
    /// <param name="contract">The contract of the method that started the run, such as <c>IResearchBrief.StartCallback</c>.</param>
    /// <param name="requestId">The run's <see cref="AcceptedRun{T}.RequestId"/>.</param>
    /// <param name="timeout">How long to wait: more than 0 and at most 49 days, or <see cref="Timeout.InfiniteTimeSpan"/>.</param>
    /// <param name="cancellationToken">Ends the wait; the run goes on.</param>
    /// <returns>The output.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="requestId"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is out of its range.</exception>
    /// <exception cref="InvalidOperationException">No callback can arrive: results aren't kept, or no endpoint is mapped for the deployment where one is needed.</exception>
    /// <exception cref="FetchHiveRunFailedException">The run failed.</exception>
    /// <exception cref="FetchHiveTimeoutException">The callback didn't arrive in time. When it does, a handler of the endpoint still gets it.</exception>
    /// <exception cref="FetchHiveResponseException">The output isn't what the method promises.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Task<T> WaitAsync<T>(CallbackContract<T> contract, string requestId, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentException.ThrowIfNullOrEmpty(requestId);
        if (timeout != Timeout.InfiniteTimeSpan && (timeout <= TimeSpan.Zero || timeout > LongestWait))
        {
            throw new ArgumentOutOfRangeException(nameof(timeout), timeout, "Give a time of more than 0 and at most 49 days, or Timeout.InfiniteTimeSpan.");
        }

        if (!_settings.Current.KeepResults)
        {
            throw new InvalidOperationException("FetchHiveCallbackOptions.KeepResults is false, so no result is kept to wait for. Set it to true to use WaitAsync.");
        }

        if (!_results.IsShared && !_endpoints.Has(contract.Deployment))
        {
            throw new InvalidOperationException(
                $"No callback of deployment '{contract.Deployment}' can arrive in this process: no endpoint is mapped for it. Map one with app.MapFetchHiveCallback(pattern, contract) before waiting, or share results with the process that has it (package FetchHive.Redis, UseRedis).");
        }

        return ReadAsync(contract, requestId, timeout, cancellationToken);
    }

    /// <summary>
    /// Remembers the secret of a run that was started by a client made by hand, so that its callback can be verified. The clients of <c>AddFetchHive</c> do so by themselves.
    /// Nothing is remembered where secrets are configured for the deployment, or when the service sent no secret.
    /// </summary>
    /// <remarks>
    /// Callbacks that arrive before this was called are refused, unless secrets are configured. Prefer the clients of <c>AddFetchHive</c>, by whose starts such callbacks are held.
    /// </remarks>
    /// <typeparam name="T">What the output is read as.</typeparam>
    /// <param name="run">The run, as the method that started it returned it.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>A task that ends when the secret is remembered.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="run"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="run"/> was made by hand, without a contract.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Task RememberAsync<T>(AcceptedRun<T> run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        return _memory.RememberAsync(ContractOf(run).Deployment, run.RequestId, run.WebhookSecret, cancellationToken).AsTask();
    }

    private static CallbackContract<T> ContractOf<T>(AcceptedRun<T> run) => run.Contract ?? throw new ArgumentException(
        "This AcceptedRun<T> was made by hand, so it isn't known which deployment it is of and how its output is read. Use the one that the method which started the run returned, or WaitAsync with the method's contract and the request id.",
        nameof(run));

    private async Task<T> ReadAsync<T>(CallbackContract<T> contract, string requestId, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using CancellationTokenSource time = new(timeout, _time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        ReadOnlyMemory<byte> body;
        try
        {
            body = await _results.WaitAsync(CallbackKeys.Run(contract.Deployment, requestId), either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested && time.IsCancellationRequested)
        {
            throw new FetchHiveTimeoutException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The callback of the run {CallbackLog.Quote(requestId)} (deployment '{contract.Deployment}') did not arrive within {timeout:c}. The run may still be going on: a later callback goes to the endpoint's handler, and waiting again finds it while FetchHiveCallbackOptions.ResultRetention lasts. If none arrives, look at the run's delivery attempts in the dashboard, and check that the callback URL is reachable from outside and leads to MapFetchHiveCallback."),
                mayHaveRun: true,
                exception,
                requestId);
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            // With the caller's own token, by which callers tell whose cancellation it is.
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }

        return contract.Read(body.Span).Output;
    }
}
