using System;
using System.Text;
using FetchHive.Emulator.Deployments;
using FetchHive.Emulator.Runs;

namespace FetchHive.Emulator.Responses;

/// <summary>
/// Creates the service's responses. If its documentation shows the body of an error, the response is exactly that body. If only the refusal
/// is documented, the wording is ours, in the full envelope.
/// </summary>
internal sealed class ServiceResponses(FetchHiveEmulatorOptions options)
{
    private const string ValidationError = "validation_error";

    /// <summary>Documented at <c>api-reference/errors-and-rate-limits</c>.</summary>
    public EmulatorResponse InvalidAccess() => Respond(401, ServiceJson.Error("Invalid access."));

    /// <summary>Documented at <c>workflows/error-handling</c>.</summary>
    public EmulatorResponse MissingDeploymentOrVariant() =>
        Respond(options.ValidationStatus, ServiceJson.Error("Missing required field: deployment or variant"));

    public EmulatorResponse UnknownPath(string path) =>
        Respond(404, Full(
            $"There is nothing at {path}. The emulator answers POST /v1/workflow/invoke and GET /v1/public/requests/{{id}}; check the base "
                + $"address.",
            null));

    public EmulatorResponse WrongMethod(string method, string allowed) =>
        new ServiceResponse(405, Full($"{method} is not allowed here. Use {allowed}.", null), options.CompressResponses, allow: allowed);

    /// <summary>A request's record, or the error for an unknown request, with the text from the official SDKs.</summary>
    public EmulatorResponse Record(EmulatedRun? run) => run is null
        ? Respond(404, ServiceJson.Error("Request not found"))
        : Respond(200, RecordJson.Write(run, options.RequestData));

    public EmulatorResponse TooLong() =>
        Respond(413, Full($"The request body is longer than {options.MaxRequestBytes} bytes.", ValidationError));

    public EmulatorResponse WrongContentType() =>
        Respond(
            415,
            Full("The request body must be sent as Content-Type: application/json, in UTF-8 and not compressed.", ValidationError));

    public EmulatorResponse NotJson(string problem) => Respond(400, Full(problem, ValidationError));

    public EmulatorResponse UnknownDeployment(string message) => Respond(options.UnknownDeploymentStatus, Full(message, ValidationError));

    public EmulatorResponse Invalid(string problem) =>
        Respond(
            options.ValidationStatus,
            problem.StartsWith("callback_url ", StringComparison.Ordinal) ? ServiceJson.Error(problem) : Full(problem, ValidationError));

    /// <summary>Documented at <c>api-reference/errors-and-rate-limits</c>.</summary>
    public EmulatorResponse TooManyRuns() => Respond(429, Encoding.UTF8.GetBytes(ServiceJson.ConcurrencyLimitBody));

    public EmulatorResponse Accepted(EmulatedRun run)
    {
        Deployment deployment = run.Deployment;
        return Respond(
            options.AcceptedStatus,
            ServiceJson.Accepted(run.RequestId, deployment.IsQueued || run.IsQueued ? "queued" : "running", deployment.WebhookSecret));
    }

    public EmulatorResponse Finished(string requestId, RunOutcome outcome) => outcome switch
    {
        RunOutcome.Completed completed => Respond(200, ServiceJson.Completed(requestId, completed.Output)),
        RunOutcome.Failed failed when options.FailedRuns == FailedRunResponse.RunStatus =>
            Respond(200, ServiceJson.Failed(requestId, failed.Error, failed.ErrorCode)),
        RunOutcome.Failed failed =>
            Respond(options.FailedRunStatus, ServiceJson.Error(failed.Error, failed.Error, failed.ErrorCode, requestId)),
        RunOutcome.Broken broken =>
            Respond(500, ServiceJson.Error(broken.Explanation, broken.Explanation, "internal_server_error", requestId)),
        _ => throw new InvalidOperationException($"A run that ended as {outcome.GetType().Name} has no response."),
    };

    private static ReadOnlyMemory<byte> Full(string message, string? errorCode) => ServiceJson.Error(message, message, errorCode);

    private ServiceResponse Respond(int statusCode, ReadOnlyMemory<byte> json) => new(statusCode, json, options.CompressResponses);
}
