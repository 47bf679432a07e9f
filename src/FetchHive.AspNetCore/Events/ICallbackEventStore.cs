using System;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.AspNetCore;

/// <summary>
/// Remembers which events were handled, so that each is handled once. Register your own implementation as a singleton to replace the
/// in-memory one; the package <c>FetchHive.Redis</c> has one that all instances of an application share.
/// </summary>
/// <remarks>
/// An event is free, claimed or done. Each method is atomic: of any number of callers that claim one event at the same time, in any
/// process, one gets it. A claim ends when its lease expires, as if it had been released. Only the owner of a claim can renew or release
/// it. If a method throws, the delivery is answered with 503 and not acknowledged. If <see cref="ClaimAsync"/> throws,
/// <see cref="ReleaseAsync"/> is called, because the store may have made the claim. Keys are opaque: at most 256 characters of printable
/// ASCII.
/// </remarks>
public interface ICallbackEventStore
{
    /// <summary>Claims an event that is free.</summary>
    /// <param name="eventKey">Identifies the event.</param>
    /// <param name="owner">Identifies the claimant. It is unique.</param>
    /// <param name="lease">How long the claim lasts.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>Whether the event is claimed now, was claimed by another owner, or is done.</returns>
    ValueTask<CallbackClaim> ClaimAsync(string eventKey, string owner, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Renews a claim.</summary>
    /// <param name="eventKey">Identifies the event.</param>
    /// <param name="owner">The claimant.</param>
    /// <param name="lease">How long the claim lasts from now.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>Whether the owner still had the claim.</returns>
    ValueTask<bool> RenewAsync(string eventKey, string owner, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>
    /// Marks an event as done, if the owner has claimed it or it is free (the lease has passed and nobody else claimed it).
    /// </summary>
    /// <param name="eventKey">Identifies the event.</param>
    /// <param name="owner">The claimant.</param>
    /// <param name="retention">How long to remember the event.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>False if another owner has claimed or completed it in the meantime. Then nothing is changed.</returns>
    ValueTask<bool> CompleteAsync(string eventKey, string owner, TimeSpan retention, CancellationToken cancellationToken);

    /// <summary>Frees an event, if it is claimed by the owner. Otherwise nothing is changed.</summary>
    /// <param name="eventKey">Identifies the event.</param>
    /// <param name="owner">The claimant.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>A task that completes when the event is free.</returns>
    ValueTask ReleaseAsync(string eventKey, string owner, CancellationToken cancellationToken);
}
