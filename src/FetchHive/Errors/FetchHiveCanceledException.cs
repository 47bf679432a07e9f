using System;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive;

/// <summary>
/// The caller cancelled a call. The exception is a <see cref="TaskCanceledException"/>, so code that catches cancellations catches it.
/// <see cref="MayHaveRun"/> says whether a run may have started.
/// </summary>
/// <remarks>A cancellation ends the wait, not the run. The service documents no way to stop a run.</remarks>
public sealed class FetchHiveCanceledException : TaskCanceledException
{
    /// <summary>Creates the exception, for tests of code that catches it.</summary>
    /// <param name="message">What the call was doing.</param>
    /// <param name="mayHaveRun">Whether the call could have started a run.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <param name="innerException">The exception that ended the wait. It isn't kept on .NET Framework.</param>
#if NET
    public FetchHiveCanceledException(
        string message, bool mayHaveRun, CancellationToken cancellationToken, Exception? innerException = null)
        : base(message, innerException, cancellationToken)
    {
        Message = message;
        MayHaveRun = mayHaveRun;
    }
#else
    public FetchHiveCanceledException(
        string message, bool mayHaveRun, CancellationToken cancellationToken, Exception? innerException = null)
        : base(Task.FromCanceled(cancellationToken.IsCancellationRequested ? cancellationToken : new CancellationToken(canceled: true)))
    {
        // On this target, the base class takes a token only from a task.
        _ = innerException;
        Message = message;
        MayHaveRun = mayHaveRun;
    }
#endif

    /// <inheritdoc/>
    public override string Message { get; }

    /// <summary>
    /// Whether this call could have started a run, and been charged for it. If <see langword="false"/>, sending it again can't run the
    /// workflow twice. It is <see langword="false"/> while the call waits for a slot or between retries, and until the first byte of the
    /// request's body is passed to the connection.
    /// </summary>
    public bool MayHaveRun { get; }
}
