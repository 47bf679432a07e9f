using System;
using FetchHive.CodeGeneration;

namespace FetchHive;

/// <summary>Words the exceptions for callbacks.</summary>
internal static class CallbackFailures
{
    /// <summary>Creates the exception for a body that isn't what was promised.</summary>
    public static FetchHiveResponseException Broken(
        WorkflowDeployment? deployment, string path, string expected, string found, string advice, in KnownRun run, Exception? cause) =>
        new(
            $"The callback{For(deployment)} is not as promised: expected {expected} at {ErrorText.Path(path)}, and "
                + $"{found}.{ErrorText.Id(run.RequestId)} {advice}",
            path,
            expected,
            cause)
        {
            RequestId = run.RequestId,
            Status = run.Status,
            OutputText = run.OutputText,
        };

    /// <summary>Creates the exception for a run that ended without completing.</summary>
    public static FetchHiveRunFailedException RunFailed(
        WorkflowDeployment? deployment, string requestId, RunStatus status, string? error, string? errorCode)
    {
        string ended = status == RunStatus.Failed ? "failed" : $"did not complete: its status is '{OutsideText.Quote(status.ToString())}'";
        return new FetchHiveRunFailedException(
            $"The run{For(deployment)} {ended}.{ErrorText.ServiceMessage(error)}{ErrorText.Code(errorCode)}{ErrorText.Id(requestId)} "
                + $"{ErrorText.AdviceFor(errorCode) ?? "The run's log in the dashboard shows the step that failed."}")
        {
            RequestId = requestId,
            Error = error,
            ErrorCode = errorCode,
        };
    }

    private static string For(WorkflowDeployment? deployment) =>
        deployment is null ? string.Empty : $" for deployment '{deployment.Deployment}', variant '{deployment.Variant}'";
}
