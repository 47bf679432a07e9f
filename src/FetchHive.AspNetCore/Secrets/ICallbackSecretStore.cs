using System;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.AspNetCore;

/// <summary>
/// The memory of the secrets that came with the answers to starts, and of which starts are under way. Used for deployments without configured secrets only. Register an
/// implementation of your own as a singleton to replace the one in this process's memory; the package <c>FetchHive.Redis</c> has one that all instances of an application share.
/// </summary>
/// <remarks>Keys are opaque: at most 256 characters of printable ASCII. The secrets are what makes a callback trustworthy: keep them like passwords, and out of logs and exceptions.</remarks>
public interface ICallbackSecretStore
{
    /// <summary>
    /// Remembers a run's secret, unless one is remembered for the run already: the first one stays, or one service could replace
    /// another's. Looking and remembering are one step.
    /// </summary>
    /// <param name="runKey">The run.</param>
    /// <param name="secret">The secret with the workspace that it belongs to, as an opaque text.</param>
    /// <param name="retention">How long it is to be remembered.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>What is remembered for the run now: <paramref name="secret"/>, or the text that was there before.</returns>
    ValueTask<string> RememberAsync(string runKey, string secret, TimeSpan retention, CancellationToken cancellationToken);

    /// <summary>Finds a run's secret.</summary>
    /// <param name="runKey">The run; from a callback that isn't verified yet.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The text that was remembered; null when none is.</returns>
    ValueTask<string?> FindAsync(string runKey, CancellationToken cancellationToken);

    /// <summary>Notes that a start is under way.</summary>
    /// <param name="deploymentKey">The deployment.</param>
    /// <param name="startId">Names the start; no two are the same.</param>
    /// <param name="atMost">After which time the note counts no more, should its end never be told.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>A task that ends when the note is there.</returns>
    ValueTask StartAsync(string deploymentKey, string startId, TimeSpan atMost, CancellationToken cancellationToken);

    /// <summary>Notes that a start has ended. The secret of the run, if there is one, was remembered before.</summary>
    /// <param name="deploymentKey">The deployment.</param>
    /// <param name="startId">The start.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>A task that ends when the note is gone.</returns>
    ValueTask EndAsync(string deploymentKey, string startId, CancellationToken cancellationToken);

    /// <summary>Whether any start of a deployment is under way.</summary>
    /// <param name="deploymentKey">The deployment.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>Whether one is.</returns>
    ValueTask<bool> IsStartingAsync(string deploymentKey, CancellationToken cancellationToken);
}
