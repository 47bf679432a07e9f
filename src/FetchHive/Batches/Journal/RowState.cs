namespace FetchHive;

/// <summary>What a journal says of a key. Two bits of <see cref="JournalIndex"/>.</summary>
internal enum RowState
{
    /// <summary>Nothing, or that it can't have run.</summary>
    NotRun = 0,

    /// <summary>It was sent.</summary>
    Sent = 1,

    /// <summary>Its response.</summary>
    Answered = 2,
}
