using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FetchHive;

/// <summary>The names of an enum's members in JSON, and which values are members.</summary>
internal sealed class EnumNames
{
    private readonly Type _type;
    private readonly JsonTypeInfo _info;
    private readonly bool _isFlags;
    private readonly Lazy<Dictionary<string, string?>> _names;

    public EnumNames(Type type, JsonTypeInfo info)
    {
        _type = type;
        _info = info;
        _isFlags = type.IsDefined(typeof(FlagsAttribute), inherit: false);
        _names = new Lazy<Dictionary<string, string?>>(Collect);
    }

    /// <summary>Checks JSON that is a string or a number.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="isRead">Whether System.Text.Json reads it as the enum.</param>
    /// <returns>Null, or what is wrong with the value that was read.</returns>
    public string? Check(ReadOnlySpan<byte> json, out bool isRead)
    {
        object value;
        try
        {
            value = JsonSerializer.Deserialize(json, _info)!;
            isRead = true;
        }
        catch (JsonException)
        {
            isRead = false;
            return null;
        }

        // An undefined value is written as its number, a member by its name. For flags, 0 is the empty set, whether it has a name or not.
        string written = value.ToString()!;
        if ((written[0] == '-' || char.IsDigit(written[0])) && !(_isFlags && written == "0"))
        {
            return "the value there isn't one of its members";
        }

        bool hasComma = !_isFlags && json.IndexOf((byte)',') >= 0;
        return hasComma && JsonSlice.TryGetString(json, out string text) && !_names.Value.ContainsKey(text)
            ? "there are several of its members, and without [Flags] only one is allowed"
            : null;
    }

    /// <summary>The JSON of the value whose name differs only in case; null if there is none, or more than one.</summary>
    public byte[]? InAnotherCase(ReadOnlySpan<byte> json)
    {
        if (!JsonSlice.TryGetString(json, out string text))
        {
            return null;
        }

        string? exact = NameOf(text);
        if (exact is null && _isFlags)
        {
            string[] parts = text.Split(',');
            for (int i = 0; i < parts.Length; i++)
            {
                if (NameOf(parts[i].Trim()) is not { } name)
                {
                    return null;
                }

                parts[i] = name;
            }

            exact = string.Join(", ", parts);
        }

        return exact is null ? null : JsonSlice.EncodeString(exact);
    }

    private string? NameOf(string text) => _names.Value.TryGetValue(text, out string? name) ? name : null;

    // The converter reads what it writes: the member's name, or its alias.
    private Dictionary<string, string?> Collect()
    {
        Dictionary<string, string?> names = new(StringComparer.OrdinalIgnoreCase);
#if NETSTANDARD2_0
        foreach (object raw in Enum.GetValues(_type))
#else
        foreach (object raw in Enum.GetValuesAsUnderlyingType(_type))
#endif
        {
            byte[] json = JsonSerializer.SerializeToUtf8Bytes(Enum.ToObject(_type, raw), _info);
            if (JsonSlice.TryGetString(json, out string name))
            {
                names[name] = names.TryGetValue(name, out string? other) && other != name ? null : name;
            }
        }

        return names;
    }
}
