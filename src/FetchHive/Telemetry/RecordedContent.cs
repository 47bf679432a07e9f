using System;

namespace FetchHive;

/// <summary>Inputs and outputs as spans record them if <see cref="FetchHiveOptions.EnableSensitiveData"/> is set.</summary>
internal static class RecordedContent
{
    private const int MaxLength = 8 * 1024;

    /// <summary>Only the <c>inputs</c> of a request: the callback URL may hold a secret.</summary>
    public static string? Inputs(ReadOnlySpan<byte> body, CallContext call) => Text(JsonSlice.Member(body, "inputs"u8), call);

    /// <summary>A bounded piece of JSON, without the key.</summary>
    public static string? Text(ReadOnlySpan<byte> json, CallContext call)
    {
        if (json.IsEmpty)
        {
            return null;
        }

        // Redacted before the cut, as far as a key could reach over the cut.
        string text = call.Redact(Utf8.GetString(json.Slice(0, Math.Min(json.Length, MaxLength * 4))))!;
        if (text.Length <= MaxLength)
        {
            return text;
        }

        text = text.Substring(0, char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength);
        return text + "…";
    }
}
