using System;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive;

/// <summary>
/// The caller cancelled a call. Every <c>catch</c> of <see cref="OperationCanceledException"/> or <see cref="TaskCanceledException"/> takes
/// it; beside them it says whether a run may have been started.
/// </summary>
/// <remarks>A cancellation ends the wait, not a run: nothing is documented to stop one.</remarks>
public sealed class FetchHiveCanceledException : TaskCanceledException
{
    /// <summary>Makes the exception; the library makes those it throws itself, so this is for tests of code that catches them.</summary>
    /// <param name="message">What the call was doing.</param>
    /// <param name="mayHaveRun">Whether the call could have started a run.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <param name="innerException">What ended the wait. On .NET Framework it isn't kept.</param>
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
        // Only a task gives the base class a token here.
        _ = innerException;
        Message = message;
        MayHaveRun = mayHaveRun;
    }
#endif

    /// <inheritdoc/>
    public override string Message { get; }

    /// <summary>
    /// Whether this call could have started a run, and been charged for it. When <see langword="false"/>, sending it again can't run the
    /// workflow twice. It is <see langword="false"/> while the call waits for a slot or between retries, and as long as not a byte of the
    /// request's body was handed to the connection.
    /// </summary>
    public bool MayHaveRun { get; }
}
