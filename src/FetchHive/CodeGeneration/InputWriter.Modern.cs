#if NET
using System;
using System.Globalization;

namespace FetchHive.CodeGeneration;

// The types that .NET Standard 2.0 doesn't have.
public static partial class InputWriter
{
    /// <summary>Writes a date as <c>yyyy-MM-dd</c>.</summary>
    /// <param name="writer">The request's writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteDateOnly(RequestWriter writer, DateOnly value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<byte> text = stackalloc byte[MaxNumberLength];
        _ = value.TryFormat(text, out int length, "O", CultureInfo.InvariantCulture);
        writer.WriteSafeText(text.Slice(0, length));
    }

    /// <summary>Writes a time as <c>hh:mm:ss[.fffffff]</c>.</summary>
    /// <param name="writer">The request's writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteTimeOnly(RequestWriter writer, TimeOnly value) => WriteTimeSpan(writer, value.ToTimeSpan());

    /// <summary>Writes a number.</summary>
    /// <param name="writer">The request's writer.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value is NaN or infinite.</exception>
    public static void WriteHalf(RequestWriter writer, Half value)
    {
        if (!Half.IsFinite(value))
        {
            throw NotANumber();
        }

        WriteRaw(writer, value);
    }

    /// <summary>Writes a number.</summary>
    /// <param name="writer">The request's writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteInt128(RequestWriter writer, Int128 value) => WriteRaw(writer, value);

    /// <summary>Writes a number.</summary>
    /// <param name="writer">The request's writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteUInt128(RequestWriter writer, UInt128 value) => WriteRaw(writer, value);

    /// <summary>Writes a number as text.</summary>
    /// <param name="writer">The request's writer.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value is NaN or infinite.</exception>
    public static void WriteHalfAsText(RequestWriter writer, Half value)
    {
        if (!Half.IsFinite(value))
        {
            throw NotANumber();
        }

        WriteText(writer, value);
    }

    /// <summary>Writes a number as text.</summary>
    /// <param name="writer">The request's writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteInt128AsText(RequestWriter writer, Int128 value) => WriteText(writer, value);

    /// <summary>Writes a number as text.</summary>
    /// <param name="writer">The request's writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteUInt128AsText(RequestWriter writer, UInt128 value) => WriteText(writer, value);

    /// <summary>Writes a number; NaN and the infinities as the texts <c>NaN</c>, <c>Infinity</c>, <c>-Infinity</c>.</summary>
    /// <param name="writer">The request's writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteHalfAllowNamed(RequestWriter writer, Half value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (NameOf((double)value) is { } name)
        {
            writer.WriteStringValue(name);
        }
        else
        {
            WriteRaw(writer, value);
        }
    }

    /// <summary>Writes a number as text, NaN and the infinities included.</summary>
    /// <param name="writer">The request's writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteHalfAllowNamedAsText(RequestWriter writer, Half value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (NameOf((double)value) is { } name)
        {
            writer.WriteStringValue(name);
        }
        else
        {
            WriteText(writer, value);
        }
    }

    /// <summary>Formats a number as a dictionary key.</summary>
    /// <param name="value">The key.</param>
    /// <returns>Its text.</returns>
    /// <exception cref="ArgumentException">The key is NaN or infinite.</exception>
    public static string KeyOfHalf(Half value) => Half.IsFinite(value) ? value.ToString(CultureInfo.InvariantCulture) : throw NotAKey();

    private static void WriteRaw<T>(RequestWriter writer, T value)
        where T : struct, IUtf8SpanFormattable
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<byte> text = stackalloc byte[MaxNumberLength];
        _ = value.TryFormat(text, out int length, default, CultureInfo.InvariantCulture);
        writer.WriteToken(text.Slice(0, length));
    }

    private static void WriteText<T>(RequestWriter writer, T value)
        where T : struct, IUtf8SpanFormattable
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<byte> text = stackalloc byte[MaxNumberLength];
        _ = value.TryFormat(text, out int length, default, CultureInfo.InvariantCulture);
        writer.WriteSafeText(text.Slice(0, length));
    }
}
#endif
