using System;
using System.Buffers.Text;

namespace FetchHive.CodeGeneration;

public sealed partial class RequestWriter
{
    // For longer text, Utf8JsonWriter is fast enough to make up for the cost of calling it.
    private const int MaxPlainLength = 128;

    /// <summary>Writes text.</summary>
    /// <param name="value">The text; null is written as null.</param>
    /// <exception cref="ArgumentException">The text is not valid Unicode.</exception>
    public void WriteStringValue(string? value)
    {
        if (value is null)
        {
            WriteNullValue();
            return;
        }

        WriteText(value.AsSpan());
    }

    internal void WriteText(ReadOnlySpan<char> value)
    {
        if (TryWrite(_isFollowing ? ","u8 : default, value))
        {
            return;
        }

        BeginForeign().WriteStringValue(value);
        EndForeign();
    }

    /// <summary>Writes text that needs no escaping.</summary>
    internal void WriteSafeText(ReadOnlySpan<byte> text)
    {
        Span<byte> room = Room(text.Length + 3);
        int i = Follow(room);
        room[i++] = (byte)'"';
        text.CopyTo(room.Slice(i));
        i += text.Length;
        room[i++] = (byte)'"';
        _written += i;
    }

    /// <summary>Writes text under a name.</summary>
    /// <param name="name">The place of the name among the names of the deployment.</param>
    /// <param name="value">The text; null is written as null.</param>
    /// <exception cref="ArgumentException">The text is not valid Unicode.</exception>
    public void WriteString(int name, string? value) => WriteString(_names[name], value);

    /// <summary>Writes text under a name.</summary>
    internal void WriteString(RequestName name, string? value)
    {
        if (value is not null && TryWrite(NameIn(name), value.AsSpan()))
        {
            return;
        }

        WritePropertyName(name).WriteStringValue(value);
    }

    /// <summary>Writes an address as text, as the caller wrote it.</summary>
    /// <param name="value">The value; null is written as null.</param>
    /// <exception cref="ArgumentException">The address is not valid Unicode.</exception>
    public void WriteUriValue(Uri? value) => WriteStringValue(value?.OriginalString);

    /// <summary>Writes an address as text under a name, as the caller wrote it.</summary>
    /// <param name="name">The place of the name among the names of the deployment.</param>
    /// <param name="value">The value; null is written as null.</param>
    /// <exception cref="ArgumentException">The address is not valid Unicode.</exception>
    public void WriteUri(int name, Uri? value) => WriteString(name, value?.OriginalString);

    /// <summary>Writes a Guid as text.</summary>
    /// <param name="value">The value.</param>
    public void WriteGuidValue(Guid value)
    {
        Span<byte> text = stackalloc byte[36];
        _ = Utf8Formatter.TryFormat(value, text, out int length);
        WriteSafeText(text.Slice(0, length));
    }

    /// <summary>Writes a Guid as text, under a name.</summary>
    /// <param name="name">The place of the name among the names of the deployment.</param>
    /// <param name="value">The value.</param>
    public void WriteGuid(int name, Guid value) => WritePropertyName(name).WriteGuidValue(value);

    /// <summary>Writes a date and time as text (ISO 8601).</summary>
    /// <param name="value">The value.</param>
    public void WriteDateTimeValue(DateTime value)
    {
        BeginForeign().WriteStringValue(value);
        EndForeign();
    }

    /// <summary>Writes a date and time as text (ISO 8601), under a name.</summary>
    /// <param name="name">The place of the name among the names of the deployment.</param>
    /// <param name="value">The value.</param>
    public void WriteDateTime(int name, DateTime value) => WritePropertyName(name).WriteDateTimeValue(value);

    /// <summary>Writes a date and time as text (ISO 8601).</summary>
    /// <param name="value">The value.</param>
    public void WriteDateTimeOffsetValue(DateTimeOffset value)
    {
        BeginForeign().WriteStringValue(value);
        EndForeign();
    }

    /// <summary>Writes a date and time as text (ISO 8601), under a name.</summary>
    /// <param name="name">The place of the name among the names of the deployment.</param>
    /// <param name="value">The value.</param>
    public void WriteDateTimeOffset(int name, DateTimeOffset value) => WritePropertyName(name).WriteDateTimeOffsetValue(value);

    /// <summary>Writes bytes as base64 text.</summary>
    /// <param name="value">The bytes.</param>
    public void WriteBase64StringValue(ReadOnlySpan<byte> value)
    {
        BeginForeign().WriteBase64StringValue(value);
        EndForeign();
    }

    /// <summary>Writes bytes as base64 text, under a name.</summary>
    /// <param name="name">The place of the name among the names of the deployment.</param>
    /// <param name="value">The bytes.</param>
    public void WriteBase64String(int name, ReadOnlySpan<byte> value) => WritePropertyName(name).WriteBase64StringValue(value);

    // Returns false for text that is long or isn't plain. Utf8JsonWriter has to write it.
    private bool TryWrite(ReadOnlySpan<byte> before, ReadOnlySpan<char> value)
    {
        if (value.Length > MaxPlainLength)
        {
            return false;
        }

        Span<byte> room = Room(before.Length + value.Length + 2);
        before.CopyTo(room);
        room[before.Length] = (byte)'"';
        Span<byte> text = room.Slice(before.Length + 1);
        if (!PlainText.TryCopy(value, text))
        {
            return false;
        }

        text[value.Length] = (byte)'"';
        _written += before.Length + value.Length + 2;
        _isFollowing = true;
        return true;
    }
}
