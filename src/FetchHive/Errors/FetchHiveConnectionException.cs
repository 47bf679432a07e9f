using System;

namespace FetchHive;

/// <summary>There was no response: the service couldn't be reached, or the connection broke before it answered.</summary>
/// <remarks>
/// <see cref="FetchHiveException.MayHaveRun"/> is <see langword="false"/> if no byte of the request's body was passed to the connection.
/// </remarks>
public sealed class FetchHiveConnectionException : FetchHiveException
{
    /// <summary>Creates the exception, for tests of code that catches it.</summary>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="mayHaveRun">Whether the call could have started a run.</param>
    /// <param name="innerException">The connection's exception.</param>
    public FetchHiveConnectionException(string message, bool mayHaveRun, Exception? innerException = null)
        : base(message, innerException) =>
        MayHaveRun = mayHaveRun;

    /// <inheritdoc/>
    public override bool MayHaveRun { get; }
}
