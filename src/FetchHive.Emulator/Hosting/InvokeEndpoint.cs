using System;
using System.IO;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using FetchHive.Emulator.Callbacks;
using FetchHive.Emulator.Deployments;
using FetchHive.Emulator.Faults;
using FetchHive.Emulator.Requests;
using FetchHive.Emulator.Responses;
using FetchHive.Emulator.Runs;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace FetchHive.Emulator.Hosting;

/// <summary>Handles a request: reads it, records it, checks it in the service's order, runs the workflow, and answers.</summary>
internal sealed class InvokeEndpoint(
    FetchHiveEmulatorOptions options,
    DeploymentTable deployments,
    ReceivedRequests log,
    ResponseScript script,
    FaultSwitch faults,
    RunEngine runs,
    CallbackDispatcher callbacks)
{
    public const string BasePath = "/v1";
    private const string Path = BasePath + "/workflow/invoke";
    private const string RecordsPath = BasePath + "/public/requests/";

    private readonly ServiceResponses _responses = new(options);

    /// <summary>Answers a caller of the service.</summary>
    public Task HandleAsync(HttpContext context) => HandleAsync(context, isFromPage: false);

    /// <summary>Answers the emulator's own page, which calls by another path and has no key.</summary>
    public Task HandleFromPageAsync(HttpContext context) => HandleAsync(context, isFromPage: true);

    private async Task HandleAsync(HttpContext context, bool isFromPage)
    {
        DateTimeOffset now = options.TimeProvider.GetUtcNow();
        long arrived = options.TimeProvider.GetTimestamp();
        ReceivedRequest? received = null;
        try
        {
            if (script.TakeNextBeforeReading() is { } early)
            {
                received = new ReceivedRequest(context.Request, RequestBody.Unread, now);
                log.Add(received);
                await early.SendAsync(context, received.IsAnswered).ConfigureAwait(false);
                return;
            }

            RequestBody body = await RequestBody.ReadAsync(context.Request, options.MaxRequestBytes, context.RequestAborted).ConfigureAwait(
                false);
            received = new ReceivedRequest(context.Request, body, now);
            log.Add(received);
            EmulatorResponse? scripted = script.TakeNext();
            EmulatorResponse response = scripted is { IsRegular: false }
                ? scripted
                : InPlaceOf(scripted, await DecideAsync(context.Request, body, received, isFromPage).ConfigureAwait(false));
            received.IsRefused(response.ErrorText);
            await response.SendAsync(context, received.IsAnswered).ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception)
        {
            // The body isn't valid HTTP: for example, its chunks are malformed.
            await _responses
                .NotJson("The request body can't be read: " + exception.Message)
                .SendAsync(context, static _ => { })
                .ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException
            or ObjectDisposedException)
        {
            // The caller hung up, or the emulator is stopping: there is nobody to answer.
            context.Abort();
        }
        finally
        {
            if (received is not null)
            {
                received.IsOver(options.TimeProvider.GetElapsedTime(arrived));
                Listeners.Notify(options.OnRequestAnswered, received);
            }
        }
    }

    private async Task<EmulatorResponse> DecideAsync(HttpRequest request, RequestBody body, ReceivedRequest received, bool isFromPage)
    {
        if (request.Path.Value is { } path && path.StartsWith(RecordsPath, StringComparison.Ordinal) && path.Length > RecordsPath.Length)
        {
            return LookUp(request, path[RecordsPath.Length..]);
        }

        if ((isFromPage ? null : CheckCaller(request)) is { } stranger)
        {
            return stranger;
        }

        if (CheckBody(request, body) is { } refusal)
        {
            return refusal;
        }

        JsonObject json = body.Json!;
        if (FindDeployment(json, out Deployment? deployment) is { } notFound)
        {
            return notFound;
        }

        EmulatorResponse? scripted = deployment!.Script.TakeNext();
        return scripted is { IsRegular: false }
            ? scripted
            : InPlaceOf(scripted, await InvokeAsync(json, deployment, received).ConfigureAwait(false));
    }

    // The deployment's own checks.
    private async Task<EmulatorResponse> InvokeAsync(JsonObject json, Deployment deployment, ReceivedRequest received)
    {
        if (InvokeRequest.Read(json, options, out string? problem) is not { } invoke)
        {
            return _responses.Invalid(problem!);
        }

        problem = StartInputRule.Check(invoke.Inputs, deployment, options);
        if (problem is null && deployment.RequiresCallback && invoke.CallbackUrl is null)
        {
            problem = "This workflow has a Human in the Loop step, so it can't be invoked directly: send async.enabled true and "
                + "async.callback_url.";
        }

        if (problem is not null)
        {
            return _responses.Invalid(problem);
        }

        // It isn't documented when the service checks its limit. Here a request that is refused for another reason doesn't count.
        PickedFault fault = faults.Pick();
        if (fault.Kind is EmulatorFaultKinds.ServerError)
        {
            return EmulatorResponse.Error(503, "The emulator answers this call with 503 by chance: its faults are switched on.");
        }

        if (fault.Kind is EmulatorFaultKinds.ConcurrencyLimit || runs.Start(deployment, invoke, fault) is not { } run)
        {
            return _responses.TooManyRuns();
        }

        received.RunHasStarted(run.RequestId);
        EmulatorResponse response = run.CallbackUrl is not null
            ? new AcceptedResponse(_responses.Accepted(run), callbacks.Begin(run))
            : _responses.Finished(run.RequestId, await runs.WaitAsync(run).ConfigureAwait(false));
        return fault.Kind is EmulatorFaultKinds.LostResponse ? response.Transferred(Transfer.Lost) : response;
    }

    private static EmulatorResponse InPlaceOf(EmulatorResponse? scripted, EmulatorResponse regular) =>
        scripted?.InPlaceOfRegular(regular) ?? regular;

    private EmulatorResponse LookUp(HttpRequest request, string requestId)
    {
        if (!HttpMethods.IsGet(request.Method))
        {
            return _responses.WrongMethod(request.Method, "GET");
        }

        return HasKey(request) ? _responses.Record(runs.Find(requestId)) : _responses.InvalidAccess();
    }

    /// <summary>The checks before the body is read.</summary>
    private EmulatorResponse? CheckCaller(HttpRequest request)
    {
        if (request.Path.Value != Path)
        {
            return _responses.UnknownPath(request.Path.Value ?? "/");
        }

        if (!HttpMethods.IsPost(request.Method))
        {
            return _responses.WrongMethod(request.Method, "POST");
        }

        return HasKey(request) ? null : _responses.InvalidAccess();
    }

    /// <summary>The checks of the body before its fields are read.</summary>
    private EmulatorResponse? CheckBody(HttpRequest request, RequestBody body)
    {
        if (body.IsTooLong)
        {
            return _responses.TooLong();
        }

        if (options.ContentTypeRequired && !IsJson(request))
        {
            return _responses.WrongContentType();
        }

        return body.Json is null ? _responses.NotJson(body.Problem!) : null;
    }

    private EmulatorResponse? FindDeployment(JsonObject json, out Deployment? found)
    {
        found = null;
        string? name = json.TextOf("deployment");
        string? variant = json.TextOf("variant");
        bool variantMissing = string.IsNullOrEmpty(variant) && (options.VariantRequired || json["variant"] is not null);
        if (string.IsNullOrEmpty(name) || variantMissing)
        {
            return _responses.MissingDeploymentOrVariant();
        }

        return deployments.TryGet(name, variant, out found)
            ? null
            : _responses.UnknownDeployment(deployments.WhyNotFound(name, variant));
    }

    private bool HasKey(HttpRequest request)
    {
        const string Scheme = "Bearer ";
        return request.Headers.Authorization is [{ } value]
            && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && Secrets.AreEqual(value[Scheme.Length..].Trim(), options.ApiKey);
    }

    private static bool IsJson(HttpRequest request) =>
        request.Headers.ContentEncoding.Count == 0
        && MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
