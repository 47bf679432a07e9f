using System;
using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;
using FetchHive.CodeGeneration;

namespace FetchHive;

/// <summary>
/// One metadata value: a string, a number, a boolean or null. Only those convert to it implicitly. An array or a nested object, which the
/// service rejects before the run starts (Fetch Hive docs, <c>api-reference/invoke-workflow</c>), doesn't compile.
/// </summary>
/// <remarks>
/// <c>default</c> is null. Two values are equal if they are sent as the same JSON and come from the same family of types: text (ordinal),
/// whole numbers, <see cref="float"/>, <see cref="double"/>, <see cref="decimal"/>, booleans, null. So <c>1</c> equals <c>1L</c>, and
/// <c>1</c> does not equal <c>1.0</c>.
/// </remarks>
public readonly struct MetadataValue : IEquatable<MetadataValue>
{
    private readonly string? _text;
    private readonly Number _number;
    private readonly Kind _kind;

    private MetadataValue(Kind kind, Number number, string? text = null)
    {
        _kind = kind;
        _number = number;
        _text = text;
    }

    private enum Kind : byte
    {
        Null,
        Text,
        Boolean,
        Integer,
        Unsigned,
        Single,
        Double,
        Decimal,
    }

    /// <summary>Whether two values are equal.</summary>
    public static bool operator ==(MetadataValue left, MetadataValue right) => left.Equals(right);

    /// <summary>Whether two values differ.</summary>
    public static bool operator !=(MetadataValue left, MetadataValue right) => !left.Equals(right);

    /// <summary>A string; <see langword="null"/> is sent as null.</summary>
    public static implicit operator MetadataValue(string? value) => value is null ? default : new(Kind.Text, default, value);

    /// <summary>A boolean.</summary>
    public static implicit operator MetadataValue(bool value) => new(Kind.Boolean, new Number { Integer = value ? 1 : 0 });

    /// <summary>A whole number.</summary>
    public static implicit operator MetadataValue(sbyte value) => (long)value;

    /// <summary>A whole number.</summary>
    public static implicit operator MetadataValue(byte value) => (long)value;

    /// <summary>A whole number.</summary>
    public static implicit operator MetadataValue(short value) => (long)value;

    /// <summary>A whole number.</summary>
    public static implicit operator MetadataValue(ushort value) => (long)value;

    /// <summary>A whole number.</summary>
    public static implicit operator MetadataValue(int value) => (long)value;

    /// <summary>A whole number.</summary>
    public static implicit operator MetadataValue(uint value) => (long)value;

    /// <summary>A whole number.</summary>
    public static implicit operator MetadataValue(long value) => new(Kind.Integer, new Number { Integer = value });

    /// <summary>A whole number.</summary>
    public static implicit operator MetadataValue(ulong value) =>
        new(value <= long.MaxValue ? Kind.Integer : Kind.Unsigned, new Number { Integer = unchecked((long)value) });

    /// <summary>A number; NaN and the infinities have no JSON form and throw when the request is built.</summary>
    public static implicit operator MetadataValue(float value) => new(Kind.Single, new Number { Single = value });

    /// <summary>A number; NaN and the infinities have no JSON form and throw when the request is built.</summary>
    public static implicit operator MetadataValue(double value) => new(Kind.Double, new Number { Double = value });

    /// <summary>A number.</summary>
    public static implicit operator MetadataValue(decimal value) => new(Kind.Decimal, new Number { Decimal = value });

    /// <summary>For generated code: writes the value. Don't use it in your own code.</summary>
    /// <param name="writer">The request's writer, after a property name.</param>
    /// <exception cref="ArgumentException">The value is NaN or infinite.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteTo(RequestWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        switch (_kind)
        {
            case Kind.Text:
                writer.WriteStringValue(_text);
                break;
            case Kind.Boolean:
                writer.WriteBooleanValue(_number.Integer != 0);
                break;
            case Kind.Integer:
                writer.WriteInt64Value(_number.Integer);
                break;
            case Kind.Unsigned:
                writer.WriteUInt64Value(unchecked((ulong)_number.Integer));
                break;
            case Kind.Single:
                ThrowIfNotFinite(_number.Single);
                writer.WriteSingleValue(_number.Single);
                break;
            case Kind.Double:
                ThrowIfNotFinite(_number.Double);
                writer.WriteDoubleValue(_number.Double);
                break;
            case Kind.Decimal:
                writer.WriteDecimalValue(_number.Decimal);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    /// <inheritdoc/>
    public bool Equals(MetadataValue other) => _kind == other._kind && _kind switch
    {
        Kind.Null => true,
        Kind.Text => string.Equals(_text, other._text, StringComparison.Ordinal),
        Kind.Single => _number.Single.Equals(other._number.Single),
        Kind.Double => _number.Double.Equals(other._number.Double),
        Kind.Decimal => _number.Decimal == other._number.Decimal,
        _ => _number.Integer == other._number.Integer,
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is MetadataValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _kind switch
    {
        Kind.Null => 0,
        Kind.Text => StringComparer.Ordinal.GetHashCode(_text!),
        Kind.Single => _number.Single.GetHashCode(),
        Kind.Double => _number.Double.GetHashCode(),
        Kind.Decimal => _number.Decimal.GetHashCode(),
        _ => _number.Integer.GetHashCode(),
    };

    /// <summary>The value as invariant text; <c>null</c> for null.</summary>
    public override string ToString() => _kind switch
    {
        Kind.Null => "null",
        Kind.Text => _text!,
        Kind.Boolean => _number.Integer != 0 ? "true" : "false",
        Kind.Integer => _number.Integer.ToString(CultureInfo.InvariantCulture),
        Kind.Unsigned => unchecked((ulong)_number.Integer).ToString(CultureInfo.InvariantCulture),
        Kind.Single => _number.Single.ToString(CultureInfo.InvariantCulture),
        Kind.Double => _number.Double.ToString(CultureInfo.InvariantCulture),
        _ => _number.Decimal.ToString(CultureInfo.InvariantCulture),
    };

    private static void ThrowIfNotFinite(double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            throw new ArgumentException("A metadata value is NaN or infinite, which JSON can't express. Send null, or the value as text.");
        }
    }

    // A value has at most one number, so the numbers share their bytes. The struct takes 32 bytes, and nothing is boxed.
    [StructLayout(LayoutKind.Explicit)]
    private struct Number
    {
        [FieldOffset(0)]
        public long Integer;

        [FieldOffset(0)]
        public float Single;

        [FieldOffset(0)]
        public double Double;

        [FieldOffset(0)]
        public decimal Decimal;
    }
}
