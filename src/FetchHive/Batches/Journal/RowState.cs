namespace FetchHive;

/// <summary>The state that a journal records for a key. It takes two bits in <see cref="JournalIndex"/>.</summary>
internal enum RowState
{
    /// <summary>Nothing is recorded, or the row can't have run.</summary>
    NotRun = 0,

    /// <summary>The row was sent.</summary>
    Sent = 1,

    /// <summary>The response is recorded.</summary>
    Answered = 2,
}
