using System;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.AspNetCore;

/// <summary>
/// Remembers the runs that were started with callback delivery, each with the secret that came with the response to its start. Used for
/// deployments without configured secrets.
/// </summary>
/// <remarks>
/// Register your own implementation as a singleton to replace the in-memory one. The package <c>FetchHive.Redis</c> has one that all
/// instances of an application share. Keys are opaque: at most 256 characters of printable ASCII. A run's secret is what makes its callback
/// trustworthy: keep it like a password, and out of logs and exceptions.
/// </remarks>
public interface ICallbackRunStore
{
    /// <summary>
    /// Remembers a run, unless it is remembered already. The first one stays: otherwise one service could replace another's secret. The
    /// check and the change are one atomic step.
    /// </summary>
    /// <param name="runKey">Identifies the run.</param>
    /// <param name="run">What to remember.</param>
    /// <param name="retention">How long to remember it.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The run that is remembered now: <paramref name="run"/>, or the earlier one.</returns>
    ValueTask<RememberedRun> RememberAsync(string runKey, RememberedRun run, TimeSpan retention, CancellationToken cancellationToken);

    /// <summary>
    /// Finds a run. Finding none should take as long as finding one. Otherwise a stranger can tell from the response time which runs exist.
    /// </summary>
    /// <param name="runKey">Identifies the run. It comes from a callback that isn't verified yet.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The remembered run; null when there is none.</returns>
    ValueTask<RememberedRun?> FindAsync(string runKey, CancellationToken cancellationToken);
}
