using System;
using System.Text.Json;
using FetchHive.CodeGeneration;

namespace FetchHive;

/// <summary>
/// Reads the answer that nearly every call gets, a completed run with its fields in the documented order (Fetch Hive docs, <c>api-reference/invoke-workflow</c>), in one pass: the
/// output is read where it stands. Whatever is unusual about an answer makes it give up, and <see cref="Envelope"/> starts anew: that one knows every answer, and words every failure.
/// </summary>
internal static class DocumentedAnswer
{
    /// <summary>Reads a completed run.</summary>
    /// <param name="body">The answer.</param>
    /// <param name="outputReader">Reads the output.</param>
    /// <param name="requestId">The request id as JSON; empty where there is none.</param>
    /// <param name="output">The output.</param>
    /// <returns>False when the answer has to be read the long way; nothing is known of it then.</returns>
    public static bool TryRead<T>(ReadOnlySpan<byte> body, OutputReader<T> outputReader, out ReadOnlySpan<byte> requestId, out T output)
    {
        requestId = default;
        output = default!;
        int depth = outputReader.DepthInPlace;
        if (depth == 0)
        {
            return false;
        }

        body = Utf8.WithoutMark(body);
        Utf8JsonReader reader = new(body, new JsonReaderOptions { MaxDepth = Math.Min(depth + 1, Envelope.MaxDepth) });
        try
        {
            return TryRead(body, ref reader, outputReader, out requestId, out output);
        }
        catch (Exception exception) when (exception is not (OutOfMemoryException or InsufficientExecutionStackException))
        {
            // Of the JSON, or of the caller's own constructors and converters. The second reading throws it again, and says what it means.
            return false;
        }
    }

    private static bool TryRead<T>(ReadOnlySpan<byte> body, scoped ref Utf8JsonReader reader, OutputReader<T> outputReader, out ReadOnlySpan<byte> requestId, out T output)
    {
        requestId = default;
        output = default!;
        bool isCompleted = false;
        bool isRead = false;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<byte> name = reader.ValueSpan;
            bool isOutput = name.SequenceEqual("output"u8);
            bool isStatus = !isOutput && name.SequenceEqual("run_status"u8);
            bool isRequestId = !isOutput && !isStatus && name.SequenceEqual("request_id"u8);

            // Of a field that stands there twice the last one counts: what is read already may be the wrong one.
            if (reader.ValueIsEscaped || (isRead && (isOutput || isStatus)))
            {
                return false;
            }

            reader.Read();
            if (isOutput)
            {
                // The output of a run that may have failed is not for reading.
                if (!isCompleted || !outputReader.TryReadInPlace(ref reader, out output) || reader.CurrentDepth != 1)
                {
                    return false;
                }

                isRead = true;
                continue;
            }

            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (isStatus)
            {
                isCompleted = reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("completed"u8);
            }
            else if (isRequestId)
            {
                requestId = body.Slice(start, (int)reader.BytesConsumed - start);
            }
        }

        // Throws when anything but white space follows.
        reader.Read();
        return isRead;
    }
}
