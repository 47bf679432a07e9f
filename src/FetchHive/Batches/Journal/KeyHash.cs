using System;
using System.Buffers.Binary;

namespace FetchHive;

/// <summary>
/// Half of a key's SHA-256 hash. It is kept in memory in place of the key, so that each row takes the same space. A collision of 128 bits
/// is practically impossible.
/// </summary>
internal readonly struct KeyHash : IEquatable<KeyHash>
{
    private readonly ulong _first;
    private readonly ulong _second;

    /// <summary>Hashes a key.</summary>
    /// <param name="key">The key in UTF-8.</param>
    public KeyHash(ReadOnlySpan<byte> key)
    {
        Span<byte> hash = stackalloc byte[Sha256.Length];
        Sha256.Hash(key, hash);
        _first = BinaryPrimitives.ReadUInt64LittleEndian(hash);
        _second = BinaryPrimitives.ReadUInt64LittleEndian(hash.Slice(sizeof(ulong)));
    }

    public bool Equals(KeyHash other) => _first == other._first && _second == other._second;

    public override bool Equals(object? obj) => obj is KeyHash other && Equals(other);

    public override int GetHashCode() => _first.GetHashCode();
}
