using System;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FetchHive.CodeGeneration;

public sealed partial class RequestWriter
{
    // The body is JSON in an HTTP request and never inside HTML, so only what JSON itself requires is escaped. Non-ASCII text stays short.
    private static readonly JsonWriterOptions ForeignOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Utf8JsonWriter? _foreign;
    private int _foreignStart;

    /// <summary>Lends a writer for one value. <see cref="EndForeign"/> must take it back.</summary>
    /// <param name="countsDepth">Whether foreign code writes the value. That code may look at the writer's depth, so the writer gets the
    /// request's depth. If that code doesn't write exactly one value, an exception is thrown.</param>
    internal Utf8JsonWriter BeginForeign(bool countsDepth = false)
    {
        if (_isFollowing)
        {
            Append((byte)',');
        }

        if (_foreign is null)
        {
            _foreign = new Utf8JsonWriter(this, ForeignOptions);
        }
        else
        {
            _foreign.Reset(this);
        }

        _foreignStart = _written;
        if (countsDepth && CurrentDepth > 0)
        {
            // Brings the writer to the request's depth, and behind a name: there it refuses a second value, which a converter may write by
            // mistake. These bytes aren't part of the request.
            for (int i = 1; i < CurrentDepth; i++)
            {
                _foreign.WriteStartArray();
            }

            _foreign.WriteStartObject();
            _foreign.WritePropertyName(""u8);
            _foreign.Flush();
            _written = _foreignStart;
        }

        return _foreign;
    }

    /// <summary>Takes the writer back.</summary>
    /// <exception cref="InvalidOperationException">Nothing was written, which would leave a name or a comma without its value.</exception>
    internal void EndForeign()
    {
        _foreign!.Flush();
        if (_written == _foreignStart)
        {
            throw new InvalidOperationException(
                "A JsonConverter wrote nothing for an input, so the request would not be JSON. Its Write method must write exactly one "
                    + "JSON value, null if there is none.");
        }

        _isFollowing = true;
    }
}
