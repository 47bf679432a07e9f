using System.Collections.Generic;

namespace FetchHive;

/// <summary>
/// The position and the recorded state of each key's last line, and which keys this round has seen. It takes about 40 bytes per key: 16 for
/// the hash, 8 for the rest, and the dictionary's overhead.
/// </summary>
internal sealed class JournalIndex
{
    private const int StateBits = 2;
    private const long StateMask = (1 << StateBits) - 1;
    private const long ClaimedBit = 1 << StateBits;
    private const int OffsetShift = StateBits + 1;

    private readonly Dictionary<KeyHash, long> _entries = [];

    /// <summary>Adds a line. Lines are added in file order, so the last line of a key counts.</summary>
    public void Note(KeyHash key, RowState state, long offset) => _entries[key] = (offset << OffsetShift) | (long)state;

    /// <summary>Reserves a key for a row of this round.</summary>
    /// <returns>False if another row has reserved it.</returns>
    public bool TryClaim(KeyHash key)
    {
        _entries.TryGetValue(key, out long entry);
        if ((entry & ClaimedBit) != 0)
        {
            return false;
        }

        _entries[key] = entry | ClaimedBit;
        return true;
    }

    public RowState Find(KeyHash key, out long offset)
    {
        _entries.TryGetValue(key, out long entry);
        offset = entry >> OffsetShift;
        return (RowState)(entry & StateMask);
    }
}
