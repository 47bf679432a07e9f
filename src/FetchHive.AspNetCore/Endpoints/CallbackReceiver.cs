using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FetchHive.AspNetCore;

/// <summary>
/// Receives a callback: reads it, verifies it, has it handled once, and answers. Answers have no body, and all that can't be verified get the same: a sender without the
/// secret learns nothing.
/// </summary>
internal sealed partial class CallbackReceiver(
    LiveSettings settings,
    CallbackVerifier verifier,
    OncePerEvent once,
    ICallbackResultStore results,
    StartedHere started,
    SignatureDiagnosis diagnosis,
    ILoggerFactory loggers,
    IHostApplicationLifetime? application = null)
{
    private readonly ILogger _logger = loggers.CreateLogger(CallbackLog.Category);

    public async Task ReceiveAsync<T>(HttpContext context, CallbackContract<T> contract, Func<HttpContext, WorkflowCallback<T>, CancellationToken, Task>? handler)
    {
        CallbackSettings current = settings.Current;
        HttpRequest request = context.Request;
        if (request.ContentLength > current.MaxBodyBytes)
        {
            TooLarge(_logger, contract.Deployment, current.MaxBodyBytes);
            Answer(context, StatusCodes.Status413PayloadTooLarge);
            return;
        }

        if (!current.AcceptAnyContentType && !ContentTypes.IsJson(request.ContentType))
        {
            NotJson(_logger, contract.Deployment, CallbackLog.Quote(request.ContentType));
            Answer(context, StatusCodes.Status415UnsupportedMediaType);
            return;
        }

        // The server's own limit may be lower than ours, or let it read on what nobody wants.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = current.MaxBodyBytes;
        }

        CallbackBody body;
        try
        {
            body = await CallbackBody.ReadAsync(request, current.MaxBodyBytes, context.RequestAborted).ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception)
        {
            // The server's own checks: too large, too slow, or cut off.
            NotRead(_logger, contract.Deployment, exception);
            Answer(context, exception.StatusCode);
            return;
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            NotRead(_logger, contract.Deployment, exception);
            return;
        }

        try
        {
            if (body.Exceeds)
            {
                TooLarge(_logger, contract.Deployment, current.MaxBodyBytes);
                Answer(context, StatusCodes.Status413PayloadTooLarge);
                return;
            }

            await JudgeAsync(context, contract, handler, body.Bytes).ConfigureAwait(false);
        }
        finally
        {
            body.Return();
        }
    }

    private static void Answer(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        // Said aloud, so that no status page is put in its place: whoever calls is no browser.
        context.Response.ContentLength = 0;
    }

    private async Task JudgeAsync<T>(HttpContext context, CallbackContract<T> contract, Func<HttpContext, WorkflowCallback<T>, CancellationToken, Task>? handler, ReadOnlyMemory<byte> body)
    {
        // Several headers are joined with commas, which no signature has.
        string? header = context.Request.Headers[CallbackSignature.HeaderName];
        Verification verification;
        try
        {
            verification = await verifier.VerifyAsync(contract.Deployment, body, header, context.RequestAborted).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Without the store nothing can be said of the signature; the sender may try again.
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            NoSecrets(_logger, contract.Deployment, exception);
            Answer(context, StatusCodes.Status503ServiceUnavailable);
            return;
        }
        catch (OperationCanceledException)
        {
            return;
        }

        if (!verification.IsValid)
        {
            await RefuseAsync(context, contract.Deployment, verification, body, header).ConfigureAwait(false);
            return;
        }

        WorkflowCallback<T> callback;
        try
        {
            callback = contract.Read(body.Span);
        }
        catch (FetchHiveResponseException exception)
        {
            NotUnderstood(_logger, contract.Deployment, exception);
            Answer(context, StatusCodes.Status400BadRequest);
            return;
        }

        if (verification.RequestId is { } id && id != callback.RequestId)
        {
            // The secret was another run's. Both readings are of the same bytes, so this can't be; if it ever can, it doesn't count.
            await RefuseAsync(context, contract.Deployment, new Verification(CallbackSignatureResult.Mismatched, SecretSource.None, id), body, header).ConfigureAwait(false);
            return;
        }

        Answer(context, await HandleAsync(context, contract, handler, callback, body).ConfigureAwait(false));
    }

    private async Task RefuseAsync(HttpContext context, string deployment, Verification verification, ReadOnlyMemory<byte> body, string? header)
    {
        Answer(context, StatusCodes.Status401Unauthorized);
        Refused(_logger, deployment, verification.Result, verification.Source);
        if (verification is { Source: SecretSource.None, RequestId: { } requestId })
        {
            started.Refused(deployment, requestId);
        }

        if (diagnosis.IsOn)
        {
            // When the sender has its answer, so that it can't tell by the time what was found.
            await context.Response.CompleteAsync().ConfigureAwait(false);
            await diagnosis.LogAsync(deployment, verification, body, header, context.Request).ConfigureAwait(false);
        }
    }

    private async Task<int> HandleAsync<T>(
        HttpContext context, CallbackContract<T> contract, Func<HttpContext, WorkflowCallback<T>, CancellationToken, Task>? handler, WorkflowCallback<T> callback, ReadOnlyMemory<byte> body)
    {
        string id = CallbackLog.Quote(callback.RequestId);
        bool isCompleted = callback is CompletedWorkflowCallback<T>;
        try
        {
            Delivery delivery = await once.RunAsync(
                CallbackKeys.Event(contract.Deployment, callback.RequestId, isCompleted),
                () => DeliverAsync(context, contract, handler, callback, body),
                exception => LogFailure(contract.Deployment, id, exception),
                context.RequestAborted).ConfigureAwait(false);
            switch (delivery)
            {
                case Delivery.Handled:
                    Handled(_logger, contract.Deployment, id, callback.Status);
                    started.Received(contract.Deployment, callback.RequestId);
                    return StatusCodes.Status200OK;
                case Delivery.Duplicate:
                    Duplicate(_logger, contract.Deployment, id, callback.Status);
                    return StatusCodes.Status200OK;
                case Delivery.Busy:
                    Busy(_logger, contract.Deployment, id);
                    return StatusCodes.Status503ServiceUnavailable;
                case Delivery.NotKept:
                    return StatusCodes.Status503ServiceUnavailable;
                default:
                    return StatusCodes.Status500InternalServerError;
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The sender has gone while it waited for another delivery. Nobody reads this.
            return StatusCodes.Status503ServiceUnavailable;
        }
#pragma warning disable CA1031 // Without the memory of what was handled, nothing is handled; the sender may try again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            NoEvents(_logger, contract.Deployment, id, exception);
            return StatusCodes.Status503ServiceUnavailable;
        }
    }

    private async Task<Delivery> DeliverAsync<T>(
        HttpContext context, CallbackContract<T> contract, Func<HttpContext, WorkflowCallback<T>, CancellationToken, Task>? handler, WorkflowCallback<T> callback, ReadOnlyMemory<byte> body)
    {
        CallbackSettings current = settings.Current;
        using HandlerLifetime lifetime = new(context, application);
        if (current.KeepResults)
        {
            // Before the handler: who waits for the result doesn't wait for what is done with it elsewhere.
            try
            {
                await results.KeepAsync(CallbackKeys.Run(contract.Deployment, callback.RequestId), body, current.ResultRetention, lifetime.Token).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // Whatever the store throws, it is not the handler that failed.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                NotKept(_logger, contract.Deployment, CallbackLog.Quote(callback.RequestId), exception);
                return Delivery.NotKept;
            }
        }
        else if (handler is null)
        {
            NobodyToTakeIt(_logger, contract.Deployment, CallbackLog.Quote(callback.RequestId));
            return Delivery.Failed;
        }

        if (handler is not null)
        {
            context.RequestServices.GetRequiredService<CallbackRequest>().Set(context.Request.RouteValues, workspace: null);
            await handler(context, callback, lifetime.Token).ConfigureAwait(false);
        }

        return Delivery.Handled;
    }

    private void LogFailure(string deployment, string requestId, Exception exception)
    {
        if (exception is FetchHiveRunFailedException)
        {
            OutputOfFailedRun(_logger, deployment, requestId, exception);
        }
        else
        {
            HandlerFailed(_logger, deployment, requestId, exception);
        }
    }
}
