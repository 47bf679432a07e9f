using System;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive;

/// <summary>
/// Is notified of each start with callback delivery, so that the receiver can be ready for the callback. Only the response to the start has
/// the run's id and the secret that signs its callback. Register an implementation as a service; the clients of <c>AddFetchHive</c> call
/// it.
/// </summary>
/// <remarks>
/// For each start, <see cref="StartingAsync"/> comes first, and then either <see cref="AcceptedAsync"/> or <see cref="FailedAsync"/>. None
/// of them is called if the caller's token was already cancelled. The client waits for <see cref="StartingAsync"/> and
/// <see cref="AcceptedAsync"/>, each time for at most 5 seconds or a quarter of <see cref="FetchHiveOptions.Timeout"/>, whichever is
/// shorter. An observer's exception is logged and doesn't reach the caller, so that no accepted run is lost. Observers are called
/// concurrently. Clients created without dependency injection have no observers.
/// </remarks>
public interface ICallbackRunObserver
{
    /// <summary>Called when a start is about to be sent.</summary>
    /// <param name="start">The start.</param>
    /// <param name="cancellationToken">Cancelled by the caller, or when the client stops waiting.</param>
    /// <returns>A task that completes when the start may be sent.</returns>
    ValueTask StartingAsync(CallbackRunStart start, CancellationToken cancellationToken);

    /// <summary>Called when the service has accepted the run. The caller gets the run when this has completed.</summary>
    /// <param name="start">The start, the same object as before.</param>
    /// <param name="requestId">The service's id of the request, which the callback will name.</param>
    /// <param name="webhookSecret">The secret that signs the callback; null if the service left it out. Store it like a password.</param>
    /// <param name="cancellationToken">
    /// Cancelled after 30 seconds; by then, the caller already has the run. The caller can't cancel it, because the run is accepted
    /// whatever the caller does.
    /// </param>
    /// <returns>A task that completes when the observer is ready for the callback.</returns>
    ValueTask AcceptedAsync(CallbackRunStart start, string requestId, string? webhookSecret, CancellationToken cancellationToken);

    /// <summary>
    /// Called when the start has failed or was cancelled. If <see cref="FetchHiveException.MayHaveRun"/> is true, a callback may still
    /// come.
    /// </summary>
    /// <param name="start">The start, the same object as before.</param>
    /// <param name="exception">The exception that the caller will get.</param>
    /// <param name="cancellationToken">Cancelled after 30 seconds. The caller doesn't wait for this.</param>
    /// <returns>A task that completes when the observer is done.</returns>
    ValueTask FailedAsync(CallbackRunStart start, Exception exception, CancellationToken cancellationToken);
}
