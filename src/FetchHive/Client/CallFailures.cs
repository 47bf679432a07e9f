using System;
using System.Threading;

namespace FetchHive;

/// <summary>Words the exceptions for calls that got no answer.</summary>
internal static class CallFailures
{
    /// <summary>Tells the caller's cancellation, the call's time limit and an HttpClient's own apart.</summary>
    public static Exception Cancelled(CallContext call, in CallDeadline deadline, bool hasBegun, TimeSpan channelTimeout, OperationCanceledException exception)
    {
        if (deadline.IsCancelledByCaller)
        {
            return new OperationCanceledException($"{Sentence(call)} was cancelled by its caller.", exception, deadline.Caller);
        }

        if (deadline.HasPassed)
        {
            return new FetchHiveTimeoutException(
                $"{Sentence(call)} had no complete answer within {call.Settings!.Timeout:c} (FetchHiveOptions.Timeout).{State(hasBegun)} Raise the timeout, or use callback delivery ([CallbackUrl]) for runs that take long.",
                hasBegun,
                exception);
        }

        return channelTimeout != Timeout.InfiniteTimeSpan
            ? new FetchHiveTimeoutException(
                $"{Sentence(call)} had no answer within {channelTimeout:c}, the Timeout of the HttpClient that the FetchHiveClient was given.{State(hasBegun)} Set HttpClient.Timeout to Timeout.InfiniteTimeSpan; FetchHiveOptions.Timeout limits the whole call.",
                hasBegun,
                exception)
            : new FetchHiveConnectionException(
                $"{Sentence(call)} was ended by the HttpClient or one of its handlers, not by the caller and not by FetchHiveOptions.Timeout.{State(hasBegun)} Check whether the HttpClient was disposed or its requests were cancelled.",
                hasBegun,
                exception);
    }

    /// <summary>A connection that couldn't be made, or broke before the answer.</summary>
    public static FetchHiveConnectionException NoAnswer(CallContext call, bool hasBegun, Exception exception) =>
        new(
            $"There was no answer from {call.Settings!.Endpoint.Host} to {call.Name}: {call.Redact(exception.Message)}{State(hasBegun)} {Advice(hasBegun)}",
            hasBegun,
            exception);

    private static string Sentence(CallContext call) => call.Subject;

    private static string State(bool hasBegun) => hasBegun
        ? " The request had been sent, or part of it, so the run may have been started."
        : " Nothing of the request's body had been sent, so no run was started.";

    private static string Advice(bool hasBegun) => hasBegun
        ? "Look in the dashboard's log history before sending the call again."
        : "Check the network and FetchHiveOptions.BaseAddress; the call can be sent again.";
}
