using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace FetchHive.Emulator.Responses;

/// <summary>A response with a status, headers and a body, sent as HTTP has it.</summary>
internal abstract class WholeResponse : EmulatorResponse
{
    /// <summary>The response to this request.</summary>
    public abstract Rendered Render(HttpRequest request);

    internal override async Task SendAsync(HttpContext context, Action<int> answering)
    {
        Rendered answer = Render(context.Request);
        HttpResponse response = context.Response;
        response.StatusCode = answer.StatusCode;
        foreach ((string name, string value) in answer.Headers)
        {
            response.Headers.Append(name, value);
        }

        answering(answer.StatusCode);
        if (!answer.IsBodiless)
        {
            response.ContentLength = answer.Body.Length;
            if (!HttpMethods.IsHead(context.Request.Method))
            {
                await response.Body.WriteAsync(answer.Body, context.RequestAborted).ConfigureAwait(false);
            }
        }
    }
}
