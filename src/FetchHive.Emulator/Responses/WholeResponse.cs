using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace FetchHive.Emulator.Responses;

/// <summary>A response with a status, headers and a body, sent by the server itself.</summary>
internal abstract class WholeResponse : EmulatorResponse
{
    /// <summary>The response to this request.</summary>
    public abstract Rendered Render(HttpRequest request);

    internal override async Task SendAsync(HttpContext context, Action<int> answering)
    {
        Rendered rendered = Render(context.Request);
        HttpResponse response = context.Response;
        response.StatusCode = rendered.StatusCode;
        foreach ((string name, string value) in rendered.Headers)
        {
            response.Headers.Append(name, value);
        }

        answering(rendered.StatusCode);
        if (!rendered.IsBodiless)
        {
            response.ContentLength = rendered.Body.Length;
            if (!HttpMethods.IsHead(context.Request.Method))
            {
                await response.Body.WriteAsync(rendered.Body, context.RequestAborted).ConfigureAwait(false);
            }
        }
    }
}
