using System;
using System.IO;

namespace FetchHive;

/// <summary>
/// The journal of a batch can't be used: it belongs to another batch, is in use, has a broken line, or can't be written. The batch stops.
/// The journal keeps what it has.
/// </summary>
public sealed class BatchJournalException : IOException
{
    /// <summary>Creates the exception, for tests of code that catches it.</summary>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="path">The journal's path.</param>
    /// <param name="lineNumber">The line that can't be read, from 1.</param>
    /// <param name="innerException">What the file system said.</param>
    public BatchJournalException(string message, string path, long? lineNumber = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Path = path;
        LineNumber = lineNumber;
    }

    /// <summary>The journal's path.</summary>
    public string Path { get; }

    /// <summary>The line that can't be read, from 1; <see langword="null"/> when it isn't about a line.</summary>
    public long? LineNumber { get; }
}
