using System;
using System.Text.Json;

namespace FetchHive;

/// <summary>
/// The fields of an error: <c>message</c>, <c>error</c> (an alias, or the only field), <c>error_code</c>, and <c>code</c>, its older alias
/// (Fetch Hive docs, <c>api-reference/error-codes</c>).
/// </summary>
internal static class ServiceError
{
    public static string? Message(in Envelope envelope) =>
        Text(envelope.Message) ?? Text(envelope.Error) ?? Inside(envelope.Error, "message"u8) ?? Inside(envelope.Error, "error"u8);

    public static string? Code(in Envelope envelope) =>
        Text(envelope.ErrorCode) ?? Text(envelope.Code) ?? Inside(envelope.Error, "error_code"u8) ?? Inside(envelope.Error, "code"u8);

    /// <summary>Whether either code is that of the daily cap: trying again is useless, whatever else the response says.</summary>
    public static bool IsDailyCap(in Envelope envelope) =>
        Text(envelope.ErrorCode) == FetchHiveErrorCodes.ApiRateLimitExceeded
        || Text(envelope.Code) == FetchHiveErrorCodes.ApiRateLimitExceeded
        || Code(envelope) == FetchHiveErrorCodes.ApiRateLimitExceeded;

    private static string? Text(ReadOnlySpan<byte> json) => JsonSlice.TryGetString(json, out string text) && text.Length > 0 ? text : null;

    // `error` as an object isn't documented. Other services do it, and reading it costs little.
    private static string? Inside(ReadOnlySpan<byte> json, ReadOnlySpan<byte> name)
    {
        if (json.IsEmpty || json[0] != (byte)'{')
        {
            return null;
        }

        // The depth limit of the envelope, which was already read. So this can't throw.
        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = Envelope.MaxDepth });
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isIt = JsonSlice.NameIs(ref reader, name);
            reader.Read();
            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (isIt)
            {
                return Text(json.Slice(start, (int)reader.BytesConsumed - start));
            }
        }

        return null;
    }
}
