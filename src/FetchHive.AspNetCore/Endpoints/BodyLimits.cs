using System;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Server.HttpSys;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FetchHive.AspNetCore;

/// <summary>The size limit of a callback.</summary>
internal static class BodyLimits
{
    /// <summary>
    /// Our limit is for this endpoint, so it replaces the server's general one. A smaller limit that was set on the endpoint, or by a
    /// middleware for this request, still applies.
    /// </summary>
    public static int Of(HttpContext context, int ours)
    {
        long? endpoints = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize;
        int limit = endpoints < ours ? (int)endpoints : ours;
        long? now = context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
        return now < limit && !IsServerDefault(now.Value, context.RequestServices) ? (int)now : limit;
    }

    // A request has the server's limit until something sets another one. Nothing else tells the two apart.
    private static bool IsServerDefault(long limit, IServiceProvider services) =>
        limit == services.GetService<IOptions<KestrelServerOptions>>()?.Value.Limits.MaxRequestBodySize
        || limit == services.GetService<IOptions<IISServerOptions>>()?.Value.MaxRequestBodySize
        || (OperatingSystem.IsWindows() && limit == services.GetService<IOptions<HttpSysOptions>>()?.Value.MaxRequestBodySize);
}
