using System;

namespace FetchHive;

/// <summary>
/// The time limit of the call (<see cref="FetchHiveOptions.Timeout"/>, <see cref="FetchHiveOptions.QueueTimeout"/>), or of waiting for a
/// callback, has passed. The caller's own cancellation is an <see cref="OperationCanceledException"/> instead.
/// </summary>
/// <remarks>
/// A run that has started continues, but this call loses its output. Use callback delivery for long runs.
/// <see cref="FetchHiveException.MayHaveRun"/> is <see langword="false"/> if no byte of the request's body was passed to the connection.
/// </remarks>
public sealed class FetchHiveTimeoutException : FetchHiveException
{
    /// <summary>Creates the exception, for tests of code that catches it.</summary>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="mayHaveRun">Whether the call could have started a run.</param>
    /// <param name="innerException">The exception that ended the wait.</param>
    public FetchHiveTimeoutException(string message, bool mayHaveRun, Exception? innerException = null)
        : base(message, innerException) =>
        MayHaveRun = mayHaveRun;

    /// <inheritdoc/>
    public override bool MayHaveRun { get; }
}
