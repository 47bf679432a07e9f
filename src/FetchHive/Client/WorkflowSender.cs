using System;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;

namespace FetchHive;

/// <summary>Makes every call: sends its attempts within its time limit, and reads its result from the response.</summary>
internal sealed partial class WorkflowSender : IDisposable
{
    private readonly ClientSettings _settings;
    private readonly CallLog _log;
    private readonly AttemptSender _attempts;
    private readonly RequestChannel _channel;
    private RetryLoop? _retries;
    private RequestLookup? _lookup;

    public WorkflowSender(ClientSettings settings, RequestChannel channel, CallLog log)
    {
        _settings = settings;
        _log = log;
        _channel = channel;
        _attempts = new AttemptSender(settings, channel, log);
    }

    /// <summary>The observers of starts with callback delivery; null for none.</summary>
    public CallbackRunObservers? Observers { get; init; }

    /// <summary>How long a call may take.</summary>
    public TimeSpan Timeout => _settings.Timeout;

    /// <summary>The clock. Tests set it before the first call.</summary>
    public TimeProvider Time
    {
        get => _attempts.Time;
        set => _attempts.Time = value;
    }

    public Task<T> SendForOutputAsync<T>(WorkflowRequest request, OutputReader<T> output, CancellationToken cancellationToken) =>
        CallAsync<T, OutputResult<T>>(request, new OutputResult<T>(output), cancellationToken);

    public Task<WorkflowRun<T>> SendForRunAsync<T>(WorkflowRequest request, OutputReader<T> output, CancellationToken cancellationToken) =>
        CallAsync<WorkflowRun<T>, RunResult<T>>(request, new RunResult<T>(output), cancellationToken);

    public Task SendAsync(WorkflowRequest request, CancellationToken cancellationToken) =>
        CallAsync<bool, NoResult>(request, default, cancellationToken);

    public Task<AcceptedRun<T>> SendForAcceptedRunAsync<T>(
        WorkflowRequest request, CallbackContract<T> contract, CancellationToken cancellationToken) =>
        CallRecorder.Of(cancellationToken) is { } recorder ? RefuseStartAsync<T>(recorder, request)
        : Observers is null ? SendUnobservedAsync(request, contract, cancellationToken)
        : Observers.StartAsync(this, request, contract, cancellationToken);

    public Task<AcceptedRun<T>> SendUnobservedAsync<T>(
        WorkflowRequest request, CallbackContract<T> contract, CancellationToken cancellationToken) =>
        CallAsync<AcceptedRun<T>, AcceptedRunResult<T>>(request, new AcceptedRunResult<T>(contract), cancellationToken);

    public Task<RequestRecord?> LookUpAsync(string requestId, CancellationToken cancellationToken)
    {
        _lookup ??= new RequestLookup(_settings, _channel, _log, Time);
        return _lookup.GetAsync(requestId, cancellationToken);
    }

    public void Dispose() => _attempts.Dispose();

    private Task<T> CallAsync<T, TResult>(WorkflowRequest request, TResult result, CancellationToken cancellationToken)
        where TResult : struct, ICallResult<T> =>
        CallRecorder.Of(cancellationToken) is { } recorder
            ? RecordedAsync<T, TResult>(recorder, request, result, cancellationToken)
            : SendAsync<T, TResult>(request, result, cancellationToken);

    // One method, not several that await each other: each would add about 80 ns to a call.
    private async Task<T> SendAsync<T, TResult>(WorkflowRequest request, TResult result, CancellationToken cancellationToken)
        where TResult : struct, ICallResult<T>
    {
        CallContext call = new(request.Deployment, _settings);
        CallObservation? observation = CallObservation.Begin(call, request.Body, _log, Time);
        CallDeadline? deadline = null;
        try
        {
            if (cancellationToken.IsCancellationRequested)
            {
                throw CallFailures.CancelledBefore(call, cancellationToken);
            }

            deadline = new CallDeadline(_settings.Timeout, _settings.QueueTimeout, Time, cancellationToken);
            ReceivedResponse response = default;
            FetchHiveException? failure = null;
            try
            {
                response = await _attempts.SendAsync(request, call, deadline, attempt: 1, observation).ConfigureAwait(false);
            }
            catch (FetchHiveException exception) when (_settings.MaxRetries > 0 && RetryRules.CanBeTriedAgain(exception))
            {
                failure = exception;
            }

            if (failure is not null)
            {
                _retries ??= new RetryLoop(_attempts, _settings.MaxRetries, Time);
                response = await _retries.ContinueAsync(request, call, deadline, observation, failure).ConfigureAwait(false);
            }

            try
            {
                observation?.Answered(response.Body);
                return result.Read(response, call);
            }
            catch (Exception exception) when (exception is not FetchHiveException)
            {
                throw ResponseFailures.Unreadable(call, exception);
            }
            finally
            {
                response.Release();
            }
        }
        catch (Exception exception) when (Note(call, observation, exception))
        {
            // Never reached: the filter only observes and returns false.
            throw;
        }
        finally
        {
            deadline?.Dispose();

            // The request's bytes are kept until here, so that the call can be retried.
            request.Release();
            observation?.End();
        }
    }

    private bool Note(CallContext call, CallObservation? observation, Exception exception)
    {
        observation?.Failed(exception);
        _log.Failed(call, exception);
        return false;
    }
}
