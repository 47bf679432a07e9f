using System.Collections.Generic;

namespace FetchHive.Generators.Declaring;

/// <summary>A C# type as it is written.</summary>
/// <param name="Text">The type, without its own question mark.</param>
/// <param name="IsValueType">Whether it is a struct.</param>
/// <param name="IsNullable">Whether its value can be null.</param>
internal readonly record struct TypeText(string Text, bool IsValueType, bool IsNullable = false)
{
    public static TypeText Value(string text) => new(text, IsValueType: true);

    public static TypeText Reference(string text) => new(text, IsValueType: false);

    /// <summary>The type with its question mark.</summary>
    /// <param name="hasNullable">Whether nullable annotations are on.</param>
    public string Written(bool hasNullable) => IsNullable && (IsValueType || hasNullable) ? Text + "?" : Text;
}

/// <summary>A record that is declared beside the interface.</summary>
/// <param name="Name">The record's name.</param>
/// <param name="Summary">The content of its doc comment, as XML.</param>
/// <param name="Properties">Its properties in the order in which they are sent.</param>
internal sealed record DeclaredRecord(string Name, string Summary, IReadOnlyList<DeclaredProperty> Properties);

/// <summary>A property of such a record.</summary>
/// <param name="Name">Its name, not yet escaped.</param>
/// <param name="Type">Its type.</param>
/// <param name="JsonName">The JSON name if the naming rule doesn't map to it; otherwise <see langword="null"/>.</param>
/// <param name="IsLeftOut">Whether the property isn't sent when it is null.</param>
internal sealed record DeclaredProperty(string Name, TypeText Type, string? JsonName, bool IsLeftOut);
