using System;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FetchHive.CodeGeneration;

public sealed partial class RequestWriter
{
    // The body is JSON in an HTTP request and never inside HTML, so only what JSON itself asks for is escaped: text that isn't ASCII stays as short as it is.
    private static readonly JsonWriterOptions ForeignOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Utf8JsonWriter? _foreign;

    /// <summary>Lends a writer for one value; it has to be given back by <see cref="EndForeign"/>.</summary>
    /// <param name="countsDepth">Whether whoever writes looks at the writer's depth, and is to find that of the request.</param>
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

        if (countsDepth)
        {
            // As deep as the request is here. What opens the arrays isn't part of the request.
            for (int i = 0; i < CurrentDepth; i++)
            {
                _foreign.WriteStartArray();
            }

            _foreign.Flush();
            _written -= CurrentDepth;
        }

        return _foreign;
    }

    /// <summary>Takes the writer back.</summary>
    internal void EndForeign()
    {
        _foreign!.Flush();
        _isFollowing = true;
    }
}
