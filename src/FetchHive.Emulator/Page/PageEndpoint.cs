using System;
using System.IO;
using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using FetchHive.Emulator.Hosting;
using FetchHive.Emulator.Requests;
using FetchHive.Emulator.Responses;
using Microsoft.AspNetCore.Http;

namespace FetchHive.Emulator.Page;

/// <summary>The page at <c>/</c> and its script's endpoints below <c>/emulator/</c>. All other paths are the service's.</summary>
internal sealed class PageEndpoint(FetchHiveEmulator hive, InvokeEndpoint service)
{
    private const string Root = "/emulator/";

    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    // The limit of the page's own requests, which are small. Its calls have the service's limit.
    private const int MaxBytes = 10_000;

    private readonly PageGuard _guard = new();
    private readonly PageState _state = new(hive);

    public async Task HandleAsync(HttpContext context)
    {
        string path = context.Request.Path.Value ?? "";
        if (path != "/" && !path.StartsWith(Root, StringComparison.Ordinal))
        {
            await service.HandleAsync(context).ConfigureAwait(false);
            return;
        }

        try
        {
            Protect(context.Response);
            if (_guard.Refusal(context.Request) is { } refusal)
            {
                await RefuseAsync(context, StatusCodes.Status403Forbidden, refusal).ConfigureAwait(false);
            }
            else if (HttpMethods.IsGet(context.Request.Method))
            {
                await GetAsync(context, path == "/" ? "index.html" : path[Root.Length..]).ConfigureAwait(false);
            }
            else if (HttpMethods.IsPost(context.Request.Method))
            {
                await PostAsync(context, path == "/" ? "" : path[Root.Length..]).ConfigureAwait(false);
            }
            else
            {
                await RefuseAsync(context, StatusCodes.Status405MethodNotAllowed, "Use GET or POST.").ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The browser disconnected, or the emulator is stopping.
            context.Abort();
        }
    }

    private static void Protect(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers.CacheControl = "no-store";
    }

    private Task GetAsync(HttpContext context, string name)
    {
        const string Requests = "requests/";
        if (name == "state")
        {
            ReadOnlyMemory<byte> state = _state.Write(out string tag);
            if (context.Request.Query["known"] == tag)
            {
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                return Task.CompletedTask;
            }

            context.Response.Headers["X-Emulator-State"] = tag;
            return SendAsync(context, StatusCodes.Status200OK, MediaTypeNames.Application.Json, state);
        }

        if (name.StartsWith(Requests, StringComparison.Ordinal))
        {
            return _state.WriteRequest(name[Requests.Length..]) is { } request
                ? SendAsync(context, StatusCodes.Status200OK, MediaTypeNames.Application.Json, request)
                : RefuseAsync(context, StatusCodes.Status404NotFound, "This request is no longer kept.");
        }

        if (PageFiles.Find(name) is not { } file)
        {
            return RefuseAsync(context, StatusCodes.Status404NotFound, $"The emulator's page has no {name}.");
        }

        byte[] bytes = name == "index.html"
            ? Encoding.UTF8.GetBytes(
                Encoding.UTF8.GetString(file.Bytes).Replace("{{token}}", _guard.Token, StringComparison.Ordinal)
                    .Replace("{{instance}}", _state.Instance, StringComparison.Ordinal))
            : file.Bytes;
        return SendAsync(context, StatusCodes.Status200OK, file.ContentType, bytes);
    }

    private Task PostAsync(HttpContext context, string name)
    {
        const string Redeliver = "redeliver/";
        return name switch
        {
            "invoke" => service.HandleFromPageAsync(context),
            "faults" => SetFaultsAsync(context),
            _ when name.StartsWith(Redeliver, StringComparison.Ordinal) => RedeliverAsync(context, name[Redeliver.Length..]),
            _ => RefuseAsync(context, StatusCodes.Status404NotFound, $"The emulator's page has no {name}."),
        };
    }

    private async Task SetFaultsAsync(HttpContext context)
    {
        RequestBody body = await RequestBody.ReadAsync(context.Request, MaxBytes, context.RequestAborted).ConfigureAwait(false);
        string? problem = PageFaults.Read(body.Json, hive.Faults, out EmulatorFaults? faults);
        if (faults is null)
        {
            await RefuseAsync(context, StatusCodes.Status422UnprocessableEntity, problem!).ConfigureAwait(false);
            return;
        }

        hive.Faults = faults;
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task RedeliverAsync(HttpContext context, string requestId)
    {
        SentCallback sent;
        try
        {
            sent = await hive.RedeliverAsync(requestId, context.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ArgumentException or (InvalidOperationException and not ObjectDisposedException))
        {
            string problem = exception is ArgumentException { ParamName: { } name }
                ? exception.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal)
                : exception.Message;
            await RefuseAsync(context, StatusCodes.Status409Conflict, problem).ConfigureAwait(false);
            return;
        }

        var response = new JsonObject { ["statusCode"] = sent.StatusCode, ["failure"] = sent.Failure };
        await SendAsync(
            context, StatusCodes.Status200OK, MediaTypeNames.Application.Json, Encoding.UTF8.GetBytes(response.ToJsonString()))
            .ConfigureAwait(false);
    }

    private static Task RefuseAsync(HttpContext context, int statusCode, string problem) =>
        SendAsync(context, statusCode, MediaTypeNames.Application.Json, ServiceJson.Error(problem));

    private static async Task SendAsync(HttpContext context, int statusCode, string contentType, ReadOnlyMemory<byte> bytes)
    {
        context.Response.StatusCode = statusCode;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
    }
}
