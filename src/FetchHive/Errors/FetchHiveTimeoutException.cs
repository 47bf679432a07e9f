using System;

namespace FetchHive;

/// <summary>
/// The time for the call (<see cref="FetchHiveOptions.Timeout"/>), or for waiting for a callback, passed. The caller's own cancellation is
/// an <see cref="OperationCanceledException"/> instead.
/// </summary>
/// <remarks>
/// A run that was started goes on, and its result is lost to this call; for runs that take long, use callback delivery.
/// <see cref="FetchHiveException.MayHaveRun"/> is <see langword="false"/> when not a byte of the request's body had been handed to the
/// connection.
/// </remarks>
public sealed class FetchHiveTimeoutException : FetchHiveException
{
    /// <summary>Makes the exception; the library makes those it throws itself, so this is for tests of code that catches them.</summary>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="mayHaveRun">Whether the call could have started a run.</param>
    /// <param name="innerException">What ended the wait.</param>
    public FetchHiveTimeoutException(string message, bool mayHaveRun, Exception? innerException = null)
        : base(message, innerException) =>
        MayHaveRun = mayHaveRun;

    /// <inheritdoc/>
    public override bool MayHaveRun { get; }
}
