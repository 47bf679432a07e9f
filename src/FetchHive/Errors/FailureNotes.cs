using System;
#if NET
using System.Runtime.ExceptionServices;
#endif

namespace FetchHive;

/// <summary>
/// Adds what was only known after an exception was made, such as the number of attempts, to its message. An exception doesn't change, so
/// that is another one with everything of the first.
/// </summary>
internal static class FailureNotes
{
    public static FetchHiveException With(this FetchHiveException failure, string note)
    {
        string message = failure.Message + note;
        FetchHiveException noted = failure switch
        {
            // A handler's own type, which nobody here can make.
            FetchHiveRequestException when failure.GetType().Assembly != typeof(FetchHiveException).Assembly => failure,
            FetchHiveRequestException request => RefusalFailures.OfStatus(message, Refusal.Of(request)),
            FetchHiveRunFailedException run => new FetchHiveRunFailedException(message, run.InnerException)
            {
                RequestId = run.RequestId,
                Error = run.Error,
                ErrorCode = run.ErrorCode,
            },
            FetchHiveResponseException response => new FetchHiveResponseException(
                message, response.JsonPath, response.Expected, response.InnerException, response.MayHaveRun)
            {
                RequestId = response.RequestId,
                Status = response.Status,
                OutputText = response.OutputText,
            },
            FetchHiveTimeoutException timeout => new FetchHiveTimeoutException(message, timeout.MayHaveRun, timeout.InnerException)
            {
                RequestId = timeout.RequestId,
            },
            FetchHiveConnectionException connection => new FetchHiveConnectionException(
                message, connection.MayHaveRun, connection.InnerException)
            {
                RequestId = connection.RequestId,
            },
            _ => failure,
        };
#if NET
        if (noted != failure && failure.StackTrace is { } trace)
        {
            ExceptionDispatchInfo.SetRemoteStackTrace(noted, trace);
        }
#endif
        return noted;
    }
}
