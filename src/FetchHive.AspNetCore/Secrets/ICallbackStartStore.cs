using System;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.AspNetCore;

/// <summary>
/// Knows which starts are under way: sent, and still without a response. The callback of a short run may arrive before the response to its
/// start, and is held while such a start is under way. Used for deployments without configured secrets.
/// </summary>
/// <remarks>
/// Register your own implementation as a singleton to replace the in-memory one. The package <c>FetchHive.Redis</c> has one that all
/// instances of an application share. Keys are opaque: at most 256 characters of printable ASCII.
/// </remarks>
public interface ICallbackStartStore
{
    /// <summary>Adds a start.</summary>
    /// <param name="deploymentKey">Identifies the deployment.</param>
    /// <param name="startId">Identifies the start. No two starts have the same id.</param>
    /// <param name="expiry">The time after which the start no longer counts, in case nothing removes it.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>A task that completes when the start is added.</returns>
    ValueTask AddAsync(string deploymentKey, string startId, TimeSpan expiry, CancellationToken cancellationToken);

    /// <summary>
    /// Removes a start that was answered or has failed. Its run, if there is one, is already remembered in the
    /// <see cref="ICallbackRunStore"/>.
    /// </summary>
    /// <param name="deploymentKey">Identifies the deployment.</param>
    /// <param name="startId">Identifies the start, which may already be gone.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>A task that completes when the start is gone.</returns>
    ValueTask RemoveAsync(string deploymentKey, string startId, CancellationToken cancellationToken);

    /// <summary>Whether any start of a deployment is under way.</summary>
    /// <param name="deploymentKey">Identifies the deployment.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>True if one is.</returns>
    ValueTask<bool> AnyAsync(string deploymentKey, CancellationToken cancellationToken);
}
