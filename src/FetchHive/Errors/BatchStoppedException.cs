using System;

namespace FetchHive;

/// <summary>
/// A batch stopped before its last row, because the next rows would have failed too. Every row that was begun has a result. Fix the cause
/// and run the same batch with the same journal: it continues.
/// </summary>
public sealed class BatchStoppedException : Exception
{
    /// <summary>Creates the exception, for tests of code that catches it.</summary>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="innerException">The failure at which the batch stopped.</param>
    public BatchStoppedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
