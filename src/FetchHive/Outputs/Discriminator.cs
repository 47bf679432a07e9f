using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FetchHive;

/// <summary>
/// The discriminator, which names the type of an object. System.Text.Json only reads it as the first member, but models order members
/// freely. (From version 9 on System.Text.Json can look for it, but the library supports version 8 too.)
/// </summary>
internal sealed class Discriminator
{
    private readonly int _objectStart;
    private readonly int _nameStart;
    private readonly int _end;
    private readonly int _endBefore;

    private Discriminator(Type? type, int objectStart, int nameStart, int end, int endBefore)
    {
        Type = type;
        _objectStart = objectStart;
        _nameStart = nameStart;
        _end = end;
        _endBefore = endBefore;
    }

    /// <summary>The type; null if the discriminator's value is unknown.</summary>
    public Type? Type { get; }

    /// <summary>Looks for the discriminator in the object at the reader.</summary>
    public static Discriminator? Find(Utf8JsonReader reader, JsonPolymorphismOptions derivations)
    {
        int objectStart = (int)reader.TokenStartIndex;
        int endBefore = (int)reader.BytesConsumed;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isIt = JsonSlice.OrNull(reader) == derivations.TypeDiscriminatorPropertyName;
            int nameStart = (int)reader.TokenStartIndex;
            reader.Read();
            if (isIt && reader.TokenType is JsonTokenType.String or JsonTokenType.Number)
            {
                return new Discriminator(TypeOf(reader, derivations), objectStart, nameStart, (int)reader.BytesConsumed, endBefore);
            }

            reader.Skip();
            endBefore = (int)reader.BytesConsumed;
        }

        return null;
    }

    /// <summary>The mistake in an object of an abstract type: its discriminator must name a derived type, and doesn't.</summary>
    public static OutputMistake NamesNoType(Type type, JsonPolymorphismOptions derivations, bool isThere)
    {
        string name = derivations.TypeDiscriminatorPropertyName;
        return new OutputMistake(
            TypeName.Of(type),
            isThere ? $"the object's '{name}' names none of its types" : $"the object has no '{name}', which says which of its types it is",
            $"Let the workflow's last step return '{name}' in each such object.");
    }

    /// <summary>Whether the reader is at the discriminator's name.</summary>
    public bool IsAt(in Utf8JsonReader reader) => reader.TokenStartIndex == _nameStart;

    /// <summary>Inserts the discriminator as the first member of its object.</summary>
    public void MoveToFront(ReadOnlySpan<byte> json, List<JsonEdit>? edits)
    {
        if (!IsFirst)
        {
            edits?.Add(new JsonEdit(_objectStart + 1, 0, [.. json.Slice(_nameStart, _end - _nameStart), (byte)',']));
        }
    }

    /// <summary>Removes the discriminator from its old place, with the comma before it.</summary>
    public void TakeAway(List<JsonEdit>? edits)
    {
        if (!IsFirst)
        {
            edits?.Add(new JsonEdit(_endBefore, _end - _endBefore, []));
        }
    }

    private bool IsFirst => _endBefore == _objectStart + 1;

    private static Type? TypeOf(Utf8JsonReader reader, JsonPolymorphismOptions derivations)
    {
        foreach (JsonDerivedType derived in derivations.DerivedTypes)
        {
            bool isText = reader.TokenType == JsonTokenType.String
                && derived.TypeDiscriminator is string text
                && JsonSlice.OrNull(reader) == text;
            bool isNumber = reader.TokenType == JsonTokenType.Number && derived.TypeDiscriminator is int number
                && reader.TryGetInt32(out int value) && value == number;
            if (isText || isNumber)
            {
                return derived.DerivedType;
            }
        }

        return null;
    }
}
