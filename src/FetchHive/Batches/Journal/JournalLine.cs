using System;
using System.Text.Json;

namespace FetchHive;

/// <summary>A line of a journal, as raw slices of its bytes.</summary>
internal ref struct JournalLine
{
    // A response may be nested as deeply as an envelope. In the journal it is one level deeper.
    private const int MaxDepth = Envelope.MaxDepth + 2;

    private ReadOnlySpan<byte> _state;

    public ReadOnlySpan<byte> Version { get; private set; }

    public ReadOnlySpan<byte> BaseAddress { get; private set; }

    public ReadOnlySpan<byte> Deployment { get; private set; }

    public ReadOnlySpan<byte> Variant { get; private set; }

    public ReadOnlySpan<byte> Key { get; private set; }

    public ReadOnlySpan<byte> InputsHash { get; private set; }

    /// <summary>A response that is JSON.</summary>
    public ReadOnlySpan<byte> Response { get; private set; }

    /// <summary>A response that isn't JSON, in base 64.</summary>
    public ReadOnlySpan<byte> RawResponse { get; private set; }

    /// <summary>Reads a line. False if it isn't a complete JSON object.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out JournalLine line)
    {
        line = default;
        Utf8JsonReader reader = new(bytes, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                Field field = FieldOf(ref reader);
                reader.Read();
                int start = (int)reader.TokenStartIndex;
                reader.Skip();
                line.Keep(field, bytes.Slice(start, (int)reader.BytesConsumed - start));
            }

            // Throws when anything but white space follows.
            return !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Reads the state that a row's line records. False if it isn't a row's line.</summary>
    public readonly bool TryGetState(out RowState state)
    {
        state = RowState.NotRun;
        if (!JsonSlice.IsString(Key))
        {
            return false;
        }

        if (_state.SequenceEqual("\"sent\""u8))
        {
            state = RowState.Sent;
            return true;
        }

        if (_state.SequenceEqual("\"answered\""u8))
        {
            state = RowState.Answered;
            return !Response.IsEmpty || JsonSlice.IsString(RawResponse);
        }

        return _state.SequenceEqual("\"not_run\""u8);
    }

    private static Field FieldOf(ref Utf8JsonReader reader) =>
        JsonSlice.NameIs(ref reader, "k"u8) ? Field.Key
        : JsonSlice.NameIs(ref reader, "s"u8) ? Field.State
        : JsonSlice.NameIs(ref reader, "h"u8) ? Field.InputsHash
        : JsonSlice.NameIs(ref reader, "response"u8) ? Field.Response
        : JsonSlice.NameIs(ref reader, "raw"u8) ? Field.RawResponse
        : JsonSlice.NameIs(ref reader, "fetchhive_batch"u8) ? Field.Version
        : JsonSlice.NameIs(ref reader, "base"u8) ? Field.BaseAddress
        : JsonSlice.NameIs(ref reader, "deployment"u8) ? Field.Deployment
        : JsonSlice.NameIs(ref reader, "variant"u8) ? Field.Variant
        : Field.Other;

    private void Keep(Field field, ReadOnlySpan<byte> value)
    {
        switch (field)
        {
            case Field.Key:
                Key = value;
                break;
            case Field.State:
                _state = value;
                break;
            case Field.InputsHash:
                InputsHash = value;
                break;
            case Field.Response:
                Response = value;
                break;
            case Field.RawResponse:
                RawResponse = value;
                break;
            case Field.Version:
                Version = value;
                break;
            case Field.BaseAddress:
                BaseAddress = value;
                break;
            case Field.Deployment:
                Deployment = value;
                break;
            case Field.Variant:
                Variant = value;
                break;
            default:
                break;
        }
    }

    private enum Field
    {
        Other,
        Version,
        BaseAddress,
        Deployment,
        Variant,
        Key,
        State,
        InputsHash,
        Response,
        RawResponse,
    }
}
