using System;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FetchHive.CodeGeneration;

public sealed partial class RequestWriter
{
    // The body is JSON in an HTTP request and never inside HTML, so only what JSON itself asks for is escaped: text that isn't ASCII stays
    // as short as it is.
    private static readonly JsonWriterOptions ForeignOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Utf8JsonWriter? _foreign;
    private int _foreignStart;

    /// <summary>Lends a writer for one value; it has to be given back by <see cref="EndForeign"/>.</summary>
    /// <param name="countsDepth">Whether whoever writes is foreign: may look at the writer's depth, and is to find that of the request; and
    /// may not write one value, and is to fail then.</param>
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
            // As deep as the request is here, and after a name: the writer refuses a second value there, as a converter may write by
            // mistake. None of this is part of the request.
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
                "A JsonConverter wrote nothing for an input, so the request would not be JSON. Let its Write method write exactly one "
                    + "JSON value, null where there is none.");
        }

        _isFollowing = true;
    }
}
