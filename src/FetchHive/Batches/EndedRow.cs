namespace FetchHive;

/// <summary>A row that has ended, and hasn't been returned to the caller yet.</summary>
internal sealed record EndedRow<TRow, TResult>(long Index, TRow Row, string? Key, RowEnd End, TResult? Value);
