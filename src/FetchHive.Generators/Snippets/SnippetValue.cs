using System;
using System.Collections.Generic;

namespace FetchHive.Generators.Snippets;

/// <summary>A JSON value of a snippet or an output sample.</summary>
internal sealed class SnippetValue
{
    private readonly string _json;
    private readonly int _start;
    private readonly int _length;

    /// <summary>Makes a value.</summary>
    /// <param name="json">The text that the value is a part of, as the shell would hand it to curl.</param>
    /// <param name="start">Where in it the value begins.</param>
    /// <param name="length">The value's length in it.</param>
    public SnippetValue(string json, int start, int length)
    {
        _json = json;
        _start = start;
        _length = length;
    }

    public required SnippetKind Kind { get; init; }

    /// <summary>Where the value stands in the file.</summary>
    public required SnippetSpan Span { get; init; }

    /// <summary>A text's characters; a number, <c>true</c> or <c>false</c> as written; empty for all else.</summary>
    public string Text { get; init; } = "";

    /// <summary>An object's properties in their order, each name once.</summary>
    public IReadOnlyList<SnippetProperty> Properties { get; init; } = Array.Empty<SnippetProperty>();

    /// <summary>An array's elements.</summary>
    public IReadOnlyList<SnippetValue> Items { get; init; } = Array.Empty<SnippetValue>();

    /// <summary>The value's JSON as it is sent, white space between its parts included.</summary>
    public string Json => _json.Substring(_start, _length);

    /// <summary>The property of an object; <see langword="null"/> when it isn't there, and for every other kind of value.</summary>
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
/// <param name="Name">Its name, without quotes and escapes.</param>
/// <param name="NameSpan">Where the name stands in the file, with its quotes.</param>
/// <param name="Value">Its value.</param>
internal sealed record SnippetProperty(string Name, SnippetSpan NameSpan, SnippetValue Value);

/// <summary>The kinds of JSON values. Flags, for places where several were seen.</summary>
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
