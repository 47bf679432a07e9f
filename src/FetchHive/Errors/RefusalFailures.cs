using System;
using System.Globalization;
using System.Net;

namespace FetchHive;

/// <summary>
/// Chooses and words the exception for a refusal. The HTTP status decides. The error code only adds advice: it may be missing, or
/// contradict the status.
/// </summary>
internal static class RefusalFailures
{
    public static FetchHiveException Create(CallContext call, Refusal refusal, string? redirectsTo, string? bodyNote)
    {
        int status = (int)refusal.StatusCode;
        string message = string.Format(
            CultureInfo.InvariantCulture,
            "Fetch Hive {8} {0} with HTTP {1}{2}.{3}{4}{5}{6}{9} {7}",
            call.Name,
            status,
            NameOf(refusal.StatusCode),
            ErrorText.ServiceMessage(refusal.ServiceMessage),
            ErrorText.Code(refusal.ErrorCode),
            ErrorText.Id(refusal.RequestId),
            status is >= 300 and < 400 ? string.Empty : bodyNote,
            Advice(refusal, redirectsTo, call.StartsRun),
            refusal.MayHaveRun ? "answered" : "refused",
            refusal.SentInputs);

        return OfStatus(message, refusal);
    }

    /// <summary>Creates the exception for a refusal's status.</summary>
    public static FetchHiveRequestException OfStatus(string message, Refusal refusal)
    {
        Type type = TypeOf(refusal.StatusCode);
        return type == typeof(FetchHiveValidationException) ? new FetchHiveValidationException(message, refusal)
            : type == typeof(FetchHiveAuthenticationException) ? new FetchHiveAuthenticationException(message, refusal)
            : type == typeof(FetchHivePlanLimitException) ? new FetchHivePlanLimitException(message, refusal)
            : type == typeof(FetchHiveNotFoundException) ? new FetchHiveNotFoundException(message, refusal)
            : type == typeof(FetchHiveRateLimitException) ? new FetchHiveRateLimitException(message, refusal)
            : type == typeof(FetchHiveServerException) ? new FetchHiveServerException(message, refusal)
            : new FetchHiveRequestException(message, refusal);
    }

    /// <summary>Checks the status that a caller passes to an exception's constructor.</summary>
    /// <exception cref="ArgumentException">The library would throw another exception for this status, or none.</exception>
    public static HttpStatusCode StatusFor<TException>(HttpStatusCode statusCode, string parameterName)
        where TException : FetchHiveRequestException
    {
        int status = (int)statusCode;
        if (status is >= 200 and < 300)
        {
            throw new ArgumentException($"HTTP {status} is a success, and this is the exception for a refusal.", parameterName);
        }

        Type type = TypeOf(statusCode);
        return type == typeof(TException)
            ? statusCode
            : throw new ArgumentException($"HTTP {status} is not a status of {typeof(TException).Name}. Use {type.Name}.", parameterName);
    }

    private static Type TypeOf(HttpStatusCode status) => (int)status switch
    {
        400 or 422 => typeof(FetchHiveValidationException),
        401 or 403 => typeof(FetchHiveAuthenticationException),
        402 => typeof(FetchHivePlanLimitException),
        404 => typeof(FetchHiveNotFoundException),
        429 => typeof(FetchHiveRateLimitException),
        >= 500 => typeof(FetchHiveServerException),
        _ => typeof(FetchHiveRequestException),
    };

    // A status without a name would be printed as its number again.
    private static string NameOf(HttpStatusCode status)
    {
        string name = status.ToString();
        return char.IsDigit(name[0]) ? string.Empty : $" ({name})";
    }

    private static string Advice(Refusal refusal, string? redirectsTo, bool startsRun)
    {
        int status = (int)refusal.StatusCode;
        if (status == 303 && startsRun)
        {
            return "That status means that the request was carried out and its result is elsewhere, which the API doesn't do: look in the "
                + "dashboard's log history before sending the call again, and check that FetchHiveOptions.BaseAddress is where the API is.";
        }

        if (status is >= 300 and < 400)
        {
            return redirectsTo is { } target
                ? $"It redirects to {target}; redirects aren't followed, so that key and inputs stay with the address you chose. If that "
                    + "is where the API is, set FetchHiveOptions.BaseAddress to it."
                : "Redirects aren't followed. Set FetchHiveOptions.BaseAddress to where the API is.";
        }

        return status switch
        {
            429 => LimitAdvice(refusal),
            _ when !startsRun => ErrorText.AdviceFor(refusal.ErrorCode) ?? LookupAdvice(status),
            _ => ErrorText.AdviceFor(refusal.ErrorCode) ?? StatusAdvice(status, refusal.MayHaveRun),
        };
    }

    private static string LimitAdvice(Refusal refusal) => refusal.LimitKind switch
    {
        RateLimitKind.DailyCap => string.Format(
            CultureInfo.InvariantCulture,
            "The daily cap of API calls is reached; it resets at {0:yyyy-MM-dd HH:mm} UTC. Wait until then, or upgrade the plan.",
            refusal.ResetsAt),
        RateLimitKind.Concurrency =>
            "Too many runs at the same time: set FetchHiveOptions.MaxConcurrency to what the plan allows, so that calls wait for each "
            + "other, or use callback delivery ([CallbackUrl]), so that the service queues runs.",
        _ => "A limit was reached: try again later.",
    };

    private static string LookupAdvice(int status) => status switch
    {
        401 or 403 or 407 or 409 => StatusAdvice(status, mayHaveRun: false),
        408 or 460 or 499 or >= 500 => "A look-up changes nothing: look again later.",
        _ => "Check the request id, that FetchHiveOptions.BaseAddress is where the API is, and that this library is up to date.",
    };

    private static string StatusAdvice(int status, bool mayHaveRun) => status switch
    {
        400 or 422 =>
            "Compare the method's inputs and metadata with the workflow's Start step; a workflow with a Human in the Loop step needs "
            + "callback delivery ([CallbackUrl]).",
        401 or 403 =>
            "Check that FetchHiveOptions.ApiKey (or FETCH_HIVE_API_KEY) holds a valid key of the workspace that owns the deployment; a "
            + "revoked or rotated key is refused too.",
        402 => "Check the account's credits and plan.",
        404 => "Check the deployment's and variant's names, and that FetchHiveOptions.BaseAddress is where the API is.",
        407 => "A proxy asks for credentials: set them on the HttpClient's handler.",
        409 => "There was another change at the same time: try again.",
        413 => "The request is too large: send smaller inputs.",
        503 when !mayHaveRun => "The service is busy and did not take the request: try again after the time in RetryAfter.",
        408 or 460 or 499 =>
            "A gateway gave up on the request, and the run may have been started: look in the dashboard's log history before sending the "
            + "call again.",
        >= 500 =>
            "The service failed, and the run may have been started: look in the dashboard's log history before sending the call again.",
        _ => "Check that FetchHiveOptions.BaseAddress is where the API is, and that this library is up to date.",
    };
}
