using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FetchHive;

/// <summary>The kind of JSON that a type is read from, as far as <see cref="OutputWalk"/> needs it.</summary>
internal enum ShapeKind
{
    /// <summary>Not checked: any JSON, a date, a type with a user's converter.</summary>
    Opaque,
    Object,
    List,
    Dictionary,
    Text,
    Boolean,
    Integer,
    Real,
    Enum,
}

/// <summary>
/// What a type's JSON metadata says, in a form for checking outputs. It works for generated metadata and for a user's context.
/// </summary>
internal sealed class OutputShape
{
    private readonly Dictionary<string, OutputMemberShape>? _members;
    private readonly OutputMemberShape[] _inOrder = [];

    private OutputShape(Type type, ShapeKind kind, JsonTypeInfo? info)
    {
        Type = type;
        Kind = kind;
        Info = info;
        if (kind == ShapeKind.Object)
        {
            _members = MembersOf(info!, out bool hasExtensionData);
            _inOrder = new OutputMemberShape[_members.Count];
            foreach (OutputMemberShape member in _members.Values)
            {
                _inOrder[member.Index] = member;
            }

            HasExtensionData = hasExtensionData;
        }
        else if (kind == ShapeKind.Enum)
        {
            Names = new EnumNames(type, info!);
        }
        else if (kind is ShapeKind.List or ShapeKind.Dictionary)
        {
            ItemType = ItemTypes.Of(info!, out Type? key);
            KeyType = key;
        }
    }

    /// <summary>The type, without the <c>?</c> of a value type.</summary>
    public Type Type { get; }

    public ShapeKind Kind { get; }

    public JsonTypeInfo? Info { get; }

    /// <summary>The type that the items of a collection or the values of a dictionary are read as.</summary>
    public Type? ItemType { get; }

    public Type? KeyType { get; }

    public bool HasExtensionData { get; }

    public EnumNames? Names { get; }

    /// <summary>The number of members that can be read.</summary>
    public int MemberCount => _inOrder.Length;

    public static OutputShape Of(Type type, JsonSerializerOptions options)
    {
        Type bare = Nullable.GetUnderlyingType(type) ?? type;
        return options.TryGetTypeInfo(bare, out JsonTypeInfo? info)
            ? new OutputShape(bare, KindOf(info), info)
            : new OutputShape(bare, ShapeKind.Opaque, null);
    }

    public OutputMemberShape? Find(string name) =>
        _members is not null && _members.TryGetValue(name, out OutputMemberShape? member) ? member : null;

    /// <summary>Finds the member whose name the reader is at.</summary>
    /// <param name="reader">A reader at a name.</param>
    /// <param name="expected">The index of the member that probably comes next: most outputs keep the type's order.</param>
    /// <param name="name">The name; null if it isn't valid Unicode.</param>
    /// <returns>The member; null if the type has none of that name.</returns>
    public OutputMemberShape? Find(ref Utf8JsonReader reader, ref int expected, out string? name)
    {
        if (expected < _inOrder.Length && JsonSlice.NameIs(ref reader, _inOrder[expected].Utf8Name))
        {
            name = _inOrder[expected].Name;
            return _inOrder[expected++];
        }

        name = JsonSlice.OrNull(reader);
        OutputMemberShape? member = name is null ? null : Find(name);
        expected = member is null ? expected : member.Index + 1;
        return member;
    }

    private static ShapeKind KindOf(JsonTypeInfo info)
    {
        // A user's converter may read its JSON in any way. The same goes for references by $id and $ref.
        if (info.Converter.GetType().Assembly != typeof(JsonConverter).Assembly || info.Options.ReferenceHandler is not null)
        {
            return ShapeKind.Opaque;
        }

        return info.Kind switch
        {
            JsonTypeInfoKind.Object => ShapeKind.Object,
            JsonTypeInfoKind.Enumerable when ItemTypes.Of(info, out _) is not null => ShapeKind.List,
            JsonTypeInfoKind.Dictionary when ItemTypes.Of(info, out Type? key) is not null && key is not null => ShapeKind.Dictionary,
            JsonTypeInfoKind.None => ScalarKindOf(info.Type),
            _ => ShapeKind.Opaque,
        };
    }

    private static ShapeKind ScalarKindOf(Type type)
    {
        if (type.IsEnum)
        {
            return ShapeKind.Enum;
        }

        switch (Type.GetTypeCode(type))
        {
            case TypeCode.String:
                return ShapeKind.Text;
            case TypeCode.Boolean:
                return ShapeKind.Boolean;
            case TypeCode.Single or TypeCode.Double or TypeCode.Decimal:
                return ShapeKind.Real;
            case >= TypeCode.SByte and <= TypeCode.UInt64:
                return ShapeKind.Integer;
            default:
#if NETSTANDARD2_0
                return ShapeKind.Opaque;
#else
                return type == typeof(Int128) || type == typeof(UInt128) ? ShapeKind.Integer
                    : type == typeof(Half) ? ShapeKind.Real
                    : ShapeKind.Opaque;
#endif
        }
    }

    private static Dictionary<string, OutputMemberShape> MembersOf(JsonTypeInfo info, out bool hasExtensionData)
    {
        hasExtensionData = false;
        bool ignoresCase = info.Options.PropertyNameCaseInsensitive;
        Dictionary<string, OutputMemberShape> members = new(ignoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (JsonPropertyInfo property in info.Properties)
        {
            if (property.IsExtensionData)
            {
                hasExtensionData = true;
                continue;
            }

            // An ignored member has neither a getter nor a setter. A member that is set through a constructor's parameter has no setter.
            if (property.Set is not null || property.Get is not null)
            {
                members[property.Name] = new OutputMemberShape(
                    property.Name,
                    members.Count,
                    property.PropertyType,
                    property.CustomConverter is not null,
                    (property.AttributeProvider as ItemNullability)?.NonNullItems ?? 0);
            }
        }

        return members;
    }
}

/// <summary>A member of an object. Not a record: two members with equal values are still different.</summary>
internal sealed class OutputMemberShape(string name, int index, Type type, bool isOpaque, int nonNullItems)
{
    private readonly byte[] _utf8Name = Encoding.UTF8.GetBytes(name);

    public string Name => name;

    public ReadOnlySpan<byte> Utf8Name => _utf8Name;

    /// <summary>Its zero-based index among the members of its type.</summary>
    public int Index => index;

    public Type Type => type;

    /// <summary>Whether it has its own converter.</summary>
    public bool IsOpaque => isOpaque;

    /// <summary>See <see cref="ItemNullability"/>.</summary>
    public int NonNullItems => nonNullItems;
}
