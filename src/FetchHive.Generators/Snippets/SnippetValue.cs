using System;
using System.Collections.Generic;

namespace FetchHive.Generators.Snippets;

/// <summary>A JSON value of a snippet or an output sample.</summary>
internal sealed class SnippetValue
{
    private readonly string _json;
    private readonly int _start;
    private readonly int _length;

    /// <summary>Creates a value.</summary>
    /// <param name="json">The text that contains the value, as the shell would pass it to curl.</param>
    /// <param name="start">The index of the value's first character in the text.</param>
    /// <param name="length">The value's length in the text.</param>
    public SnippetValue(string json, int start, int length)
    {
        _json = json;
        _start = start;
        _length = length;
    }

    public required SnippetKind Kind { get; init; }

    /// <summary>The value's position in the file.</summary>
    public required SnippetSpan Span { get; init; }

    /// <summary>The characters of a JSON string; a number, <c>true</c> or <c>false</c> as written; empty for all other values.</summary>
    public string Text { get; init; } = "";

    /// <summary>The properties of an object, in the text's order. Each name occurs once.</summary>
    public IReadOnlyList<SnippetProperty> Properties { get; init; } = Array.Empty<SnippetProperty>();

    /// <summary>The elements of an array.</summary>
    public IReadOnlyList<SnippetValue> Items { get; init; } = Array.Empty<SnippetValue>();

    /// <summary>The value's JSON as it is sent, including white space.</summary>
    public string Json => _json.Substring(_start, _length);

    /// <summary>The property of an object; <see langword="null"/> if the object doesn't have it, or the value isn't an object.</summary>
    public SnippetProperty? Find(string name)
    {
        foreach (SnippetProperty property in Properties)
        {
            if (property.Name == name)
            {
                return property;
            }
        }

        return null;
    }
}

/// <summary>A property of an object.</summary>
/// <param name="Name">The property's name, without quotes and escapes.</param>
/// <param name="NameSpan">The position of the name in the file, including its quotes.</param>
/// <param name="Value">Its value.</param>
internal sealed record SnippetProperty(string Name, SnippetSpan NameSpan, SnippetValue Value);

/// <summary>The kinds of JSON values. They are flags, because the values in one place may be of several kinds.</summary>
[Flags]
internal enum SnippetKind
{
    None = 0,
    Null = 1,
    Text = 2,
    Number = 4,
    Boolean = 8,
    Array = 16,
    Object = 32,
}
