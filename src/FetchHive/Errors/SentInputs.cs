using System;
using System.Collections.Generic;
using System.Text.Json;

namespace FetchHive;

/// <summary>The names of a request's inputs, for the message of a refusal. Never their values.</summary>
internal static class SentInputs
{
    private const int MaxInputs = 50;

    /// <summary>A sentence with the names, in the order in which they were sent.</summary>
    public static string Describe(ReadOnlySpan<byte> body)
    {
        List<string> names = [];
        Utf8JsonReader reader = new(body, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = int.MaxValue }));
        bool isInside = false;
        while (names.Count <= MaxInputs && reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == 1 && isInside)
            {
                break;
            }

            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            if (reader.CurrentDepth == 1)
            {
                isInside = JsonSlice.NameIs(ref reader, "inputs"u8);
            }
            else if (reader.CurrentDepth == 2 && isInside)
            {
                names.Add(names.Count < MaxInputs ? OutsideText.Quote(reader.GetString()!) : "…");
            }
        }

        return names.Count == 0 ? " No inputs were sent." : $" The inputs that were sent: {string.Join(", ", names)}.";
    }
}
