using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;

namespace FetchHive;

/// <summary>
/// Walks an output alongside its type. It finds values that System.Text.Json silently accepts but shouldn't. It also collects edits for
/// values that System.Text.Json refuses although they can only mean one thing.
/// </summary>
internal ref partial struct OutputWalk
{
    private readonly ReadOnlySpan<byte> _json;
    private readonly OutputShapes _shapes;
    private readonly List<JsonEdit>? _edits;
    private Utf8JsonReader _reader;

    private OutputWalk(ReadOnlySpan<byte> json, OutputShapes shapes, List<JsonEdit>? edits)
    {
        _json = json;
        _shapes = shapes;
        _edits = edits;
        JsonSerializerOptions options = shapes.Options;
        _reader = new Utf8JsonReader(json, new JsonReaderOptions
        {
            AllowTrailingCommas = options.AllowTrailingCommas,
            CommentHandling = options.ReadCommentHandling,
            MaxDepth = options.MaxDepth,
        });
    }

    /// <summary>Checks JSON that System.Text.Json has read.</summary>
    /// <returns>Null, or the first thing that shouldn't have been read.</returns>
    public static OutputMistake? Check(ReadOnlySpan<byte> json, OutputShapes shapes, Type type, int nonNullItems)
    {
        OutputWalk walk = new(json, shapes, edits: null);
        walk._reader.Read();
        return walk.Value(shapes.Of(type), nonNullItems);
    }

    /// <summary>Corrects JSON that System.Text.Json has refused.</summary>
    /// <returns>The same JSON with values that fit their types; null if there is nothing to change.</returns>
    public static byte[]? Adapt(ReadOnlySpan<byte> json, OutputShapes shapes, Type type, out OutputMistake? mistake)
    {
        List<JsonEdit> edits = [];
        mistake = null;
        try
        {
            OutputWalk walk = new(json, shapes, edits);
            walk._reader.Read();
            mistake = walk.Value(shapes.Of(type), nonNullItems: 0);
            return mistake is null && edits.Count > 0 ? JsonEdit.Apply(json, edits) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private OutputMistake? Value(OutputShape shape, int nonNullItems)
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject when shape.Kind == ShapeKind.Object:
                return Object(shape);
            case JsonTokenType.StartObject when shape.Kind == ShapeKind.Dictionary:
                return Dictionary(shape, nonNullItems);
            case JsonTokenType.StartArray when shape.Kind == ShapeKind.List:
                return List(shape, nonNullItems);
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                _reader.Skip();
                return null;
            case JsonTokenType.Number:
                return Number(shape);
            case JsonTokenType.String:
                return String(shape);
            default:
                return null;
        }
    }

    private OutputMistake? Object(OutputShape shape)
    {
        Discriminator? discriminator = null;
        if (shape.Info!.PolymorphismOptions is { } derivations)
        {
            discriminator = Discriminator.Find(_reader, derivations);
            if (discriminator?.Type is null && shape.Type.IsAbstract)
            {
                return Discriminator.NamesNoType(shape.Type, derivations, isThere: discriminator is not null);
            }

            shape = discriminator?.Type is { } derived ? _shapes.Of(derived) : shape;
            discriminator?.MoveToFront(_json, _edits);
        }

        BitArray? seen = null;
        bool hasOthers = false;
        int expected = 0;
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            OutputMemberShape? member = shape.Find(ref _reader, ref expected, out string? name);
            if (discriminator?.IsAt(_reader) == true)
            {
                discriminator.TakeAway(_edits);
            }

            _reader.Read();
            if (member is null)
            {
                hasOthers = true;
                _reader.Skip();
                continue;
            }

            seen ??= new BitArray(shape.MemberCount);
            if (seen[member.Index])
            {
                return new OutputMistake(
                    TypeName.Of(member.Type),
                    "its name appears twice, so choosing one of the values would be a guess",
                    "Let the workflow's last step return each name once.").In(Segment(name!));
            }

            seen[member.Index] = true;
            OutputMistake? mistake = null;
            if (member.IsOpaque)
            {
                _reader.Skip();
            }
            else
            {
                mistake = Value(_shapes.Of(member.Type), member.NonNullItems);
            }

            if (mistake is not null)
            {
                return mistake.In(Segment(name!));
            }
        }

        return seen is null && hasOthers && shape.MemberCount > 0 && !shape.HasExtensionData && discriminator is null
            ? new OutputMistake(
                TypeName.Of(shape.Type),
                "the object there has none of the type's names",
                "Look at OutputText: it may be an error, or its names may need another Naming or a [JsonPropertyName].")
            : null;
    }

    private OutputMistake? Dictionary(OutputShape shape, int nonNullItems)
    {
        OutputShape keys = _shapes.Of(shape.KeyType!);
        OutputShape values = _shapes.Of(shape.ItemType!);
        HashSet<object> seen = [];
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            string name = JsonSlice.OrNull(_reader) ?? string.Empty;
            if (keys.Kind == ShapeKind.Enum && Enum(keys) is { } wrongKey)
            {
                return wrongKey.In(Segment(name));
            }

            if (!seen.Add(Key(keys, name)))
            {
                return new OutputMistake(
                    TypeName.Of(shape.ItemType!),
                    "its key appears twice, so choosing one of the values would be a guess",
                    "Let the workflow's last step return each key once.").In(Segment(name));
            }

            _reader.Read();
            if ((Null(shape, nonNullItems) ?? Value(values, nonNullItems >> 1)) is { } mistake)
            {
                return mistake.In(Segment(name));
            }
        }

        return null;
    }

    private OutputMistake? List(OutputShape shape, int nonNullItems)
    {
        OutputShape items = _shapes.Of(shape.ItemType!);
        int index = 0;
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            if ((Null(shape, nonNullItems) ?? Value(items, nonNullItems >> 1)) is { } mistake)
            {
                return mistake.In($"[{index.ToString(CultureInfo.InvariantCulture)}]");
            }

            index++;
        }

        return null;
    }

    private readonly OutputMistake? Null(OutputShape collection, int nonNullItems) =>
        _reader.TokenType == JsonTokenType.Null && (nonNullItems & 1) != 0
            ? new OutputMistake(
                TypeName.Of(collection.ItemType!),
                "there is null",
                "Make the collection's items nullable if null is allowed among them, or change the workflow's last step.")
            : null;

    // Two spellings of a key ("1" and "01", or an enum's name in two cases) are the same key.
    private readonly object Key(OutputShape keys, string name)
    {
        if (keys.Kind is ShapeKind.Text or ShapeKind.Opaque)
        {
            return name;
        }

        try
        {
            return JsonSerializer.Deserialize(Token(), keys.Info!) ?? name;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return name;
        }
    }

    private static string Segment(string name)
    {
        foreach (char c in name)
        {
            if (!char.IsLetterOrDigit(c) && c != '_')
            {
                return $"['{name}']";
            }
        }

        return "." + name;
    }
}
