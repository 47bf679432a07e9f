using System;
using System.Buffers;
using System.Collections.Generic;
using Microsoft.AspNetCore.Http;

namespace FetchHive.Emulator.Responses;

/// <summary>A status, headers and bytes, sent unchanged.</summary>
internal sealed class RawResponse : WholeResponse
{
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~");

    private readonly Rendered _rendered;

    public RawResponse(int statusCode, ReadOnlyMemory<byte> body, params KeyValuePair<string, string>[] headers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(statusCode, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusCode, 999);
        ArgumentNullException.ThrowIfNull(headers);
        if (!body.IsEmpty && Rendered.IsBodilessStatus(statusCode))
        {
            throw new ArgumentException($"A response with status {statusCode} can't have a body. Use an empty one.", nameof(body));
        }

        foreach ((string name, string value) in headers)
        {
            CheckHeader(name, value, nameof(headers));
        }

        _rendered = new Rendered(statusCode, [.. headers], body);
    }

    internal override string? ErrorText => ServiceJson.ErrorTextOf(_rendered.StatusCode, _rendered.Body);

    public override Rendered Render(HttpRequest request) => _rendered;

    /// <summary>
    /// Refuses headers that the server would only refuse in the middle of a response. Here the test's author sees the exception.
    /// </summary>
    public static void CheckHeader(string name, string value, string parameter)
    {
        if (string.Equals(name, "Content-Length", StringComparison.OrdinalIgnoreCase)
            || string.Equals(name, "Transfer-Encoding", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"{name} is set by the server from the body's length. Leave it out.", parameter);
        }

        if (string.IsNullOrEmpty(name) || name.AsSpan().ContainsAnyExcept(NameCharacters))
        {
            throw new ArgumentException($"\"{name}\" is not a header name: use letters, digits and hyphens.", parameter);
        }

        if (value is null || value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            throw new ArgumentException($"The value of the header {name} may only contain visible ASCII characters and spaces.", parameter);
        }
    }
}
