namespace FetchHive;

/// <summary>The state that a journal records for a key. <see cref="JournalIndex"/> stores it in two bits.</summary>
internal enum RowState
{
    /// <summary>Nothing is recorded, or it is recorded that the row can't have run.</summary>
    NotRun = 0,

    /// <summary>The row was sent, and no response is recorded.</summary>
    Sent = 1,

    /// <summary>The response is recorded.</summary>
    Answered = 2,
}
