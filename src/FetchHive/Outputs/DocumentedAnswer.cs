using System;
using System.Runtime.CompilerServices;
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
    /// <param name="requestId">The request id in UTF-8, as far as it is that; empty where there is none that is text without escapes.</param>
    /// <param name="output">The output.</param>
    /// <returns>False when the answer has to be read the long way; nothing is known of it then.</returns>
    public static bool TryRead<T>(ReadOnlySpan<byte> body, OutputReader<T> outputReader, out ReadOnlySpan<byte> requestId, out T output)
    {
        requestId = default;
        output = default!;
        if (!outputReader.ReadsInPlace)
        {
            return false;
        }

        try
        {
            return TryReadFields(Utf8.WithoutMark(body), outputReader, out requestId, out output);
        }
        catch (Exception exception) when (exception is not (OutOfMemoryException or InsufficientExecutionStackException))
        {
            // Of the JSON, or of the caller's own constructors and converters. The second reading throws it again, and says what it means.
            return false;
        }
    }

    // Not inlined: in the caller's method the compiler would reach its limit of what it inlines, and call for every byte and every name (a fifth of the time of a short answer).
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryReadFields<T>(ReadOnlySpan<byte> body, OutputReader<T> outputReader, out ReadOnlySpan<byte> requestId, out T output)
    {
        requestId = default;
        output = default!;
        bool isCompleted = false;
        bool isRead = false;
        int at = 0;
        if (!TryTake(body, ref at, (byte)'{'))
        {
            return false;
        }

        do
        {
            // A name with escapes is read the long way, whatever it says.
            if (!TryTakeName(body, ref at, out Field field))
            {
                return false;
            }

            if (field == Field.Output)
            {
                // The output of a run that may have failed is not for reading.
                if (!isCompleted || !outputReader.TryReadInPlace(body.Slice(at), out int consumed, out output))
                {
                    return false;
                }

                at += consumed;
                isRead = true;
                continue;
            }

            ReadOnlySpan<byte> text = TakeValue(body, ref at);
            if (field == Field.RequestId)
            {
                requestId = text;
            }
            else if (field == Field.RunStatus)
            {
                // Of a field that stands there twice the last one counts, and an output was read already.
                if (isRead)
                {
                    return false;
                }

                isCompleted = text.SequenceEqual("completed"u8);
            }
        }
        while (TryTake(body, ref at, (byte)','));

        return isRead && TryTake(body, ref at, (byte)'}') && SkipSpace(body, at) == body.Length;
    }

    private static bool TryTakeName(ReadOnlySpan<byte> body, ref int at, out Field field)
    {
        field = Field.Other;
        at = SkipSpace(body, at);
        if (!JsonString.TryGetPlain(body.Slice(at), out ReadOnlySpan<byte> name))
        {
            return false;
        }

        field = name.SequenceEqual("request_id"u8) ? Field.RequestId
            : name.SequenceEqual("run_status"u8) ? Field.RunStatus
            : name.SequenceEqual("output"u8) ? Field.Output
            : Field.Other;
        at += name.Length + 2;
        if (!TryTake(body, ref at, (byte)':'))
        {
            return false;
        }

        at = SkipSpace(body, at);
        return true;
    }

    // Gives the text of a string without escapes, and nothing of any other value. Throws where there is no JSON.
    private static ReadOnlySpan<byte> TakeValue(ReadOnlySpan<byte> body, scoped ref int at)
    {
        ReadOnlySpan<byte> json = body.Slice(at);
        if (JsonString.TryGetPlain(json, out ReadOnlySpan<byte> text))
        {
            at += text.Length + 2;
            return text;
        }

        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = Envelope.MaxDepth - 1 });
        reader.Read();
        reader.Skip();
        at += (int)reader.BytesConsumed;
        return default;
    }

    private static bool TryTake(ReadOnlySpan<byte> body, ref int at, byte expected)
    {
        at = SkipSpace(body, at);
        if (at == body.Length || body[at] != expected)
        {
            return false;
        }

        at++;
        return true;
    }

    private static int SkipSpace(ReadOnlySpan<byte> body, int at)
    {
        while (at < body.Length && body[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            at++;
        }

        return at;
    }

    private enum Field
    {
        Other,
        RequestId,
        RunStatus,
        Output,
    }
}
