using System;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.AspNetCore;

/// <summary>
/// Delivers verified callbacks to the instances that wait for them. Register your own implementation as a singleton to replace the
/// in-memory one; the package <c>FetchHive.Redis</c> has one that all instances of an application share.
/// </summary>
/// <remarks>Keys are opaque: at most 256 characters of printable ASCII. Bodies contain the outputs of your runs: protect them
/// accordingly.</remarks>
public interface ICallbackResultStore
{
    /// <summary>Whether a result that arrives in one process can be waited for in another.</summary>
    bool IsShared { get; }

    /// <summary>Keeps a result and delivers it to all callers that wait for it. A result that was kept before is replaced.</summary>
    /// <param name="runKey">Identifies the run.</param>
    /// <param name="body">The callback's body. Its memory is only valid until the task has completed.</param>
    /// <param name="retention">How long to keep it for later look-ups.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>A task that completes when the result is kept. If it fails, the callback is answered with 503.</returns>
    ValueTask KeepAsync(string runKey, ReadOnlyMemory<byte> body, TimeSpan retention, CancellationToken cancellationToken);

    /// <summary>Looks for a result, without waiting.</summary>
    /// <param name="runKey">Identifies the run.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The callback's body; null when none was kept, or its time has passed.</returns>
    ValueTask<ReadOnlyMemory<byte>?> FindAsync(string runKey, CancellationToken cancellationToken);

    /// <summary>Waits for a result. Returns at once if it was kept before and its retention hasn't passed.</summary>
    /// <param name="runKey">Identifies the run.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The callback's body.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<ReadOnlyMemory<byte>> WaitAsync(string runKey, CancellationToken cancellationToken);
}
