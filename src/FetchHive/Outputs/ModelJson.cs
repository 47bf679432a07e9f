using System;
using System.IO;

namespace FetchHive;

/// <summary>The result of looking for JSON in a text.</summary>
internal enum ModelJsonResult
{
    /// <summary>Exactly one value, of the kind that was looked for.</summary>
    Found,

    /// <summary>No value of that kind.</summary>
    None,

    /// <summary>More than one value, so choosing one would be a guess.</summary>
    Several,

    /// <summary>More than one code fence.</summary>
    SeveralFences,

    /// <summary>The text ends inside the value.</summary>
    CutOff,

    /// <summary>The value begins like JSON but isn't JSON.</summary>
    Broken,
}

/// <summary>
/// Finds the one JSON value in a model's text. Everything outside brackets is prose. The time is linear in the text's length: a bracket
/// that doesn't begin JSON is skipped together with everything that was read after it.
/// </summary>
internal static class ModelJson
{
    /// <summary>Finds the value.</summary>
    /// <param name="text">The text.</param>
    /// <param name="opening">The bracket that the value begins with.</param>
    /// <param name="maxDepth">The maximum number of open brackets.</param>
    /// <param name="json">The value as strict JSON; empty if it isn't found.</param>
    public static ModelJsonResult Find(ReadOnlySpan<byte> text, byte opening, int maxDepth, out byte[] json)
    {
        json = [];
        if (!ModelText.TrySkipThinking(ref text))
        {
            return ModelJsonResult.CutOff;
        }

        using MemoryStream written = new();
        byte[] candidate = [];
        int found = 0;
        int fences = 0;
        int others = 0;
        int at = 0;
        while (at < text.Length)
        {
            byte next = text[at];
            if (next is (byte)'`' or (byte)'~')
            {
                int length = ModelText.RunLength(text.Slice(at));
                fences += length >= 3 ? 1 : 0;
                at += length;
                continue;
            }

            if (next is not ((byte)'{' or (byte)'['))
            {
                at++;
                continue;
            }

            written.SetLength(0);
            TolerantJson value = new(text, at, written, maxDepth, numbersCount: opening == (byte)'[');
            if (value.TryRead())
            {
                // If an object is looked for, an array without an object is a reference, such as "[1]".
                if (next == opening)
                {
                    found++;
                    candidate = written.ToArray();
                }
                else if (value.HasObject)
                {
                    others++;
                }

                if (found + others > 1)
                {
                    return ModelJsonResult.Several;
                }
            }
            else if (value.IsAtEnd)
            {
                return ModelJsonResult.CutOff;
            }
            else if (value.LooksLikeJson)
            {
                return ModelJsonResult.Broken;
            }

            at = Math.Max(at + 1, value.At);
        }

        // A fence has two ends. The second is missing if the model ran out of tokens after the JSON.
        if (fences > 2)
        {
            return ModelJsonResult.SeveralFences;
        }

        json = candidate;
        return found == 1 ? ModelJsonResult.Found : ModelJsonResult.None;
    }

    /// <summary>The result, described for a message.</summary>
    public static string Describe(ModelJsonResult result, byte opening)
    {
        string kind = opening == (byte)'{' ? "object" : "array";
        return result switch
        {
            ModelJsonResult.Several => "there is more than one JSON value in it, so which is the output would be a guess",
            ModelJsonResult.SeveralFences => "there is more than one code fence in it, so which is the output would be a guess",
            ModelJsonResult.CutOff => "it stops before its JSON ends",
            ModelJsonResult.Broken => "part of it begins like JSON and isn't JSON",
            _ => $"there is no JSON {kind} in it",
        };
    }
}
