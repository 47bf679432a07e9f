using System;
using System.Buffers.Text;
using System.Globalization;

namespace FetchHive.CodeGeneration;

public static partial class InputWriter
{
    /// <summary>Writes a number as text.</summary>
    /// <param name="writer">The request's writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteInt64AsText(RequestWriter writer, long value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<byte> text = stackalloc byte[MaxNumberLength];
        _ = Utf8Formatter.TryFormat(value, text, out int length);
        writer.WriteSafeText(text.Slice(0, length));
    }

    /// <summary>Writes a number as text.</summary>
    /// <param name="writer">The request's writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteUInt64AsText(RequestWriter writer, ulong value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<byte> text = stackalloc byte[MaxNumberLength];
        _ = Utf8Formatter.TryFormat(value, text, out int length);
        writer.WriteSafeText(text.Slice(0, length));
    }

    /// <summary>Writes a number as text.</summary>
    /// <param name="writer">The request's writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteDecimalAsText(RequestWriter writer, decimal value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<byte> text = stackalloc byte[MaxNumberLength];
        _ = Utf8Formatter.TryFormat(value, text, out int length);
        writer.WriteSafeText(text.Slice(0, length));
    }

    /// <summary>Writes a boolean as the text <c>true</c> or <c>false</c>.</summary>
    /// <param name="writer">The request's writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteBooleanAsText(RequestWriter writer, bool value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteSafeText(value ? "true"u8 : "false"u8);
    }

    /// <summary>Writes a number as text.</summary>
    /// <param name="writer">The request's writer.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value is NaN or infinite.</exception>
    public static void WriteDoubleAsText(RequestWriter writer, double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            throw NotANumber();
        }

        WriteDoubleAllowNamedAsText(writer, value);
    }

    /// <summary>Writes a number as text.</summary>
    /// <param name="writer">The request's writer.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value is NaN or infinite.</exception>
    public static void WriteSingleAsText(RequestWriter writer, float value)
    {
        if (float.IsNaN(value) || float.IsInfinity(value))
        {
            throw NotANumber();
        }

        WriteSingleAllowNamedAsText(writer, value);
    }

    /// <summary>Writes a number; NaN and the infinities as the texts <c>NaN</c>, <c>Infinity</c>, <c>-Infinity</c>.</summary>
    /// <param name="writer">The request's writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteDoubleAllowNamed(RequestWriter writer, double value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (NameOf(value) is { } name)
        {
            writer.WriteStringValue(name);
        }
        else
        {
            writer.WriteDoubleValue(value);
        }
    }

    /// <summary>Writes a number; NaN and the infinities as the texts <c>NaN</c>, <c>Infinity</c>, <c>-Infinity</c>.</summary>
    /// <param name="writer">The request's writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteSingleAllowNamed(RequestWriter writer, float value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (NameOf(value) is { } name)
        {
            writer.WriteStringValue(name);
        }
        else
        {
            writer.WriteSingleValue(value);
        }
    }

    /// <summary>Writes a number as text, NaN and the infinities included.</summary>
    /// <param name="writer">The request's writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteDoubleAllowNamedAsText(RequestWriter writer, double value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (NameOf(value) is { } name)
        {
            writer.WriteStringValue(name);
            return;
        }

#if NET
        Span<byte> text = stackalloc byte[MaxNumberLength];
        _ = value.TryFormat(text, out int length, default, CultureInfo.InvariantCulture);
        writer.WriteSafeText(text.Slice(0, length));
#else
        // Only newer frameworks write the shortest text that round-trips. System.Text.Json falls back the same way.
        writer.WriteStringValue(value.ToString("G17", CultureInfo.InvariantCulture));
#endif
    }

    /// <summary>Writes a number as text, NaN and the infinities included.</summary>
    /// <param name="writer">The request's writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteSingleAllowNamedAsText(RequestWriter writer, float value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (NameOf(value) is { } name)
        {
            writer.WriteStringValue(name);
            return;
        }

#if NET
        Span<byte> text = stackalloc byte[MaxNumberLength];
        _ = value.TryFormat(text, out int length, default, CultureInfo.InvariantCulture);
        writer.WriteSafeText(text.Slice(0, length));
#else
        writer.WriteStringValue(value.ToString("G9", CultureInfo.InvariantCulture));
#endif
    }

    /// <summary>Formats a number as a dictionary key.</summary>
    /// <param name="value">The key.</param>
    /// <returns>Its text.</returns>
    /// <exception cref="ArgumentException">The key is NaN or infinite.</exception>
    public static string KeyOfDouble(double value) =>
        NameOf(value) is null ? value.ToString("R", CultureInfo.InvariantCulture) : throw NotAKey();

    /// <summary>Formats a number as a dictionary key.</summary>
    /// <param name="value">The key.</param>
    /// <returns>Its text.</returns>
    /// <exception cref="ArgumentException">The key is NaN or infinite.</exception>
    public static string KeyOfSingle(float value) =>
        // Round-trip form, which was not the default before .NET Core 3.0.
        NameOf(value) is null ? value.ToString("R", CultureInfo.InvariantCulture) : throw NotAKey();

    private static string? NameOf(double value) => value switch
    {
        double.NaN => "NaN",
        double.PositiveInfinity => "Infinity",
        double.NegativeInfinity => "-Infinity",
        _ => null,
    };

    private static ArgumentException NotANumber() =>
        new("An input is NaN or infinite, which JSON can't express. Pass a finite number, make the parameter nullable and pass null, or "
            + "put [JsonNumberHandling(AllowNamedFloatingPointLiterals)] on the property.");

    private static ArgumentException NotAKey() =>
        new("A dictionary key in an input is NaN or infinite, which isn't sent. Use finite numbers as keys.");
}
