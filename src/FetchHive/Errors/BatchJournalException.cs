using System;
using System.IO;

namespace FetchHive;

/// <summary>
/// The journal of a batch can't be used: it belongs to another batch, is in use, has a broken line, or can't be written. The batch stops.
/// What the journal already contains is kept.
/// </summary>
public sealed class BatchJournalException : IOException
{
    /// <summary>Creates the exception, for tests of code that catches it.</summary>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="path">The journal's path.</param>
    /// <param name="lineNumber">The one-based number of the line that can't be read.</param>
    /// <param name="innerException">The file system's exception.</param>
    public BatchJournalException(string message, string path, long? lineNumber = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Path = path;
        LineNumber = lineNumber;
    }

    /// <summary>The journal's path.</summary>
    public string Path { get; }

    /// <summary>The one-based number of the line that can't be read; <see langword="null"/> if the exception isn't about a line.</summary>
    public long? LineNumber { get; }
}
