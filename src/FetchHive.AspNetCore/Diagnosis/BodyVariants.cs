using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FetchHive.AspNetCore;

/// <summary>The forms that a body may have had before it was changed in transit.</summary>
internal static class BodyVariants
{
    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Each body that may have been signed, with a description of the later change.</summary>
    public static IEnumerable<(byte[] Body, string Change)> Of(byte[] body)
    {
        yield return ([.. body, (byte)'\n'], "the line feed at its end was removed");
        yield return ([.. body, (byte)'\r', (byte)'\n'], "the line break at its end was removed");
        int end = body.AsSpan().TrimEnd(" \t\r\n"u8).Length;
        if (end < body.Length)
        {
            yield return (body[..end], "white space, such as a line feed, was added at its end");
        }

        yield return body.AsSpan().StartsWith(Mark)
            ? (body[3..], "a byte order mark was added before it")
            : ([.. Mark, .. body], "the byte order mark before it was removed");
        if (body.AsSpan().Contains((byte)'\n'))
        {
            yield return (WithLineFeeds(body), "its line feeds became CR LF");
            yield return (WithLineBreaks(body), "its line breaks became line feeds");
        }

        foreach (byte[] written in Rewritten(body))
        {
            yield return (written, "its JSON was parsed and serialized again (other white space, other escapes)");
        }
    }

    private static byte[] WithLineFeeds(byte[] body)
    {
        List<byte> result = new(body.Length);
        for (int i = 0; i < body.Length; i++)
        {
            if (body[i] != '\r' || i + 1 == body.Length || body[i + 1] != '\n')
            {
                result.Add(body[i]);
            }
        }

        return [.. result];
    }

    private static byte[] WithLineBreaks(byte[] body)
    {
        List<byte> result = new(body.Length + 16);
        for (int i = 0; i < body.Length; i++)
        {
            if (body[i] == '\n' && (i == 0 || body[i - 1] != '\r'))
            {
                result.Add((byte)'\r');
            }

            result.Add(body[i]);
        }

        return [.. result];
    }

    private static List<byte[]> Rewritten(byte[] body)
    {
        List<byte[]> written = [];
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            foreach (bool indented in (bool[])[false, true])
            {
                byte[] plain = Write(document, indented, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
                written.Add(plain);
                written.Add(Write(document, indented, JavaScriptEncoder.Default));
                written.Add(AsRails(plain));
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            // It isn't JSON or has invalid Unicode, so no JSON serializer can have rewritten it.
        }

        return written;
    }

    private static byte[] Write(JsonDocument document, bool indented, JavaScriptEncoder encoder)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Indented = indented, Encoder = encoder }))
        {
            document.RootElement.WriteTo(writer);
        }

        return stream.ToArray();
    }

    // Some frameworks, such as Rails, escape HTML's markup characters with lower-case hex digits.
    private static byte[] AsRails(byte[] json)
    {
        List<byte> result = new(json.Length + 64);
        foreach (byte value in json)
        {
            ReadOnlySpan<byte> escaped = value switch
            {
                (byte)'<' => "\\u003c"u8,
                (byte)'>' => "\\u003e"u8,
                (byte)'&' => "\\u0026"u8,
                _ => default,
            };
            if (escaped.IsEmpty)
            {
                result.Add(value);
            }
            else
            {
                result.AddRange(escaped);
            }
        }

        return [.. result];
    }
}
