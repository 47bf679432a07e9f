using System;
using System.Buffers;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace FetchHive.Emulator.Answers;

/// <summary>A status, headers and bytes, sent exactly so.</summary>
internal sealed class RawAnswer : EmulatorAnswer
{
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~");

    private readonly int _statusCode;
    private readonly ReadOnlyMemory<byte> _body;
    private readonly KeyValuePair<string, string>[] _headers;

    public RawAnswer(int statusCode, ReadOnlyMemory<byte> body, params KeyValuePair<string, string>[] headers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(statusCode, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusCode, 999);
        ArgumentNullException.ThrowIfNull(headers);
        if (!body.IsEmpty && IsBodiless(statusCode))
        {
            throw new ArgumentException($"An answer with status {statusCode} has no body. Give an empty one.", nameof(body));
        }

        CheckHeaders(headers);
        _statusCode = statusCode;
        _body = body;
        _headers = [.. headers];
    }

    internal override async Task SendAsync(HttpContext context, Action<int> answering)
    {
        HttpResponse response = context.Response;
        response.StatusCode = _statusCode;
        foreach ((string name, string value) in _headers)
        {
            response.Headers.Append(name, value);
        }

        answering(_statusCode);
        if (!IsBodiless(_statusCode))
        {
            response.ContentLength = _body.Length;
            await response.Body.WriteAsync(_body, context.RequestAborted);
        }
    }

    private static bool IsBodiless(int statusCode) => statusCode is 204 or 205 or 304;

    /// <summary>Refuses here, where the test's author sees it, what the server would refuse in the middle of an answer.</summary>
    private static void CheckHeaders(KeyValuePair<string, string>[] headers)
    {
        foreach ((string name, string value) in headers)
        {
            if (string.Equals(name, "Content-Length", StringComparison.OrdinalIgnoreCase)
                || string.Equals(name, "Transfer-Encoding", StringComparison.OrdinalIgnoreCase))
            {
                throw new ArgumentException($"{name} is set by the server from the body's length. Leave it out.", nameof(headers));
            }

            if (string.IsNullOrEmpty(name) || name.AsSpan().ContainsAnyExcept(NameCharacters))
            {
                throw new ArgumentException($"\"{name}\" is not a header name: use letters, digits and hyphens.", nameof(headers));
            }

            if (value is null || value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            {
                throw new ArgumentException($"The value of the header {name} may hold visible ASCII characters and spaces only.", nameof(headers));
            }
        }
    }
}
