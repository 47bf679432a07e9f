using System;
using System.Buffers.Text;

namespace FetchHive.CodeGeneration;

public sealed partial class RequestWriter
{
    /// <summary>Writes a number.</summary>
    /// <param name="value">The value.</param>
    public void WriteNumberValue(long value)
    {
        Span<byte> room = Room(MaxNumberLength);
        int start = Follow(room);
        _ = Utf8Formatter.TryFormat(value, room.Slice(start), out int length);
        _written += start + length;
    }

    /// <summary>Writes a number under a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    public void WriteNumber(RequestName name, long value)
    {
        WritePropertyName(name);
        WriteNumberValue(value);
    }

    /// <summary>Writes a number.</summary>
    /// <param name="value">The value.</param>
    public void WriteNumberValue(ulong value)
    {
        Span<byte> room = Room(MaxNumberLength);
        int start = Follow(room);
        _ = Utf8Formatter.TryFormat(value, room.Slice(start), out int length);
        _written += start + length;
    }

    /// <summary>Writes a number under a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    public void WriteNumber(RequestName name, ulong value)
    {
        WritePropertyName(name);
        WriteNumberValue(value);
    }

    /// <summary>Writes a number.</summary>
    /// <param name="value">The value.</param>
    public void WriteNumberValue(decimal value)
    {
        Span<byte> room = Room(MaxNumberLength);
        int start = Follow(room);
        _ = Utf8Formatter.TryFormat(value, room.Slice(start), out int length);
        _written += start + length;
    }

    /// <summary>Writes a number under a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    public void WriteNumber(RequestName name, decimal value)
    {
        WritePropertyName(name);
        WriteNumberValue(value);
    }

    /// <summary>Writes a number.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value is NaN or infinite.</exception>
    public void WriteNumberValue(double value)
    {
#if NET
        if (double.IsFinite(value))
        {
            Span<byte> room = Room(MaxNumberLength);
            int start = Follow(room);
            _ = Utf8Formatter.TryFormat(value, room.Slice(start), out int length);
            _written += start + length;
            return;
        }
#endif
        BeginForeign().WriteNumberValue(value);
        EndForeign();
    }

    /// <summary>Writes a number under a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value is NaN or infinite.</exception>
    public void WriteNumber(RequestName name, double value)
    {
        WritePropertyName(name);
        WriteNumberValue(value);
    }

    /// <summary>Writes a number.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value is NaN or infinite.</exception>
    public void WriteNumberValue(float value)
    {
#if NET
        if (float.IsFinite(value))
        {
            Span<byte> room = Room(MaxNumberLength);
            int start = Follow(room);
            _ = Utf8Formatter.TryFormat(value, room.Slice(start), out int length);
            _written += start + length;
            return;
        }
#endif
        BeginForeign().WriteNumberValue(value);
        EndForeign();
    }

    /// <summary>Writes a number under a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value is NaN or infinite.</exception>
    public void WriteNumber(RequestName name, float value)
    {
        WritePropertyName(name);
        WriteNumberValue(value);
    }
}
