using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FetchHive.AspNetCore;

/// <summary>
/// Receives a callback: reads it, verifies it, has it handled once, and answers. Responses have no body. Every callback that can't be
/// verified gets the same response, so a sender without the secret learns nothing.
/// </summary>
internal sealed partial class CallbackReceiver(
    LiveSettings settings,
    CallbackVerifier verifier,
    BodyRoom room,
    OncePerEvent once,
    ICallbackResultStore results,
    LocalRuns started,
    SignatureDiagnosis diagnosis,
    TimeProvider time,
    ILoggerFactory loggers,
    IHostApplicationLifetime? application = null)
{
    private readonly ILogger _logger = loggers.CreateLogger(CallbackLog.Category);

    /// <summary>Every exit sets the status: the default would be 200, and the callback would be lost.</summary>
    public async Task ReceiveAsync<T>(
        HttpContext context, CallbackContract<T> contract, Func<HttpContext, WorkflowCallback<T>, CancellationToken, Task>? handler)
    {
        int status = StatusCodes.Status500InternalServerError;
        try
        {
            status = await StatusAsync(context, contract, handler).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            status = StatusCodes.Status503ServiceUnavailable;
            Cancelled(_logger, contract.Deployment);
        }
#pragma warning disable CA1031 // The sender needs a status, not the application's error page.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Unexpected(_logger, contract.Deployment, CallbackLog.WithoutMessages(exception));
        }
        finally
        {
            Answer(context, status);
        }
    }

    private static void Answer(HttpContext context, int status)
    {
        if (context.Response.HasStarted)
        {
            // Something has already answered with its own status. If that differs, the connection is aborted, so that the sender doesn't
            // take it for an acknowledgement.
            if (context.Response.StatusCode != status)
            {
                context.Abort();
            }

            return;
        }

        context.Response.StatusCode = status;
        // An explicitly empty body keeps status code pages from filling it in: the caller isn't a browser.
        context.Response.ContentLength = 0;
    }

    private async Task<int> StatusAsync<T>(
        HttpContext context, CallbackContract<T> contract, Func<HttpContext, WorkflowCallback<T>, CancellationToken, Task>? handler)
    {
        CallbackSettings current = settings.Current;
        int limit = BodyLimits.Of(context, current.MaxBodyBytes);
        if (context.Request.ContentLength > limit)
        {
            TooLarge(_logger, contract.Deployment, limit);
            return StatusCodes.Status413PayloadTooLarge;
        }

        string? contentType = context.Request.ContentType;
        if (!current.AcceptAnyContentType && !ContentTypes.IsJson(contentType))
        {
            NotJson(_logger, contract.Deployment, CallbackLog.Quote(contentType));
            return StatusCodes.Status415UnsupportedMediaType;
        }

        // Repeated headers are joined with commas, which no signature contains. Without a well-formed signature the body isn't read, to
        // save memory. In Development it is, to explain a malformed signature.
        string? header = context.Request.Headers[CallbackSignature.HeaderName];
        CallbackSignatureResult shape = verifier.Shape(header);
        if (shape == CallbackSignatureResult.Missing || (shape == CallbackSignatureResult.Malformed && !diagnosis.IsOn))
        {
            Verification none = new(shape, SecretSource.None, null);
            return Refuse(context, contract.Deployment, none, ReadOnlyMemory<byte>.Empty, header);
        }

        // The server's own limit may be lower than ours. If it were higher, the server would go on reading a body that was refused.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limit;
        }

        using CallbackBody body = new(room);
        if (await ReadAsync(context, contract.Deployment, body, limit).ConfigureAwait(false) is { } failure)
        {
            return failure;
        }

        return await JudgeAsync(context, contract, handler, body, header).ConfigureAwait(false);
    }

    /// <returns>The status to answer with; null if the body was read.</returns>
    private async Task<int?> ReadAsync(HttpContext context, string deployment, CallbackBody body, int limit)
    {
        try
        {
            switch (await body.ReadAsync(context.Request, limit, context.RequestAborted).ConfigureAwait(false))
            {
                case BodyEnd.Complete:
                    return null;
                case BodyEnd.TooLarge:
                    TooLarge(_logger, deployment, limit);
                    return StatusCodes.Status413PayloadTooLarge;
                default:
                    NoRoom(_logger, deployment, settings.Current.MaxUnverifiedBytes);
                    return StatusCodes.Status503ServiceUnavailable;
            }
        }
        catch (BadHttpRequestException exception)
        {
            // The server's or a middleware's own checks: too large, too slow, or cut off.
            NotRead(_logger, deployment, exception);
            return exception.StatusCode is >= 400 and < 600 ? exception.StatusCode : StatusCodes.Status400BadRequest;
        }
        catch (InvalidDataException exception)
        {
            // A middleware failed to decompress the body.
            NotRead(_logger, deployment, exception);
            return StatusCodes.Status400BadRequest;
        }
        catch (Exception exception)
            when (exception is OperationCanceledException or TimeoutException || context.RequestAborted.IsCancellationRequested)
        {
            // The sender hung up, or the application's request timeout has passed.
            NotRead(_logger, deployment, exception);
            return StatusCodes.Status408RequestTimeout;
        }
#pragma warning disable CA1031 // A stream may throw anything: a middleware's stream may write to a disk or have its own limits.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            BrokenStream(_logger, deployment, exception);
            return StatusCodes.Status500InternalServerError;
        }
    }

    private async Task<int> JudgeAsync<T>(
        HttpContext context,
        CallbackContract<T> contract,
        Func<HttpContext, WorkflowCallback<T>, CancellationToken, Task>? handler,
        CallbackBody body,
        string? header)
    {
        Verification verification;
        try
        {
            verification = await verifier
                .VerifyAsync(contract.Deployment, body.Bytes, header, context.RequestAborted)
                .ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Without the store the signature can't be checked. The sender may try again.
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            NoSecrets(_logger, contract.Deployment, exception);
            return StatusCodes.Status503ServiceUnavailable;
        }

        if (verification.Source == SecretSource.NotYet)
        {
            NotHeld(_logger, contract.Deployment);
            return StatusCodes.Status503ServiceUnavailable;
        }

        if (!verification.IsValid)
        {
            return Refuse(context, contract.Deployment, verification, body.Bytes, header);
        }

        body.Trust();
        WorkflowCallback<T> callback;
        try
        {
            callback = contract.Read(body.Bytes.Span);
        }
        catch (FetchHiveResponseException exception)
        {
            NotUnderstood(_logger, contract.Deployment, CallbackLog.Quote(exception.RequestId), CallbackLog.Path(exception.JsonPath));
            return StatusCodes.Status400BadRequest;
        }

        if (verification.RequestId is { } id && id != callback.RequestId)
        {
            // The secret is another run's. This can't happen, because both ids are read from the same bytes. If it did, the callback
            // wouldn't count.
            Verification none = new(CallbackSignatureResult.Mismatched, SecretSource.None, id);
            return Refuse(context, contract.Deployment, none, body.Bytes, header);
        }

        RunStart start = verification.Run is { } run
            ? new RunStart(run.Workspace, run.StartedAt, run.TraceParent)
            : started.Find(contract.Deployment, callback.RequestId) ?? default;
        using CallbackObservation? observation = CallbackObservation.Begin(contract, callback, start, time.GetUtcNow());
        return await HandleAsync(context, contract, handler, callback, verification.Workspace, body.Bytes, observation)
            .ConfigureAwait(false);
    }

    private int Refuse(HttpContext context, string deployment, Verification verification, ReadOnlyMemory<byte> body, string? header)
    {
        Refused(_logger, deployment, verification.Result, verification.Source);
        if (verification is { Source: SecretSource.None, RequestId: { } requestId })
        {
            started.Refused(deployment, requestId);
        }

        if (diagnosis.IsOn)
        {
            diagnosis.Look(context, deployment, verification, body, header);
        }

        return StatusCodes.Status401Unauthorized;
    }
}
