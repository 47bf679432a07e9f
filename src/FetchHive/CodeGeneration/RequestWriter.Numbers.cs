using System;
using System.Buffers.Text;

namespace FetchHive.CodeGeneration;

public sealed partial class RequestWriter
{
    /// <summary>Writes a number.</summary>
    /// <param name="value">The value.</param>
    public void WriteInt64Value(long value)
    {
        Span<byte> room = Room(MaxNumberLength);
        int start = Follow(room);
        _ = Utf8Formatter.TryFormat(value, room.Slice(start), out int length);
        _written += start + length;
    }

    /// <summary>Writes a number under a name.</summary>
    /// <param name="name">The place of the name among the names of the deployment.</param>
    /// <param name="value">The value.</param>
    public void WriteInt64(int name, long value) => WritePropertyName(name).WriteInt64Value(value);

    /// <summary>Writes a number.</summary>
    /// <param name="value">The value.</param>
    public void WriteUInt64Value(ulong value)
    {
        Span<byte> room = Room(MaxNumberLength);
        int start = Follow(room);
        _ = Utf8Formatter.TryFormat(value, room.Slice(start), out int length);
        _written += start + length;
    }

    /// <summary>Writes a number under a name.</summary>
    /// <param name="name">The place of the name among the names of the deployment.</param>
    /// <param name="value">The value.</param>
    public void WriteUInt64(int name, ulong value) => WritePropertyName(name).WriteUInt64Value(value);

    /// <summary>Writes a number.</summary>
    /// <param name="value">The value.</param>
    public void WriteDecimalValue(decimal value)
    {
        Span<byte> room = Room(MaxNumberLength);
        int start = Follow(room);
        _ = Utf8Formatter.TryFormat(value, room.Slice(start), out int length);
        _written += start + length;
    }

    /// <summary>Writes a number under a name.</summary>
    /// <param name="name">The place of the name among the names of the deployment.</param>
    /// <param name="value">The value.</param>
    public void WriteDecimal(int name, decimal value) => WritePropertyName(name).WriteDecimalValue(value);

    /// <summary>Writes a number.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value is NaN or infinite.</exception>
    public void WriteDoubleValue(double value)
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
    /// <param name="name">The place of the name among the names of the deployment.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value is NaN or infinite.</exception>
    public void WriteDouble(int name, double value) => WritePropertyName(name).WriteDoubleValue(value);

    /// <summary>Writes a number.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value is NaN or infinite.</exception>
    public void WriteSingleValue(float value)
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
    /// <param name="name">The place of the name among the names of the deployment.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value is NaN or infinite.</exception>
    public void WriteSingle(int name, float value) => WritePropertyName(name).WriteSingleValue(value);
}
