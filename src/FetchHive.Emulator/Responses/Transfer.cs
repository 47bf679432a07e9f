using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.Emulator.Responses;

/// <summary>How a response goes over the connection: at once, in one piece and complete, unless set otherwise.</summary>
internal sealed record Transfer
{
    public static readonly Transfer Whole = new();

    public static readonly Transfer Lost = new() { IsLost = true, End = ConnectionEnd.Reset };

    /// <summary>The wait before the first byte.</summary>
    public Func<CancellationToken, Task>? Before { get; init; }

    /// <summary>Headers in addition to the response's own.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>How many bytes of the body are sent at a time; null for all.</summary>
    public int? PieceLength { get; init; }

    /// <summary>The wait after each piece.</summary>
    public Func<CancellationToken, Task>? Between { get; init; }

    /// <summary>After how many bytes of the body the transfer stops; null for never.</summary>
    public int? StopsAfter { get; init; }

    /// <summary>Whether not even the status is sent.</summary>
    public bool IsLost { get; init; }

    /// <summary>How the connection ends when the transfer stops; null leaves it open.</summary>
    public ConnectionEnd? End { get; init; }

    /// <summary>Whether the server can send the response itself.</summary>
    public bool IsWhole => PieceLength is null && StopsAfter is null && !IsLost;

    public bool HasBody => PieceLength is not null || StopsAfter is not null || Headers.Count > 0;
}
