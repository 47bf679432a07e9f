using System;
using System.Collections.Generic;
using Microsoft.AspNetCore.Http;

namespace FetchHive.Emulator.Responses;

/// <summary>A JSON response as the service sends it: compressed if the caller accepts that.</summary>
internal sealed class ServiceResponse(int statusCode, ReadOnlyMemory<byte> json, bool compress, string? allow = null) : WholeResponse
{
    internal override string? ErrorText => ServiceJson.ErrorTextOf(statusCode, json);

    public override Rendered Render(HttpRequest request)
    {
        List<KeyValuePair<string, string>> headers = [new("Content-Type", "application/json; charset=utf-8")];
        if (allow is not null)
        {
            headers.Add(new("Allow", allow));
        }

        ReadOnlyMemory<byte> body = json;
        if (compress)
        {
            headers.Add(new("Vary", "Accept-Encoding"));
            string? encoding = Compression.Choose(request);
            if (encoding is not null)
            {
                headers.Add(new("Content-Encoding", encoding));
                body = Compression.Compress(json, encoding);
            }
        }

        return new Rendered(statusCode, headers, body);
    }
}
