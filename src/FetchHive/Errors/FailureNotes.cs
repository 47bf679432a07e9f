using System;
#if NET
using System.Runtime.ExceptionServices;
#endif

namespace FetchHive;

/// <summary>
/// Adds facts to an exception's message that are only known later, such as the number of attempts. An exception can't be changed, so the
/// result is a copy with another message.
/// </summary>
internal static class FailureNotes
{
    public static FetchHiveException With(this FetchHiveException failure, string note)
    {
        string message = failure.Message + note;
        FetchHiveException noted = failure switch
        {
            // An application's own exception type, which can't be created here.
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
