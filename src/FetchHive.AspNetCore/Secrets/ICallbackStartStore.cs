using System;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.AspNetCore;

/// <summary>
/// Knows which starts are under way: sent, and still without a response. The callback of a short run may arrive before the response to its
/// start, and is held while there is such a start. Used for deployments without configured secrets.
/// </summary>
/// <remarks>
/// Register your own implementation as a singleton to replace the in-memory one. The package <c>FetchHive.Redis</c> has one that all
/// instances of an application share. Keys are opaque: at most 256 characters of printable ASCII.
/// </remarks>
public interface ICallbackStartStore
{
    /// <summary>Adds a start.</summary>
    /// <param name="deploymentKey">Names the deployment.</param>
    /// <param name="startId">Names the start. No two starts have the same id.</param>
    /// <param name="expiry">The time after which the start doesn't count any more, in case nothing removes it.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>A task that ends when the start is added.</returns>
    ValueTask AddAsync(string deploymentKey, string startId, TimeSpan expiry, CancellationToken cancellationToken);

    /// <summary>
    /// Removes a start that has its response or failed. Its run, if there is one, was remembered in the <see cref="ICallbackRunStore"/>
    /// before that.
    /// </summary>
    /// <param name="deploymentKey">Names the deployment.</param>
    /// <param name="startId">Names the start, which may be gone already.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>A task that ends when the start is gone.</returns>
    ValueTask RemoveAsync(string deploymentKey, string startId, CancellationToken cancellationToken);

    /// <summary>Whether any start of a deployment is under way.</summary>
    /// <param name="deploymentKey">Names the deployment.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>Whether one is.</returns>
    ValueTask<bool> AnyAsync(string deploymentKey, CancellationToken cancellationToken);
}
