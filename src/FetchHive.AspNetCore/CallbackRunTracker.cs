using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Routing;

namespace FetchHive.AspNetCore;

/// <summary>
/// Tracks runs that were started with callback delivery: waits for their results, finds results that have arrived, and returns callback
/// URLs. A thread-safe singleton service, registered by <c>AddFetchHiveCallbacks</c>.
/// </summary>
/// <remarks>
/// Every member is virtual, so that a test can use a fake. A run is identified by its request id and the contract of the method that
/// started it. The object that the method returned has both. An object that was read back from JSON or made by a constructor has only the
/// id. Its contract is then that of the endpoint mapped for its output type, if there is exactly one; otherwise use the overload with the
/// contract.
/// </remarks>
public class CallbackRunTracker
{
    // Timers accept at most a little more than 49 days.
    private static readonly TimeSpan MaxWait = TimeSpan.FromDays(49);

    private readonly ResultWaiter? _waiter;
    private readonly RunMemory? _memory;
    private readonly LocalRuns? _started;
    private readonly MappedEndpoints? _endpoints;
    private readonly CallbackUrls? _urls;

    internal CallbackRunTracker(ResultWaiter waiter, RunMemory memory, LocalRuns started, MappedEndpoints endpoints, CallbackUrls urls)
    {
        _waiter = waiter;
        _memory = memory;
        _started = started;
        _endpoints = endpoints;
        _urls = urls;
    }

    /// <summary>Creates a tracker without services, for fakes in tests.</summary>
    protected CallbackRunTracker()
    {
    }

    private ResultWaiter Waiter => _waiter ?? throw NotOverridden();

    private MappedEndpoints Endpoints => _endpoints ?? throw NotOverridden();

    /// <summary>
    /// Waits for the callback of a run, and returns its output. The callback may have arrived before. Several callers may wait for one run.
    /// </summary>
    /// <remarks>
    /// The endpoint's handler is called whether anyone waits or not. The callback has to arrive in this process, or in one that shares its
    /// stores, as with <c>FetchHive.Redis</c>.
    /// </remarks>
    /// <typeparam name="T">What the output is read as.</typeparam>
    /// <param name="run">The run: returned by the method that started it, read back from JSON, or made by a constructor.</param>
    /// <param name="timeout">
    /// How long to wait: 0 (times out at once if the callback hasn't arrived) to 49 days, or <see cref="Timeout.InfiniteTimeSpan"/>.
    /// </param>
    /// <param name="cancellationToken">Ends the wait; the run goes on.</param>
    /// <returns>The output.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="run"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="run"/> has no contract, and none or several are mapped for outputs of its type.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is out of its range.</exception>
    /// <exception cref="InvalidOperationException">
    /// No callback can arrive: results aren't kept, or no endpoint is mapped for the deployment although one is needed.
    /// </exception>
    /// <exception cref="FetchHiveRunFailedException">The run failed.</exception>
    /// <exception cref="FetchHiveTimeoutException">
    /// The callback didn't arrive in time. If it arrives later, the endpoint's handler still gets it.
    /// </exception>
    /// <exception cref="FetchHiveResponseException">The output isn't what the method promises.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled, or the application has ended.</exception>
    public virtual Task<T> WaitAsync<T>(AcceptedRun<T> run, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        return WaitForOutputAsync(ContractOf(run), run.RequestId, timeout, cancellationToken);
    }

    /// <summary>
    /// Waits for the callback of a run whose id was stored, for example across a restart. Otherwise like the other overload.
    /// </summary>
    /// <typeparam name="T">What the output is read as.</typeparam>
    /// <param name="contract">The contract of the method that started the run, such as <c>IResearchBrief.StartCallback</c>.</param>
    /// <param name="requestId">The run's <see cref="AcceptedRun{T}.RequestId"/>.</param>
    /// <param name="timeout">
    /// How long to wait: 0 (times out at once if the callback hasn't arrived) to 49 days, or <see cref="Timeout.InfiniteTimeSpan"/>.
    /// </param>
    /// <param name="cancellationToken">Ends the wait; the run goes on.</param>
    /// <returns>The output.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="requestId"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is out of its range.</exception>
    /// <exception cref="InvalidOperationException">
    /// No callback can arrive: results aren't kept, or no endpoint is mapped for the deployment although one is needed.
    /// </exception>
    /// <exception cref="FetchHiveRunFailedException">The run failed.</exception>
    /// <exception cref="FetchHiveTimeoutException">
    /// The callback didn't arrive in time. If it arrives later, the endpoint's handler still gets it.
    /// </exception>
    /// <exception cref="FetchHiveResponseException">The output isn't what the method promises.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled, or the application has ended.</exception>
    public virtual Task<T> WaitAsync<T>(
        CallbackContract<T> contract, string requestId, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentException.ThrowIfNullOrEmpty(requestId);
        return WaitForOutputAsync(contract, requestId, timeout, cancellationToken);
    }

    /// <summary>Returns the callback of a run if it has arrived, without waiting: for pages that show the state of a run.</summary>
    /// <typeparam name="T">What the output is read as.</typeparam>
    /// <param name="run">The run: returned by the method that started it, read back from JSON, or made by a constructor.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>
    /// Null while no callback has arrived, and again when <see cref="FetchHiveCallbackOptions.ResultRetention"/> has passed. Otherwise the
    /// callback: a <see cref="CompletedWorkflowCallback{T}"/>; or a <see cref="FailedWorkflowCallback{T}"/> or an
    /// <see cref="UnreadableWorkflowCallback{T}"/>, whose <see cref="WorkflowCallback{T}.GetOutput"/> throws.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="run"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="run"/> has no contract, and none or several are mapped for outputs of its type.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// No callback can arrive: results aren't kept, or no endpoint is mapped for the deployment although one is needed.
    /// </exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public virtual Task<WorkflowCallback<T>?> TryGetResultAsync<T>(AcceptedRun<T> run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        return FindAsync(ContractOf(run), run.RequestId, cancellationToken);
    }

    /// <summary>
    /// Returns the callback of a run if it has arrived, by a stored id. Otherwise like the other overload.
    /// </summary>
    /// <typeparam name="T">What the output is read as.</typeparam>
    /// <param name="contract">The contract of the method that started the run, such as <c>IResearchBrief.StartCallback</c>.</param>
    /// <param name="requestId">The run's <see cref="AcceptedRun{T}.RequestId"/>.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>
    /// The callback; null while none has arrived, and again when <see cref="FetchHiveCallbackOptions.ResultRetention"/> has passed.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="requestId"/> is empty.</exception>
    /// <exception cref="InvalidOperationException">
    /// No callback can arrive: results aren't kept, or no endpoint is mapped for the deployment although one is needed.
    /// </exception>
    /// <exception cref="FetchHiveResponseException">The output isn't what the method promises.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public virtual Task<WorkflowCallback<T>?> TryGetResultAsync<T>(
        CallbackContract<T> contract, string requestId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentException.ThrowIfNullOrEmpty(requestId);
        return FindAsync(contract, requestId, cancellationToken);
    }

    /// <summary>
    /// Remembers the secret of a run that was started by a client made without dependency injection, so that its callback can be verified.
    /// The clients of <c>AddFetchHive</c> do this automatically. Nothing is remembered if secrets are configured for the deployment, or if
    /// the service sent no secret.
    /// </summary>
    /// <remarks>
    /// Callbacks that arrive before this call are refused, unless secrets are configured. Prefer the clients of <c>AddFetchHive</c>: early
    /// callbacks of their runs are held.
    /// </remarks>
    /// <typeparam name="T">What the output is read as.</typeparam>
    /// <param name="run">The run, as returned by the method that started it.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>A task that completes when the secret is remembered.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="run"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="run"/> has no contract, and none or several are mapped for outputs of its type.
    /// </exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public virtual Task RememberAsync<T>(AcceptedRun<T> run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        RunMemory memory = _memory ?? throw NotOverridden();
        _started?.Add(ContractOf(run).Deployment, run.RequestId, default);
        return memory
            .RememberAsync(
                ContractOf(run).Deployment, run.RequestId, new RememberedRun { WebhookSecret = run.WebhookSecret }, cancellationToken)
            .AsTask();
    }

    /// <summary>
    /// Returns the callback URL of a mapped endpoint, for starting a run: the public base address and the endpoint's route.
    /// </summary>
    /// <typeparam name="T">What the output is read as.</typeparam>
    /// <param name="contract">The contract of the method that starts the run, such as <c>IResearchBrief.StartCallback</c>.</param>
    /// <param name="routeValues">
    /// The values of the route's parameters, such as <c>new() { ["customer"] = id }</c>; null if it has none.
    /// </param>
    /// <returns>The address: <see cref="FetchHiveCallbackOptions.PublicBaseAddress"/>, followed by the route.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="contract"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The route has no parameter of one of these names, or needs values that are missing or don't match.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// No endpoint is mapped for the contract, or more than one, or the application hasn't started; or
    /// <see cref="FetchHiveCallbackOptions.PublicBaseAddress"/> isn't set.
    /// </exception>
    public virtual Uri GetCallbackUrl<T>(CallbackContract<T> contract, RouteValueDictionary? routeValues = null)
    {
        ArgumentNullException.ThrowIfNull(contract);
        return (_urls ?? throw NotOverridden()).Of(contract, routeValues ?? []);
    }

    private static NotSupportedException NotOverridden([System.Runtime.CompilerServices.CallerMemberName] string? member = null) => new(
        $"This CallbackRunTracker was created for a test and doesn't override the called member ({member}). The service that "
        + "AddFetchHiveCallbacks registers implements every member.");

    private CallbackContract<T> ContractOf<T>(AcceptedRun<T> run) =>
        run.Contract ?? Endpoints.OnlyContractOf<T>() ?? throw new ArgumentException(
        "This AcceptedRun<T> was read back or made by hand, so it has no contract, and this application has no endpoint, or more than "
        + $"one, whose callbacks are read as {typeof(T)}. "
        + "Use the overload that takes the contract and the request id, such as WaitAsync(IResearchBrief.StartCallback, run.RequestId, …).",
        nameof(run));

    private Task<T> WaitForOutputAsync<T>(
        CallbackContract<T> contract, string requestId, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (timeout != Timeout.InfiniteTimeSpan && (timeout < TimeSpan.Zero || timeout > MaxWait))
        {
            throw new ArgumentOutOfRangeException(nameof(timeout), timeout, "Give a time of 0 to 49 days, or Timeout.InfiniteTimeSpan.");
        }

        Waiter.ThrowIfHopeless(contract.Deployment);
        return OutputAsync(Waiter.WaitAsync(contract, requestId, timeout, cancellationToken));
    }

    private static async Task<T> OutputAsync<T>(Task<WorkflowCallback<T>> waiting) => (await waiting.ConfigureAwait(false)).GetOutput();

    private Task<WorkflowCallback<T>?> FindAsync<T>(CallbackContract<T> contract, string requestId, CancellationToken cancellationToken)
    {
        Waiter.ThrowIfHopeless(contract.Deployment);
        return Waiter.FindAsync(contract, requestId, cancellationToken);
    }
}
