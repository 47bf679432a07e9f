using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace FetchHive.Emulator.Answers;

/// <summary>A JSON answer as the service gives it: compressed where the caller accepts that.</summary>
internal sealed class ServiceAnswer(int statusCode, ReadOnlyMemory<byte> json, bool compress, string? allow = null) : EmulatorAnswer
{
    internal override async Task SendAsync(HttpContext context, Action<int> answering)
    {
        HttpResponse response = context.Response;
        response.StatusCode = statusCode;
        response.ContentType = "application/json; charset=utf-8";
        if (allow is not null)
        {
            response.Headers.Allow = allow;
        }

        ReadOnlyMemory<byte> body = json;
        if (compress)
        {
            response.Headers.Vary = "Accept-Encoding";
            string? encoding = Compression.Choose(context.Request);
            if (encoding is not null)
            {
                response.Headers.ContentEncoding = encoding;
                body = Compression.Compress(json, encoding);
            }
        }

        response.ContentLength = body.Length;
        answering(statusCode);
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(body, context.RequestAborted);
        }
    }
}
