using System;
using System.IO;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Threading;
using Polly.Timeout;

namespace FetchHive;

/// <summary>Chooses and words the exceptions of calls that got no usable response.</summary>
internal static class CallFailures
{
    private const string BeforeSendingAgain = "Look in the dashboard's log history before sending the call again.";

    /// <summary>Creates the exception for whatever ended an attempt.</summary>
    /// <param name="call">The call.</param>
    /// <param name="deadline">The call's time limit.</param>
    /// <param name="content">The request's body; null for a look-up.</param>
    /// <param name="isAnswered">Whether a response had begun.</param>
    /// <param name="channel">The channel that the request was sent through.</param>
    /// <param name="exception">The exception that was thrown.</param>
    public static Exception Of(
        CallContext call, CallDeadline deadline, RequestContent? content, bool isAnswered, RequestChannel channel, Exception exception)
    {
        bool mayHaveRun = content is not null && (content.HasBegun || isAnswered);
        if (deadline.IsCancelledByCaller)
        {
            return CancelledByCaller(call, deadline, CallStage.Exchange, mayHaveRun, exception);
        }

        if (content is { WasSentAgain: true } && !isAnswered)
        {
            return SentAgain(call, exception);
        }

        // A handler may turn a cancelled token into any exception. The token counts.
        if (deadline.HasPassed)
        {
            return TimedOut(call, CallStage.Exchange, mayHaveRun, exception);
        }

        return exception switch
        {
            OperationCanceledException cancellation => Ended(call, channel, mayHaveRun, cancellation),
            _ when isAnswered => ResponseFailures.Truncated(call, exception),
            HttpRequestException or IOException or SocketException => NoResponse(call, mayHaveRun, exception),
            TimeoutException or TimeoutRejectedException => new FetchHiveTimeoutException(
                $"{call.Subject} was ended by the time limit of one of the HttpClient's handlers: "
                    + $"{Thrown(call, exception)}{State(call, mayHaveRun)} Remove the limit from this client, or make it longer than a run "
                    + "takes; FetchHiveOptions.Timeout limits the whole call.",
                mayHaveRun,
                exception),
            _ => new FetchHiveConnectionException(
                $"{call.Subject} was ended by the HttpClient or one of its handlers: {Thrown(call, exception)}{State(call, mayHaveRun)} "
                    + $"{(mayHaveRun ? BeforeSendingAgain : "Fix the handler; the call can be sent again.")}",
                mayHaveRun,
                exception),
        };
    }

    /// <summary>Whether a call that ended with this exception may have started a run. True for an exception of an unknown type.</summary>
    public static bool MayHaveRun(Exception exception) => exception switch
    {
        FetchHiveException failure => failure.MayHaveRun,
        FetchHiveCanceledException cancellation => cancellation.MayHaveRun,
        _ => true,
    };

    /// <summary>Creates the exception for a wait, for a slot or between retries, that was cancelled or timed out.</summary>
    public static Exception Cancelled(
        CallContext call, CallDeadline deadline, CallStage stage, bool mayHaveRun, OperationCanceledException exception) =>
        deadline.IsCancelledByCaller
            ? CancelledByCaller(call, deadline, stage, mayHaveRun, exception)
            : TimedOut(call, stage, mayHaveRun, exception);

    /// <summary>Creates the exception for the caller's own cancellation.</summary>
    public static FetchHiveCanceledException CancelledByCaller(
        CallContext call, CallDeadline deadline, CallStage stage, bool mayHaveRun, Exception? exception) =>
        new($"{call.Subject} was cancelled by its caller{While(stage)}.{State(call, mayHaveRun)}", mayHaveRun, deadline.Caller, exception);

    /// <summary>Creates the exception for a call whose token was already cancelled.</summary>
    public static FetchHiveCanceledException CancelledBefore(CallContext call, CancellationToken caller) =>
        new($"{call.Subject} was cancelled by its caller before it began.{State(call, mayHaveRun: false)}", mayHaveRun: false, caller);

    /// <summary>Creates the exception for a handler that tried to send the request a second time.</summary>
    public static FetchHiveConnectionException SentAgain(CallContext call, Exception? exception) =>
        new(
            $"A handler of the HttpClient (for retries, hedging or redirects) tried to send {call.Name} a second time. Nothing was sent "
                + $"again, as the first time may have started a run. {BeforeSendingAgain} Remove such handlers from this client: retries, "
                + "limits and timeouts are the client's own (FetchHiveOptions.MaxRetries, MaxConcurrency, Timeout), and it never sends "
                + "again what may have run.",
            mayHaveRun: true,
            exception);

    /// <summary>Creates the exception for a response from an address that the request wasn't sent to.</summary>
    public static FetchHiveConnectionException Redirected(CallContext call, string host) =>
        new(
            $"The response to {call.Name} came from {host}, to which the HttpClient was redirected, and not from "
                + $"{call.Settings!.Endpoint.Host}. It was refused; the key wasn't sent there."
                + (call.StartsRun ? $"{State(call, mayHaveRun: true)} {BeforeSendingAgain}" : string.Empty)
                + " Set FetchHiveOptions.BaseAddress to where the API is, and AllowAutoRedirect to false on your own handler.",
            mayHaveRun: call.StartsRun);

    private static FetchHiveTimeoutException TimedOut(CallContext call, CallStage stage, bool mayHaveRun, Exception exception) =>
        new(
            stage == CallStage.Slot
                ? $"{call.Subject} waited {call.Settings!.QueueTimeout:c} (FetchHiveOptions.QueueTimeout) for one of the slots of "
                    + $"FetchHiveOptions.MaxConcurrency, and got none.{State(call, mayHaveRun)} {Advice(call, stage, mayHaveRun)}"
                : $"{call.Subject} received no complete response within {call.Settings!.Timeout:c} (FetchHiveOptions.Timeout)"
                    + (stage == CallStage.Retry ? ": it was still waiting to be tried again" : string.Empty)
                    + $".{State(call, mayHaveRun)} {Advice(call, stage, mayHaveRun)}",
            mayHaveRun,
            exception);

    // For a cancellation that came neither from the caller nor from the call's time limit.
    private static FetchHiveException Ended(CallContext call, RequestChannel channel, bool mayHaveRun, OperationCanceledException exception)
    {
        TimeSpan limit = channel.Timeout;
#if NET
        // A handler's own limit for connecting. Nothing else times out before the body is sent, except HttpClient.Timeout, which names
        // itself.
        if (!mayHaveRun && limit == Timeout.InfiniteTimeSpan && exception.InnerException is TimeoutException)
        {
            return NoResponse(call, mayHaveRun, exception);
        }

        bool isTimeout = limit != Timeout.InfiniteTimeSpan && exception.InnerException is TimeoutException;
#else
        bool isTimeout = limit != Timeout.InfiniteTimeSpan;
#endif
        return isTimeout
            ? new FetchHiveTimeoutException(
                $"{call.Subject} received no response within {limit:c}, the HttpClient.Timeout of the HttpClient that it was sent "
                    + $"through.{State(call, mayHaveRun)} Set HttpClient.Timeout to Timeout.InfiniteTimeSpan; FetchHiveOptions.Timeout "
                    + "limits the whole call.",
                mayHaveRun,
                exception)
            : new FetchHiveConnectionException(
                $"{call.Subject} was ended by the HttpClient or one of its handlers, not by the caller and not by "
                    + $"FetchHiveOptions.Timeout.{State(call, mayHaveRun)} Check whether the HttpClient was disposed or its requests were "
                    + "cancelled.",
                mayHaveRun,
                exception);
    }

    // For a connection that couldn't be made, or broke before the response.
    private static FetchHiveConnectionException NoResponse(CallContext call, bool mayHaveRun, Exception exception) =>
        new(
            $"There was no response from {call.Settings!.Endpoint.Host} to {call.Name}: "
                + $"{ErrorText.Sentence(call.Redact(Reason(exception)))}{State(call, mayHaveRun)} {Advice(mayHaveRun, exception)}",
            mayHaveRun,
            exception);

    private static string Thrown(CallContext call, Exception exception) =>
        $"{exception.GetType().Name}, {ErrorText.Sentence(call.Redact(exception.Message))}";

    private static string While(CallStage stage) => stage switch
    {
        CallStage.Slot => " while it waited for one of the slots of FetchHiveOptions.MaxConcurrency",
        CallStage.Retry => " while it waited to be tried again",
        _ => string.Empty,
    };

    private static string Advice(CallContext call, CallStage stage, bool mayHaveRun) => stage switch
    {
        CallStage.Slot =>
            $"Other calls held all of them ({call.Settings!.MaxConcurrency}): raise MaxConcurrency if the plan allows more runs at a time, "
                + "raise QueueTimeout, or make fewer calls at once.",
        CallStage.Exchange when !mayHaveRun =>
            "Check the network and FetchHiveOptions.BaseAddress, or raise the timeout; the call can be sent again.",
        _ when !call.StartsRun => "Look again later, or raise the timeout.",
        _ => "Raise the timeout, or use callback delivery ([CallbackUrl]) for runs that take long.",
    };

    // The outermost exception's message is usually too general.
    private static string Reason(Exception exception)
    {
        string cause = exception.GetBaseException().Message;
        return exception.Message.Contains(cause) ? exception.Message : cause;
    }

    private static string State(CallContext call, bool mayHaveRun) => !call.StartsRun
        ? string.Empty
        : mayHaveRun
        ? " The request had been sent, or part of it, so the run may have been started."
        : " Nothing of the request's body had been sent, so no run was started.";

    private static string Advice(bool mayHaveRun, Exception exception)
    {
        if (mayHaveRun)
        {
            return BeforeSendingAgain;
        }

        return exception.GetBaseException() is AuthenticationException
            ? "Check that FetchHiveOptions.BaseAddress is where the API is, and that this machine trusts its certificate."
            : "Check the network and FetchHiveOptions.BaseAddress; the call can be sent again.";
    }
}
