using System;
using System.Text.Json;

namespace FetchHive;

/// <summary>
/// The fields of a response or a callback, as raw slices of its bytes. The bytes are read once, without a document object model, whether
/// the response is a result, an accepted run or an error. If a field occurs twice, the last one counts, as in System.Text.Json.
/// </summary>
internal ref struct Envelope
{
    // The limit of nesting in general. The limit for an output comes from its type's options.
    public const int MaxDepth = 1024;

    // The longest name is webhook_secret, and every character may be written as \uXXXX.
    private const int MaxEscapedName = 14 * 6;

    private ReadOnlySpan<byte> _requestId;
    private ReadOnlySpan<byte> _runId;
    private ReadOnlySpan<byte> _runStatus;
    private ReadOnlySpan<byte> _status;

    public ReadOnlySpan<byte> Output { get; private set; }

    public ReadOnlySpan<byte> WebhookSecret { get; private set; }

    public ReadOnlySpan<byte> Error { get; private set; }

    public ReadOnlySpan<byte> Message { get; private set; }

    public ReadOnlySpan<byte> ErrorCode { get; private set; }

    public ReadOnlySpan<byte> Code { get; private set; }

    /// <summary>The <c>data</c> of a callback's event.</summary>
    public ReadOnlySpan<byte> Data { get; private set; }

    /// <summary>The type of a callback's event.</summary>
    public ReadOnlySpan<byte> EventType { get; private set; }

    /// <summary>Whether the JSON is an object that is cut off. The fields before that point are set.</summary>
    public bool IsCutOff { get; private set; }

    // Assumption: the official SDKs type the response with `run_id` and `status`, the documentation and its samples with `request_id` and
    // `run_status`. The documentation's names win; the SDKs' names are used if those are absent. No other code depends on this.
    public readonly ReadOnlySpan<byte> RequestId => _requestId.IsEmpty ? _runId : _requestId;

    public readonly ReadOnlySpan<byte> RunStatus => _runStatus.IsEmpty ? _status : _runStatus;

    /// <summary>The documented status field only. An error's `status` may be anything.</summary>
    public readonly ReadOnlySpan<byte> DocumentedRunStatus => _runStatus;

    /// <summary>Reads the fields of a response.</summary>
    /// <returns>Null, or what is wrong with the response.</returns>
    public static string? TryRead(ReadOnlySpan<byte> body, out Envelope envelope, out JsonException? cause)
    {
        envelope = default;
        cause = null;
        body = Utf8.WithoutMark(body);

        // Not the final block, so that a response that is cut off can be told from one that isn't JSON.
        Utf8JsonReader reader = new(body, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = MaxDepth }));
        try
        {
            if (!reader.Read())
            {
                return IsBlank(body) ? "it is empty" : "it stops before its JSON ends";
            }

            if (reader.TokenType != JsonTokenType.StartObject)
            {
                return $"it is {JsonSlice.Describe(body.Slice((int)reader.TokenStartIndex))}";
            }

            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.EndObject)
                {
                    // Throws when anything but white space follows.
                    reader.Read();
                    return null;
                }

                Field field = FieldOf(ref reader);
                if (!reader.Read())
                {
                    break;
                }

                int start = (int)reader.TokenStartIndex;
                if (!reader.TrySkip())
                {
                    break;
                }

                envelope.Keep(field, body.Slice(start, (int)reader.BytesConsumed - start));
            }

            envelope.IsCutOff = true;
            return "it stops before its JSON ends";
        }
        catch (JsonException exception)
        {
            cause = exception;
            return reader.CurrentDepth >= MaxDepth ? $"it is nested deeper than {MaxDepth} levels" : "it is not JSON";
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> body)
    {
        foreach (byte value in body)
        {
            if (value is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return false;
            }
        }

        return true;
    }

    private static Field FieldOf(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? FieldOfEscaped(ref reader) : FieldOf(reader.ValueSpan);

    private static Field FieldOfEscaped(ref Utf8JsonReader reader)
    {
        Span<byte> name = stackalloc byte[MaxEscapedName];
        return JsonSlice.TryCopyName(ref reader, name, out int length) ? FieldOf(name.Slice(0, length)) : Field.Other;
    }

    private static Field FieldOf(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("output"u8) ? Field.Output
        : name.SequenceEqual("run_status"u8) ? Field.RunStatus
        : name.SequenceEqual("request_id"u8) ? Field.RequestId
        : name.SequenceEqual("webhook_secret"u8) ? Field.WebhookSecret
        : name.SequenceEqual("error"u8) ? Field.Error
        : name.SequenceEqual("message"u8) ? Field.Message
        : name.SequenceEqual("error_code"u8) ? Field.ErrorCode
        : name.SequenceEqual("code"u8) ? Field.Code
        : name.SequenceEqual("status"u8) ? Field.Status
        : name.SequenceEqual("run_id"u8) ? Field.RunId
        : name.SequenceEqual("event_type"u8) ? Field.EventType
        : name.SequenceEqual("data"u8) ? Field.Data
        : Field.Other;

    private void Keep(Field field, ReadOnlySpan<byte> value)
    {
        switch (field)
        {
            case Field.Output:
                Output = value;
                break;
            case Field.RunStatus:
                _runStatus = value;
                break;
            case Field.RequestId:
                _requestId = value;
                break;
            case Field.WebhookSecret:
                WebhookSecret = value;
                break;
            case Field.Error:
                Error = value;
                break;
            case Field.Message:
                Message = value;
                break;
            case Field.ErrorCode:
                ErrorCode = value;
                break;
            case Field.Code:
                Code = value;
                break;
            case Field.Status:
                _status = value;
                break;
            case Field.RunId:
                _runId = value;
                break;
            case Field.EventType:
                EventType = value;
                break;
            case Field.Data:
                Data = value;
                break;
            default:
                break;
        }
    }

    private enum Field
    {
        Other,
        Output,
        RunStatus,
        RequestId,
        WebhookSecret,
        Error,
        Message,
        ErrorCode,
        Code,
        Status,
        RunId,
        EventType,
        Data,
    }
}
