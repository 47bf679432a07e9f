using System;
using System.Security.Authentication;
using System.Threading;

namespace FetchHive;

/// <summary>Words the exceptions for calls that got no answer.</summary>
internal static class CallFailures
{
    /// <summary>Tells the caller's cancellation, the call's time limit and an HttpClient's own apart.</summary>
    public static Exception Cancelled(CallContext call, CallDeadline deadline, CallStage stage, bool hasBegun, TimeSpan channelTimeout, OperationCanceledException exception)
    {
        if (deadline.IsCancelledByCaller)
        {
            return new OperationCanceledException($"{call.Subject} was cancelled by its caller{While(stage)}.{State(hasBegun)}", exception, deadline.Caller);
        }

        if (deadline.HasPassed)
        {
            return new FetchHiveTimeoutException(
                $"{call.Subject} had no complete answer within {call.Settings!.Timeout:c} (FetchHiveOptions.Timeout){StillWaiting(stage)}.{State(hasBegun)} {TimeoutAdvice(call, stage, hasBegun)}",
                hasBegun,
                exception);
        }

#if NET
        // A handler's own limit for connecting; nothing else times out before the body is sent, but for HttpClient.Timeout, which names itself.
        if (!hasBegun && channelTimeout == Timeout.InfiniteTimeSpan && exception.InnerException is TimeoutException)
        {
            return NoAnswer(call, hasBegun, exception);
        }

        bool isTimeout = channelTimeout != Timeout.InfiniteTimeSpan && exception.InnerException is TimeoutException;
#else
        bool isTimeout = channelTimeout != Timeout.InfiniteTimeSpan;
#endif
        return isTimeout
            ? new FetchHiveTimeoutException(
                $"{call.Subject} had no answer within {channelTimeout:c}, the HttpClient.Timeout of the HttpClient that the FetchHiveClient was given.{State(hasBegun)} Set HttpClient.Timeout to Timeout.InfiniteTimeSpan; FetchHiveOptions.Timeout limits the whole call.",
                hasBegun,
                exception)
            : new FetchHiveConnectionException(
                $"{call.Subject} was ended by the HttpClient or one of its handlers, not by the caller and not by FetchHiveOptions.Timeout.{State(hasBegun)} Check whether the HttpClient was disposed or its requests were cancelled.",
                hasBegun,
                exception);
    }

    /// <summary>A connection that couldn't be made, or broke before the answer.</summary>
    public static FetchHiveConnectionException NoAnswer(CallContext call, bool hasBegun, Exception exception) =>
        new(
            $"There was no answer from {call.Settings!.Endpoint.Host} to {call.Name}: {ErrorText.Sentence(call.Redact(Reason(exception)))}{State(hasBegun)} {Advice(hasBegun, exception)}",
            hasBegun,
            exception);

    private static string While(CallStage stage) => stage switch
    {
        CallStage.Slot => " while it waited for one of the slots of FetchHiveOptions.MaxConcurrency",
        CallStage.Retry => " while it waited to be tried again",
        _ => string.Empty,
    };

    private static string StillWaiting(CallStage stage) => stage switch
    {
        CallStage.Slot => ": it was still waiting for one of the slots of FetchHiveOptions.MaxConcurrency",
        CallStage.Retry => ": it was still waiting to be tried again",
        _ => string.Empty,
    };

    private static string TimeoutAdvice(CallContext call, CallStage stage, bool hasBegun) => stage switch
    {
        CallStage.Slot =>
            $"Other calls had all of them ({call.Settings!.MaxConcurrency}): raise MaxConcurrency if the plan allows more runs at a time, raise the timeout, or make fewer calls at once.",
        CallStage.Exchange when !hasBegun => "Check the network and FetchHiveOptions.BaseAddress, or raise the timeout; the call can be sent again.",
        _ => "Raise the timeout, or use callback delivery ([CallbackUrl]) for runs that take long.",
    };

    // The outermost exception mostly says no more than that something went wrong.
    private static string Reason(Exception exception)
    {
        string cause = exception.GetBaseException().Message;
        return exception.Message.Contains(cause) ? exception.Message : cause;
    }

    private static string State(bool hasBegun) => hasBegun
        ? " The request had been sent, or part of it, so the run may have been started."
        : " Nothing of the request's body had been sent, so no run was started.";

    private static string Advice(bool hasBegun, Exception exception)
    {
        if (hasBegun)
        {
            return "Look in the dashboard's log history before sending the call again.";
        }

        return exception.GetBaseException() is AuthenticationException
            ? "Check that FetchHiveOptions.BaseAddress is where the API is, and that this machine trusts its certificate."
            : "Check the network and FetchHiveOptions.BaseAddress; the call can be sent again.";
    }
}
