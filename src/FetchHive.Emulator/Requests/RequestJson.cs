using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace FetchHive.Emulator.Requests;

/// <summary>Reads a body strictly: anything that two JSON readers could understand differently is refused.</summary>
internal static class RequestJson
{
    private const int MaxDepth = 64;

    /// <summary>The object in <paramref name="body"/>, or null and a sentence that says what is wrong.</summary>
    public static JsonObject? Parse(ReadOnlyMemory<byte> body, out string? problem)
    {
        if (body.IsEmpty)
        {
            problem = "The request body is empty; it must be a JSON object.";
            return null;
        }

        if (!Utf8.IsValid(body.Span))
        {
            problem = "The request body is not valid UTF-8.";
            return null;
        }

        try
        {
            problem = FindDuplicate(body.Span);
            if (problem is null
                && JsonNode.Parse(body.Span, documentOptions: new JsonDocumentOptions { MaxDepth = MaxDepth }) is JsonObject json)
            {
                return json;
            }

            problem ??= "The request body must be a JSON object.";
        }
        catch (JsonException exception)
        {
            problem = "The request body is not valid JSON: " + exception.Message;
        }
        catch (InvalidOperationException)
        {
            // The reader throws this for an escaped half of a surrogate pair.
            problem = "The request body is not valid JSON: an escape sequence is not a valid character.";
        }

        return null;
    }

    /// <summary>The text of a property, or null when there is no such property or it isn't a string.</summary>
    public static string? TextOf(this JsonObject? json, string name) =>
        json is not null
            && json.TryGetPropertyValue(name, out JsonNode? value)
            && value is { } node
            && node.GetValueKind() == JsonValueKind.String
            ? node.GetValue<string>()
            : null;

    /// <summary>
    /// Finds the first property that an object has twice. It also reads all strings: JSON nodes decode theirs lazily, so a bad escape would
    /// only be found on access to the value.
    /// </summary>
    private static string? FindDuplicate(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = MaxDepth });
        var open = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    open.Push(new HashSet<string>(StringComparer.Ordinal));
                    break;
                case JsonTokenType.EndObject:
                    open.Pop();
                    break;
                case JsonTokenType.PropertyName when reader.GetString()! is var name && !open.Peek().Add(name):
                    return $"The request body is not valid JSON: one object has the property '{name}' twice.";
                case JsonTokenType.String when reader.ValueIsEscaped:
                    _ = reader.GetString();
                    break;
                default:
                    break;
            }
        }

        return null;
    }
}
