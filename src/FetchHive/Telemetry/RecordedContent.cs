using System;

namespace FetchHive;

/// <summary>Inputs and outputs as spans record them if <see cref="FetchHiveOptions.EnableSensitiveData"/> is set.</summary>
internal static class RecordedContent
{
    private const int MaxLength = 8 * 1024;

    /// <summary>Only the <c>inputs</c> of a request: the callback URL may contain a secret.</summary>
    public static string? Inputs(ReadOnlySpan<byte> body, CallContext call) => Text(JsonSlice.Member(body, "inputs"u8), call);

    /// <summary>JSON of limited length, without the key.</summary>
    public static string? Text(ReadOnlySpan<byte> json, CallContext call)
    {
        if (json.IsEmpty)
        {
            return null;
        }

        // Redacted before the text is cut, because the cut could split a key.
        string text = call.Redact(Utf8.GetString(json.Slice(0, Math.Min(json.Length, MaxLength * 4))))!;
        return TextCut.Shortened(text, MaxLength);
    }
}
