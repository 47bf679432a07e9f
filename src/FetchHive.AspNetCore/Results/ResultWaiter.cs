using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.AspNetCore;

/// <summary>Finds the results of runs, or waits for them.</summary>
internal sealed class ResultWaiter(
    LiveSettings settings,
    ICallbackResultStore results,
    MappedEndpoints endpoints,
    RunLookup lookup,
    ApplicationEnd end,
    TimeProvider time)
{
    /// <summary>The callback of a run; null if it hasn't arrived.</summary>
    public async Task<WorkflowCallback<T>?> FindAsync<T>(
        CallbackContract<T> contract, string requestId, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte>? body = await results.FindAsync(CallbackKeys.Run(contract.Deployment, requestId), cancellationToken)
            .ConfigureAwait(false);
        return body is { IsEmpty: false } found ? contract.Read(found.Span) : null;
    }

    /// <summary>Waits for the callback of a run. With a timeout of zero, it looks once and doesn't wait.</summary>
    public async Task<WorkflowCallback<T>> WaitAsync<T>(
        CallbackContract<T> contract, string requestId, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (timeout == TimeSpan.Zero)
        {
            return await FindAsync(contract, requestId, cancellationToken).ConfigureAwait(false)
                ?? throw NotArrived(contract, requestId, timeout, null);
        }

        using CancellationTokenSource over = new(timeout, time);
        using CancellationTokenSource any = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken, end.Token);
        try
        {
            return lookup.IsOn
                ? await WaitOrLookUpAsync(contract, requestId, any.Token).ConfigureAwait(false)
                : await CallbackAsync(contract, requestId, any.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            // Thrown with the caller's own token, because callers compare tokens to tell whose cancellation it was.
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
        catch (Exception exception)
            when (end.Token.IsCancellationRequested && exception is OperationCanceledException or ObjectDisposedException)
        {
            throw new OperationCanceledException(
                $"The wait for the callback of the run {CallbackLog.Quote(requestId)} (deployment '{contract.Deployment}') ended with "
                + "the application. The run isn't affected: keep its request id, and wait for it again after a restart.",
                exception,
                end.Token);
        }
        catch (OperationCanceledException exception) when (over.IsCancellationRequested)
        {
            throw NotArrived(contract, requestId, timeout, exception);
        }
    }

    private async Task<WorkflowCallback<T>> CallbackAsync<T>(
        CallbackContract<T> contract, string requestId, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> body = await results.WaitAsync(CallbackKeys.Run(contract.Deployment, requestId), cancellationToken)
            .ConfigureAwait(false);
        return contract.Read(body.Span);
    }

    // Returns whichever comes first. If the look-up finds nothing, the wait goes on.
    private async Task<WorkflowCallback<T>> WaitOrLookUpAsync<T>(
        CallbackContract<T> contract, string requestId, CancellationToken cancellationToken)
    {
        using CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<WorkflowCallback<T>> callback = CallbackAsync(contract, requestId, over.Token);
        Task<WorkflowCallback<T>?> lookingUp = lookup.WaitAsync(contract, requestId, over.Token);
        try
        {
            Task first = await Task.WhenAny((Task)callback, lookingUp).ConfigureAwait(false);
            return first == lookingUp && await lookingUp.ConfigureAwait(false) is { } found
                ? found
                : await callback.ConfigureAwait(false);
        }
        finally
        {
            await over.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll((Task)callback, lookingUp)
                .ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default)
                .ConfigureAwait(false);
        }
    }

    /// <summary>Throws if no result can ever arrive.</summary>
    public void ThrowIfHopeless(string deployment)
    {
        if (!settings.Current.KeepResults)
        {
            throw new InvalidOperationException(
                "FetchHiveCallbackOptions.KeepResults is false, so results aren't kept. Set it to true to use WaitAsync and "
                + "TryGetResultAsync.");
        }

        if (!results.IsShared && !endpoints.Has(deployment))
        {
            throw new InvalidOperationException(
                $"No callback of deployment '{deployment}' can arrive in this process: no endpoint is mapped for it. Map one with "
                + "app.MapFetchHiveCallback(pattern, contract) "
                + "before waiting, or share results with the process that has one (package FetchHive.Redis, AddRedis).");
        }
    }

    private static FetchHiveTimeoutException NotArrived<T>(
        CallbackContract<T> contract, string requestId, TimeSpan timeout, Exception? cause)
    {
        string when = timeout == TimeSpan.Zero
            ? "has not arrived yet"
            : string.Create(CultureInfo.InvariantCulture, $"did not arrive within {timeout:c}");
        return new FetchHiveTimeoutException(
            $"The callback of the run {CallbackLog.Quote(requestId)} (deployment '{contract.Deployment}') {when}. The run may still be "
            + "running: a later callback goes to the endpoint's "
            + "handler, and waiting again finds it while FetchHiveCallbackOptions.ResultRetention lasts. If none arrives, look at the "
            + "run's delivery attempts in the dashboard, and check "
            + "that the callback URL is reachable from outside and leads to MapFetchHiveCallback.",
            mayHaveRun: true,
            cause)
        {
            RequestId = requestId,
        };
    }
}
