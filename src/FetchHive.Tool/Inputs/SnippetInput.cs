using System;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FetchHive.Generators.Snippets;
using FetchHive.Tool.Terminals;

namespace FetchHive.Tool.Inputs;

/// <summary>An input of a snippet. It reads values, and says what is wrong with them.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">The kind of its sample; <see cref="SnippetKind.None"/> when the snippet doesn't say.</param>
/// <param name="IsOptional">Whether a call may leave it out.</param>
internal sealed record SnippetInput(string Name, SnippetKind Kind, bool IsOptional)
{
    private const int MaxShownLength = 40;

    /// <summary>Reads a value that is written as text: in a cell, or on the command line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isCell">Whether empty text is an empty cell, and so no value.</param>
    public InputValue ReadText(string text, bool isCell)
    {
        if (text.Length == 0 && (IsOptional || isCell || Kind != SnippetKind.Text))
        {
            return NoValue(isCell ? "the cell is empty" : "it is empty");
        }

        return Kind switch
        {
            SnippetKind.Text => InputValue.Of(JsonValue.Create(text)),
            SnippetKind.Boolean => ReadBoolean(text),
            SnippetKind.Number or SnippetKind.Array or SnippetKind.Object => ReadJson(text),
            _ => ReadAny(text),
        };
    }

    /// <summary>Reads a value that is already JSON.</summary>
    public InputValue ReadNode(JsonNode? node)
    {
        SnippetKind kind = node is null ? SnippetKind.Null : InputKinds.Of(node.GetValueKind());
        if (kind == SnippetKind.Null)
        {
            return NoValue("it is null");
        }

        return !InputKinds.IsKnown(Kind) || kind == Kind
            ? InputValue.Of(node!.DeepClone())
            : InputValue.Wrong($"it is {InputKinds.NameOf(kind)}, but the snippet has {InputKinds.NameOf(Kind)} there");
    }

    private InputValue NoValue(string what) => IsOptional
        ? InputValue.LeftOut
        : InputValue.Wrong($"{what}; give a value, or list '{Name}' in '# optional:' of the snippet if a call may leave it out");

    private static InputValue ReadBoolean(string text) => text.Trim().ToUpperInvariant() switch
    {
        "TRUE" => InputValue.Of(JsonValue.Create(true)),
        "FALSE" => InputValue.Of(JsonValue.Create(false)),
        _ => InputValue.Wrong($"'{Shorten(text)}' is neither true nor false"),
    };

    private InputValue ReadJson(string text)
    {
        JsonNode? node;
        try
        {
            node = JsonNode.Parse(text);
        }
        catch (JsonException exception)
        {
            return InputValue.Wrong(Kind == SnippetKind.Number
                ? $"'{Shorten(text)}' isn't a number; write it as 1200 or 3.5, without thousands separators"
                : $"'{Shorten(text)}' isn't JSON, but the snippet has {InputKinds.NameOf(Kind)} there, "
                    + $"such as {Example}; {Place(exception)}");
        }

        return node is not null && InputKinds.Of(node.GetValueKind()) == Kind
            ? InputValue.Of(node)
            : InputValue.Wrong($"'{Shorten(text)}' is not {InputKinds.NameOf(Kind)}, which the snippet has there, such as {Example}");
    }

    /// <summary>If the kind isn't known, JSON objects and arrays are read as JSON, and everything else as text.</summary>
    private static InputValue ReadAny(string text)
    {
        if (text.AsSpan().TrimStart() is ['[' or '{', ..])
        {
            try
            {
                return InputValue.Of(JsonNode.Parse(text));
            }
            catch (JsonException)
            {
                // It is text that begins with a bracket.
            }
        }

        return InputValue.Of(JsonValue.Create(text));
    }

    private string Example => Kind switch
    {
        SnippetKind.Array => """["a", "b"]""",
        SnippetKind.Object => """{"name": "a"}""",
        _ => "1200",
    };

    private static string Place(JsonException exception) => string.Create(
        CultureInfo.InvariantCulture, $"the error is in line {exception.LineNumber + 1} at byte {exception.BytePositionInLine + 1}");

    private static string Shorten(string text) => TerminalText.OneLine(text, MaxShownLength);
}

/// <summary>A value for an input, no value, or what is wrong with it.</summary>
/// <param name="Node">The value.</param>
/// <param name="Problem">What is wrong; <see langword="null"/> when nothing is.</param>
internal readonly record struct InputValue(JsonNode? Node, string? Problem)
{
    /// <summary>The input isn't sent.</summary>
    public static InputValue LeftOut => default;

    public static InputValue Of(JsonNode? node) => new(node, null);

    public static InputValue Wrong(string problem) => new(null, problem);
}
