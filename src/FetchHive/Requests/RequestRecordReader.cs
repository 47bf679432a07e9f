using System;
using System.Globalization;
using System.Text.Json;

namespace FetchHive;

/// <summary>
/// Reads a request's record. The record only has to be an object. A field that is missing, null or of another kind is left out; it is still
/// in the whole record.
/// </summary>
internal static class RequestRecordReader
{
    private const string IdPath = "$.request_id";

    public static RequestRecord Read(ReadOnlySpan<byte> body, string mediaType, string requestId, CallContext call)
    {
        body = Utf8.WithoutMark(body);
        JsonException? cause = null;
        string? failure = Utf8.IsValid(body) ? Envelope.TryRead(body, out Envelope _, out cause) : "it is not valid UTF-8";
        if (failure is not null)
        {
            throw ResponseFailures.Broken(
                call,
                "$",
                "a JSON object",
                failure,
                $"Its content type is {OutsideText.Quote(mediaType)}. Check that FetchHiveOptions.BaseAddress is where the API is, and "
                    + "that no proxy answers in its place.",
                new KnownRun(requestId),
                cause);
        }

        Fields fields = Fields.Of(body);
        CheckId(fields.RequestId, requestId, call);
        string? status = Text(fields.Status);
        return new RequestRecord(requestId)
        {
            Status = string.IsNullOrEmpty(status) ? null : new RunStatus(status!),
            RequestType = Text(fields.RequestType),
            RequestableType = Text(fields.RequestableType),
            RequestableId = Text(fields.RequestableId),
            Message = Text(fields.Message),
            GeneratedAt = Time(fields.GeneratedAt),
            StartedAt = Time(fields.StartedAt),
            EndedAt = Time(fields.EndedAt),
            Metadata = Value(fields.Metadata),
            UserMetadata = Value(fields.UserMetadata),
            Data = Value(fields.Data),
            Json = Parse(body),
        };
    }

    // A record of another request could be somebody else's.
    private static void CheckId(ReadOnlySpan<byte> raw, string requestId, CallContext call)
    {
        if (Text(raw) is { } id && id != requestId)
        {
            throw ResponseFailures.Broken(
                call,
                IdPath,
                "the id that was asked for",
                $"there is '{call.Quote(id)}'",
                "Check that FetchHiveOptions.BaseAddress is where the API is, and that no cache answers in its place.",
                new KnownRun(requestId),
                cause: null);
        }
    }

    private static JsonElement? Value(ReadOnlySpan<byte> raw) => raw.IsEmpty || JsonSlice.IsNull(raw) ? null : Parse(raw);

    private static JsonElement Parse(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = Envelope.MaxDepth });
        return JsonElement.ParseValue(ref reader);
    }

    // An id may be a number.
    private static string? Text(ReadOnlySpan<byte> raw) => JsonSlice.TryGetString(raw, out string text)
        ? text
        : !raw.IsEmpty && raw[0] is (byte)'-' or (>= (byte)'0' and <= (byte)'9') ? Utf8.GetString(raw) : null;

    // ISO 8601, and Ruby's default format for times.
    private static DateTimeOffset? Time(ReadOnlySpan<byte> raw)
    {
        const string RubyZone = " UTC";
        if (!JsonSlice.TryGetString(raw, out string text))
        {
            return null;
        }

        if (text.EndsWith(RubyZone, StringComparison.Ordinal))
        {
            text = $"{text.Remove(text.Length - RubyZone.Length)}Z";
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : null;
    }

    /// <summary>The fields as raw slices. If a field occurs twice, the last one counts.</summary>
    private ref struct Fields
    {
        public ReadOnlySpan<byte> RequestId;
        public ReadOnlySpan<byte> Status;
        public ReadOnlySpan<byte> RequestType;
        public ReadOnlySpan<byte> RequestableType;
        public ReadOnlySpan<byte> RequestableId;
        public ReadOnlySpan<byte> Message;
        public ReadOnlySpan<byte> GeneratedAt;
        public ReadOnlySpan<byte> StartedAt;
        public ReadOnlySpan<byte> EndedAt;
        public ReadOnlySpan<byte> Metadata;
        public ReadOnlySpan<byte> UserMetadata;
        public ReadOnlySpan<byte> Data;

        /// <summary>Reads an object that is known to be well-formed.</summary>
        public static Fields Of(ReadOnlySpan<byte> body)
        {
            Fields fields = default;
            Utf8JsonReader reader = new(body, new JsonReaderOptions { MaxDepth = Envelope.MaxDepth });
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string? name = JsonSlice.OrNull(reader);
                reader.Read();
                int start = (int)reader.TokenStartIndex;
                reader.Skip();
                fields.Set(name, body.Slice(start, (int)reader.BytesConsumed - start));
            }

            return fields;
        }

        private void Set(string? name, ReadOnlySpan<byte> value)
        {
            switch (name)
            {
                case "request_id":
                    RequestId = value;
                    break;
                case "status":
                    Status = value;
                    break;
                case "request_type":
                    RequestType = value;
                    break;
                case "requestable_type":
                    RequestableType = value;
                    break;
                case "requestable_id":
                    RequestableId = value;
                    break;
                case "message":
                    Message = value;
                    break;
                case "generated_at":
                    GeneratedAt = value;
                    break;
                case "started_at":
                    StartedAt = value;
                    break;
                case "ended_at":
                    EndedAt = value;
                    break;
                case "metadata":
                    Metadata = value;
                    break;
                case "user_metadata":
                    UserMetadata = value;
                    break;
                case "data":
                    Data = value;
                    break;
                default:
                    break;
            }
        }
    }
}
