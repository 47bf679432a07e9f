using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.Emulator.Responses;

/// <summary>How a response gets to its caller, where that isn't at once, in one piece and complete.</summary>
internal sealed record Delivery
{
    public static readonly Delivery Plain = new();

    public static readonly Delivery Lost = new() { IsLost = true, End = ConnectionEnd.Reset };

    /// <summary>What is waited for before the first byte.</summary>
    public Func<CancellationToken, Task>? Before { get; init; }

    /// <summary>Headers beside the response's own.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>How many bytes of the body are sent at a time; null for all.</summary>
    public int? PieceLength { get; init; }

    /// <summary>What is waited for after each piece.</summary>
    public Func<CancellationToken, Task>? Between { get; init; }

    /// <summary>After how many bytes of the body the delivery stops; null for never.</summary>
    public int? StopsAfter { get; init; }

    /// <summary>Whether not even the status is sent.</summary>
    public bool IsLost { get; init; }

    /// <summary>How the connection ends where the delivery stops; null leaves it open.</summary>
    public ConnectionEnd? End { get; init; }

    /// <summary>Whether the server can send the response itself.</summary>
    public bool IsWhole => PieceLength is null && StopsAfter is null && !IsLost;

    public bool HasBody => PieceLength is not null || StopsAfter is not null || Headers.Count > 0;
}
