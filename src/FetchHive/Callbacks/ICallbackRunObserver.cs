using System;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive;

/// <summary>
/// Is told of each start with callback delivery, so that the receiver can be ready for the callback. Only the response to the start has the
/// run's id and the secret that signs its callback. Register an implementation as a service, and the clients of <c>AddFetchHive</c> call
/// it.
/// </summary>
/// <remarks>
/// For each start, <see cref="StartingAsync"/> comes first, and then either <see cref="AcceptedAsync"/> or <see cref="FailedAsync"/>. None
/// is called if the caller's token was cancelled before. The client waits for the first two, each time for at most 5 seconds or a quarter
/// of <see cref="FetchHiveOptions.Timeout"/>, whichever is shorter. An exception of an observer is logged and doesn't reach the caller, so
/// that no accepted run is lost. Observers are called concurrently. Clients created without dependency injection have no observers.
/// </remarks>
public interface ICallbackRunObserver
{
    /// <summary>A start is about to be sent.</summary>
    /// <param name="start">The start.</param>
    /// <param name="cancellationToken">Cancelled by the caller, or when the client waits no longer.</param>
    /// <returns>A task that ends when the start may be sent.</returns>
    ValueTask StartingAsync(CallbackRunStart start, CancellationToken cancellationToken);

    /// <summary>The service accepted the run. The caller gets it when this has ended.</summary>
    /// <param name="start">The start, the same object as before.</param>
    /// <param name="requestId">The service's id of the request, which the callback will name.</param>
    /// <param name="webhookSecret">The secret that signs the callback; null when the service left it out. Keep it like a password.</param>
    /// <param name="cancellationToken">
    /// Cancelled after 30 seconds, when the caller has long had the run; not by the caller, since the run is accepted whatever the caller
    /// does.
    /// </param>
    /// <returns>A task that ends when the observer is ready for the callback.</returns>
    ValueTask AcceptedAsync(CallbackRunStart start, string requestId, string? webhookSecret, CancellationToken cancellationToken);

    /// <summary>
    /// The start failed or was cancelled. If <see cref="FetchHiveException.MayHaveRun"/> is true, a callback may still come.
    /// </summary>
    /// <param name="start">The start, the same object as before.</param>
    /// <param name="exception">What the caller will get.</param>
    /// <param name="cancellationToken">Cancelled after 30 seconds. The caller doesn't wait for this.</param>
    /// <returns>A task that ends when the observer has taken note.</returns>
    ValueTask FailedAsync(CallbackRunStart start, Exception exception, CancellationToken cancellationToken);
}
