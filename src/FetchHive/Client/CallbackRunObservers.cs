using System;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;
using Microsoft.Extensions.Logging;

namespace FetchHive;

/// <summary>Tells observers about a client's starts. No observer can lose or delay a run.</summary>
internal sealed partial class CallbackRunObservers
{
    private readonly ICallbackRunObserver[] _observers;
    private readonly ILogger _logger;
    private readonly string? _workspace;

    public CallbackRunObservers(ICallbackRunObserver[] observers, ILogger logger, string? workspace)
    {
        _observers = observers;
        _logger = logger;
        _workspace = workspace;
    }

    /// <summary>
    /// How long a caller waits for the observers: before the start is sent, and again after it was accepted. A quarter of the call's
    /// timeout, if that is shorter.
    /// </summary>
    public TimeSpan MaxWait { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long an observer may take, even if nobody waits for it.</summary>
    public TimeSpan MaxNotification { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Starts a run and tells the observers how the start ended.</summary>
    public async Task<AcceptedRun<T>> StartAsync<T>(
        WorkflowSender sender, WorkflowRequest request, CallbackContract<T> contract, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            // Nothing starts, so observers aren't told.
            return await sender.SendUnobservedAsync(request, contract, cancellationToken).ConfigureAwait(false);
        }

        CallbackRunStart start = new(contract.Deployment, contract.Variant, contract.Method, _workspace)
        {
            StartedAt = sender.Time.GetUtcNow(),
        };
        TimeSpan wait = WaitWithin(sender.Timeout);
        using CancellationTokenSource unsent = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] notified = Notify(start, secret: null, (observer, token) => observer.StartingAsync(start, token), unsent.Token);
        await WaitAsync(notified, wait, start, cancellationToken).ConfigureAwait(false);
        unsent.Cancel();

        AcceptedRun<T> run;
        try
        {
            // A caller who has cancelled in the meantime gets the cancellation here.
            run = await sender.SendUnobservedAsync(request, contract, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Nobody waits for this.
            Notify(start, secret: null, (observer, token) => observer.FailedAsync(start, exception, token), CancellationToken.None);
            throw;
        }

        start.TraceParent = run.TraceParent;

        // The caller may stop waiting and still gets the run. The observers aren't cancelled: they have to know about a run that continues.
        notified = Notify(
            start,
            run.WebhookSecret,
            (observer, token) => observer.AcceptedAsync(start, run.RequestId, run.WebhookSecret, token),
            CancellationToken.None);
        await WaitAsync(notified, wait, start, cancellationToken).ConfigureAwait(false);
        return run;
    }

    private TimeSpan WaitWithin(TimeSpan timeout)
    {
        TimeSpan share = new(timeout.Ticks / 4);
        return timeout == Timeout.InfiniteTimeSpan || share > MaxWait ? MaxWait : share;
    }

    private Task[] Notify(
        CallbackRunStart start, string? secret, Func<ICallbackRunObserver, CancellationToken, ValueTask> notify,
        CancellationToken cancellationToken)
    {
        Task[] notified = new Task[_observers.Length];
        for (int i = 0; i < notified.Length; i++)
        {
            notified[i] = NotifyAsync(start, secret, notify, _observers[i], cancellationToken);
        }

        return notified;
    }

    /// <summary>Tells one observer. Never throws.</summary>
    private async Task NotifyAsync(
        CallbackRunStart start, string? secret, Func<ICallbackRunObserver, CancellationToken, ValueTask> notify,
        ICallbackRunObserver observer, CancellationToken cancellationToken)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        either.CancelAfter(MaxNotification);
        try
        {
            await notify(observer, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
#pragma warning disable CA1031 // Whatever an observer throws, the run goes on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // Logged as text, because the exception may quote its arguments.
            string text = exception.ToString();
            Failed(_logger, observer.GetType(), start, string.IsNullOrEmpty(secret) ? text : text.Replace(secret, "[secret]"));
        }
    }

    // An observer may ignore its token.
    private async Task WaitAsync(Task[] notified, TimeSpan wait, CallbackRunStart start, CancellationToken cancellationToken)
    {
        Task all = Task.WhenAll(notified);
        if (all.IsCompleted)
        {
            return;
        }

        using CancellationTokenSource enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(all, Task.Delay(wait, enough.Token)).ConfigureAwait(false);
        enough.Cancel();
        for (int i = 0; i < notified.Length && !cancellationToken.IsCancellationRequested; i++)
        {
            if (!notified[i].IsCompleted)
            {
                TookTooLong(_logger, _observers[i].GetType(), start, wait);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The observer {Observer} failed at the start {Start}. The run isn't affected, but its callback may "
        + "be refused, or nobody may be waiting for its output. {Exception}")]
    private static partial void Failed(ILogger logger, Type observer, CallbackRunStart start, string exception);

    [LoggerMessage(2, LogLevel.Error, "The observer {Observer} took longer than {Limit} at the start {Start}, so the call went on without "
        + "it. The run isn't affected, but its callback may be refused. Look at what the observer waits for (its store or network).")]
    private static partial void TookTooLong(ILogger logger, Type observer, CallbackRunStart start, TimeSpan limit);
}
