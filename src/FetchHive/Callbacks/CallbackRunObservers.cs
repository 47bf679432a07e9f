using System;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;
using Microsoft.Extensions.Logging;

namespace FetchHive;

/// <summary>Tells observers of a client's starts, in such a way that none of them can lose or hold up a run.</summary>
internal sealed partial class CallbackRunObservers
{
    private readonly ICallbackRunObserver[] _observers;
    private readonly ILogger _logger;

    public CallbackRunObservers(ICallbackRunObserver[] observers, ILogger logger)
    {
        _observers = observers;
        _logger = logger;
    }

    /// <summary>How long one observer is waited for.</summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Starts a run, and tells what becomes of it.</summary>
    public async Task<AcceptedRun<T>> StartAsync<T>(WorkflowSender sender, WorkflowRequest request, CallbackContract<T> contract, CancellationToken cancellationToken)
    {
        CallbackRunStart start = new(contract.Deployment, contract.Variant, contract.Method);
        foreach (ICallbackRunObserver observer in _observers)
        {
            await TellAsync(start, secret: null, (o, token) => o.StartingAsync(start, token), observer, cancellationToken).ConfigureAwait(false);
        }

        AcceptedRun<T> run;
        try
        {
            // A caller who has cancelled meanwhile gets that from here.
            run = await sender.StartUnobservedAsync(request, contract, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            foreach (ICallbackRunObserver observer in _observers)
            {
                await TellAsync(start, secret: null, (o, token) => o.FailedAsync(start, exception, token), observer, CancellationToken.None).ConfigureAwait(false);
            }

            throw;
        }

        foreach (ICallbackRunObserver observer in _observers)
        {
            await TellAsync(start, run.WebhookSecret, (o, token) => o.AcceptedAsync(start, run.RequestId, run.WebhookSecret, token), observer, CancellationToken.None).ConfigureAwait(false);
        }

        return run;
    }

    private async Task TellAsync(
        CallbackRunStart start, string? secret, Func<ICallbackRunObserver, CancellationToken, ValueTask> tell, ICallbackRunObserver observer, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestWait);
        try
        {
            Task told = tell(observer, limit.Token).AsTask();
            // An observer may not look at its token.
            TaskCompletionSource<bool> over = new(TaskCreationOptions.RunContinuationsAsynchronously);
            using (limit.Token.Register(static over => ((TaskCompletionSource<bool>)over!).TrySetResult(true), over))
            {
                if (await Task.WhenAny(told, over.Task).ConfigureAwait(false) == told)
                {
                    await told.ConfigureAwait(false);
                    return;
                }
            }

            // Nobody will look at how it ends.
            _ = told.ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            if (!cancellationToken.IsCancellationRequested)
            {
                TookTooLong(_logger, observer.GetType(), start, LongestWait);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
#pragma warning disable CA1031 // Whatever an observer throws, the run goes on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // As text, because it may quote what it was given.
            string text = exception.ToString();
            Failed(_logger, observer.GetType(), start, string.IsNullOrEmpty(secret) ? text : text.Replace(secret, "[secret]"));
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The observer {Observer} failed at the start {Start}. The run isn't affected, but its callback may be refused or its result not be waited for. {Exception}")]
    private static partial void Failed(ILogger logger, Type observer, CallbackRunStart start, string exception);

    [LoggerMessage(2, LogLevel.Error, "The observer {Observer} took longer than {Limit} at the start {Start} and wasn't waited for. The run isn't affected, but its callback may be refused. Look at what the observer waits for (its store or network).")]
    private static partial void TookTooLong(ILogger logger, Type observer, CallbackRunStart start, TimeSpan limit);
}
