using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;

namespace FetchHive.AspNetCore;

/// <summary>The outcome of a delivery.</summary>
internal enum DeliveryOutcome
{
    /// <summary>The delivery was handled.</summary>
    Handled,

    /// <summary>The event was handled before, or by another delivery that this one waited for.</summary>
    Duplicate,

    /// <summary>Another delivery is still being handled.</summary>
    Busy,

    /// <summary>Handling failed. The next delivery is handled.</summary>
    Failed,

    /// <summary>It wasn't handled because its result couldn't be kept. The next delivery is handled.</summary>
    NotKept,
}

/// <summary>
/// Runs the handling of an event once, however many deliveries of it arrive. A delivery that finds another being handled waits for its
/// outcome. If that succeeds, this delivery is a duplicate. If it fails, one of the waiting deliveries takes over. So nothing is
/// acknowledged before it is done.
/// </summary>
internal sealed partial class OncePerEvent(ICallbackEventStore store, LiveSettings settings, TimeProvider time, ILoggerFactory loggers)
{
    private static readonly TimeSpan MaxPause = TimeSpan.FromMilliseconds(500);

    private readonly ILogger _logger = loggers.CreateLogger(CallbackLog.Category);

    /// <param name="eventKey">The event.</param>
    /// <param name="handle">Handles the event and returns whether it did. The caller logs its exceptions.</param>
    /// <param name="failed">Called with the exception that <paramref name="handle"/> threw.</param>
    /// <param name="waiting">Ends the wait for another delivery.</param>
    public async Task<DeliveryOutcome> RunAsync(
        string eventKey, Func<Task<DeliveryOutcome>> handle, Action<Exception> failed, CancellationToken waiting)
    {
        CallbackSettings current = settings.Current;
        string owner = Guid.NewGuid().ToString("N");
        GrowingPauses pauses = new(time, current.DuplicateWait, MaxPause);
        while (true)
        {
            switch (await ClaimAsync(eventKey, owner, current.HandlingLease, waiting).ConfigureAwait(false))
            {
                case CallbackClaim.Claimed:
                    return await HandleAsync(eventKey, owner, handle, failed, current).ConfigureAwait(false);
                case CallbackClaim.Done:
                    return DeliveryOutcome.Duplicate;
                default:
                    if (pauses.IsOver)
                    {
                        return DeliveryOutcome.Busy;
                    }

                    await pauses.NextAsync(waiting).ConfigureAwait(false);
                    break;
            }
        }
    }

    private async Task<CallbackClaim> ClaimAsync(string eventKey, string owner, TimeSpan lease, CancellationToken waiting)
    {
        try
        {
            return await store.ClaimAsync(eventKey, owner, lease, waiting).ConfigureAwait(false);
        }
        catch
        {
            // The store may still have made the claim, after the wait for its response ended. The sender doesn't have to wait for the
            // release.
            _ = ReleaseAsync(eventKey, owner);
            throw;
        }
    }

    private async Task<DeliveryOutcome> HandleAsync(
        string eventKey, string owner, Func<Task<DeliveryOutcome>> handle, Action<Exception> failed, CallbackSettings current)
    {
        using CancellationTokenSource ended = new();
        Task renewing = RenewAsync(eventKey, owner, current.HandlingLease, ended.Token);
        DeliveryOutcome delivery = DeliveryOutcome.Failed;
        try
        {
            delivery = await handle().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever a handler throws, the event has to be released and the sender answered.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            failed(exception);
        }

        await ended.CancelAsync().ConfigureAwait(false);
        await renewing.ConfigureAwait(false);
        if (delivery == DeliveryOutcome.Handled)
        {
            await CompleteAsync(eventKey, owner, current.EventRetention).ConfigureAwait(false);
        }
        else
        {
            await ReleaseAsync(eventKey, owner).ConfigureAwait(false);
        }

        return delivery;
    }

    private async Task RenewAsync(string eventKey, string owner, TimeSpan lease, CancellationToken ended)
    {
        while (true)
        {
            try
            {
                await Task.Delay(lease / 3, time, ended).ConfigureAwait(false);
                if (!await store.RenewAsync(eventKey, owner, lease, ended).ConfigureAwait(false))
                {
                    ClaimLost(_logger, eventKey);
                    return;
                }
            }
            catch (OperationCanceledException) when (ended.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The next try may succeed before the lease has passed.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                NotRenewed(_logger, eventKey, exception);
            }
        }
    }

    // The work is done, so the delivery is acknowledged even if that can't be recorded. Another delivery would only do the work twice.
    private async Task CompleteAsync(string eventKey, string owner, TimeSpan retention)
    {
        try
        {
            if (!await store.CompleteAsync(eventKey, owner, retention, CancellationToken.None).ConfigureAwait(false))
            {
                ClaimLost(_logger, eventKey);
            }
        }
#pragma warning disable CA1031
        catch (Exception exception)
#pragma warning restore CA1031
        {
            NotCompleted(_logger, eventKey, exception);
        }
    }

    private async Task ReleaseAsync(string eventKey, string owner)
    {
        try
        {
            await store.ReleaseAsync(eventKey, owner, CancellationToken.None).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The event is free when the lease expires.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            NotReleased(_logger, eventKey, exception);
        }
    }

    [LoggerMessage(20, LogLevel.Warning, "The claim of the event {Event} ended while its handler ran, so it may have been handled twice. "
        + "The event store was unavailable for longer than FetchHiveCallbackOptions.HandlingLease, or the process was suspended.")]
    private static partial void ClaimLost(ILogger logger, string @event);

    [LoggerMessage(21, LogLevel.Warning, "The claim of the event {Event} could not be renewed. Renewing is tried again. If the event store "
        + "stays unavailable, another delivery may be handled at the same time.")]
    private static partial void NotRenewed(ILogger logger, string @event, Exception exception);

    [LoggerMessage(22, LogLevel.Error, "The event {Event} was handled, but the event store could not record it. A further delivery of it "
        + "would be handled again.")]
    private static partial void NotCompleted(ILogger logger, string @event, Exception exception);

    [LoggerMessage(
        23,
        LogLevel.Warning,
        "The event {Event} was not handled, and its claim could not be released. If it is still claimed, a further delivery of it is "
        + "handled when "
        + "FetchHiveCallbackOptions.HandlingLease has passed.")]
    private static partial void NotReleased(ILogger logger, string @event, Exception exception);
}
