using System;
using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;
using Polly;

namespace FetchHive;

/// <summary>
/// Retries a call after its first attempt failed. Polly decides when. The loop is entered only after a failure, so a call that succeeds at
/// once pays nothing for it.
/// </summary>
internal sealed class RetryLoop
{
    // The longest wait that a timer supports. If the call has no time limit, the service could ask for a longer one.
    private static readonly TimeSpan MaxWait = TimeSpan.FromDays(24);

    private static readonly ResiliencePropertyKey<RetriedCall> CallKey = new("FetchHive.Call");

    private readonly AttemptSender _attempts;
    private readonly ResiliencePipeline<ReceivedResponse> _pipeline;

    public RetryLoop(AttemptSender attempts, int maxRetries, TimeProvider time)
    {
        _attempts = attempts;
        _pipeline = new ResiliencePipelineBuilder<ReceivedResponse> { TimeProvider = time }
            .AddRetry(RetryRules.Strategy<ReceivedResponse>(maxRetries, RetryRules.CanBeTriedAgain, static arguments =>
            {
                RetriedCall call = arguments.Context.Properties.GetValue(CallKey, null!);
                call.BeginWait((FetchHiveException)arguments.Outcome.Exception!, arguments.RetryDelay);
            }))
            .Build();
    }

    /// <summary>Continues a call after its first attempt failed.</summary>
    /// <param name="request">The request. Its bytes are still there.</param>
    /// <param name="call">The call.</param>
    /// <param name="deadline">The time limit of the whole call.</param>
    /// <param name="observation">The call's telemetry.</param>
    /// <param name="failure">The exception of the first attempt.</param>
    public async ValueTask<ReceivedResponse> ContinueAsync(
        WorkflowRequest request, CallContext call, CallDeadline deadline, CallObservation? observation, FetchHiveException failure)
    {
        RetriedCall retried = new(_attempts, request, call, deadline, observation, failure);
        ResilienceContext context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, deadline.Token);
        context.Properties.Set(CallKey, retried);
        try
        {
            Outcome<ReceivedResponse> outcome = await _pipeline
                .ExecuteOutcomeAsync(static (_, retried) => retried.AttemptAsync(), context, retried)
                .ConfigureAwait(false);
            return outcome.Exception is { } exception ? throw retried.Ended(exception) : outcome.Result;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>One call in the pipeline.</summary>
    private sealed class RetriedCall(
        AttemptSender attempts,
        WorkflowRequest request,
        CallContext call,
        CallDeadline deadline,
        CallObservation? observation,
        FetchHiveException first)
    {
        private FetchHiveException? _first = first;
        private int _attempt = 1;
        private bool _isWaiting;

        public async ValueTask<Outcome<ReceivedResponse>> AttemptAsync()
        {
            // The pipeline's first attempt was already made, before the pipeline was entered.
            if (_first is { } failure)
            {
                _first = null;
                return Outcome.FromException<ReceivedResponse>(failure);
            }

            _isWaiting = false;
            _attempt++;
            try
            {
                return Outcome.FromResult(await attempts.SendAsync(request, call, deadline, _attempt, observation).ConfigureAwait(false));
            }
            catch (Exception exception)
            {
                return Outcome.FromException<ReceivedResponse>(exception);
            }
        }

        /// <summary>
        /// Ends the call if its time limit doesn't allow the wait: the original failure is more useful than a later timeout.
        /// </summary>
        public void BeginWait(FetchHiveException failure, TimeSpan delay)
        {
            if (delay >= deadline.Remaining || delay > MaxWait)
            {
                throw failure.With(string.Format(
                    CultureInfo.InvariantCulture,
                    call.Settings!.Timeout == Timeout.InfiniteTimeSpan
                        ? " It was not tried again, as the wait of {0:0.###} s is longer than the client waits ({2:0} days)."
                        : " It was not tried again, as the wait of {0:0.###} s is longer than what is left of FetchHiveOptions.Timeout "
                            + "({1:c}).",
                    delay.TotalSeconds,
                    call.Settings.Timeout,
                    MaxWait.TotalDays));
            }

            _isWaiting = true;
            attempts.Log.Retrying(call, _attempt, delay, failure);
            observation?.Retrying(_attempt, delay, failure);
        }

        /// <summary>Turns the pipeline's exception into the one that the caller gets.</summary>
        public Exception Ended(Exception exception)
        {
            if (_isWaiting && exception is OperationCanceledException cancellation)
            {
                return CallFailures.Cancelled(call, deadline, CallStage.Retry, mayHaveRun: false, cancellation);
            }

            if (exception is FetchHiveException failure)
            {
                string note = RetryRules.CanBeTriedAgain(failure)
                    ? " It was tried {0} times (FetchHiveOptions.MaxRetries is {1})."
                    : " This was attempt {0}; those before it could not have started a run.";
                FetchHiveException noted = failure.With(
                    string.Format(CultureInfo.InvariantCulture, note, _attempt, call.Settings!.MaxRetries));
                if (noted != failure)
                {
                    return noted;
                }
            }

            ExceptionDispatchInfo.Capture(exception).Throw();
            return exception;
        }
    }
}
