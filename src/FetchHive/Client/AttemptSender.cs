using System;
using System.Net.Http;
#if NET
using System.Runtime.CompilerServices;
#endif
using System.Threading;
using System.Threading.RateLimiting;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;

namespace FetchHive;

/// <summary>
/// One attempt at a call: takes a slot, sends the request, reads the response, and turns every failure into its exception.
/// </summary>
internal sealed class AttemptSender : IDisposable
{
    private readonly ClientSettings _settings;
    private readonly RequestChannel _channel;
    private readonly ConcurrencySlots? _slots;

    public AttemptSender(ClientSettings settings, RequestChannel channel, CallLog log)
    {
        _settings = settings;
        _channel = channel;
        _slots = settings.MaxConcurrency is { } count ? new ConcurrencySlots(count) : null;
        Log = log;
    }

    public CallLog Log { get; }

    /// <summary>The clock. Tests replace it.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>Makes one attempt, as soon as a slot is free.</summary>
    public ValueTask<ReceivedResponse> SendAsync(
        WorkflowRequest request, CallContext call, CallDeadline deadline, int attempt, CallObservation? observation) =>
        _slots is null
            ? Exchange(request, call, deadline, attempt, observation)
            : ExchangeInSlotAsync(_slots, request, call, deadline, attempt, observation);

    private ValueTask<ReceivedResponse> Exchange(
        WorkflowRequest request, CallContext call, CallDeadline deadline, int attempt, CallObservation? observation) =>
        request.Recorder is null
            ? ExchangeAsync(request, call, deadline, attempt, observation)
            : ExchangeRecordedAsync(request.Recorder, request, call, deadline, attempt, observation);

    private async ValueTask<ReceivedResponse> ExchangeRecordedAsync(
        CallRecorder recorder,
        WorkflowRequest request,
        CallContext call,
        CallDeadline deadline,
        int attempt,
        CallObservation? observation)
    {
        await recorder.SendingAsync().ConfigureAwait(false);
        ReceivedResponse response;
        try
        {
            response = await ExchangeAsync(request, call, deadline, attempt, observation).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            recorder.AttemptFailed(CallFailures.MayHaveRun(exception));
            throw;
        }

        await recorder.AnsweredAsync(response.BodyMemory).ConfigureAwait(false);
        return response;
    }

    // Rare waits are in separate methods: each kind of awaiter makes the state machine larger for every call.
#if NET
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
#endif
    private async ValueTask<ReceivedResponse> ExchangeAsync(
        WorkflowRequest request, CallContext call, CallDeadline deadline, int attempt, CallObservation? observation)
    {
        RequestContent content = new(request.Body);
        RequestPass? pass = _channel.CreatePass(_settings, content);
        HttpResponseMessage? response = null;
        bool isRead = false;
        try
        {
            Log.Sending(call, attempt, content.Length);
            observation?.AttemptStarts(attempt);
            response = await _channel.SendAsync(_settings, _settings.Endpoint, content, pass, deadline.Token).ConfigureAwait(false);
            observation?.Responded(response);
            CheckOrigin(call, content, pass, response);
            BodyBuffer body = await ReadAsync(response, request, call, deadline).ConfigureAwait(false);
            if (body.Exceeds)
            {
                body.Release();
                throw ResponseFailures.TooLarge(call, _settings.MaxResponseBytes);
            }

            isRead = true;
            deadline.CanReuseSource = attempt == 1 && (_channel.IsOwned || IsOfFramework(response.Content));
            return new ReceivedResponse(response, body.ToArray(), body.Length);
        }
        catch (Exception exception) when (exception is not (FetchHiveException or FetchHiveCanceledException))
        {
            // Whatever a handler throws, the caller learns whether a run may have started.
            throw CallFailures.Of(call, deadline, content, response is not null, _channel, exception);
        }
        finally
        {
            if (!isRead)
            {
                response?.Dispose();
            }

            observation?.AttemptEnded();
            if (!content.Close())
            {
                request.KeepBytes();
            }
        }
    }

    private async ValueTask<ReceivedResponse> ExchangeInSlotAsync(
        ConcurrencySlots slots, WorkflowRequest request, CallContext call, CallDeadline deadline, int attempt, CallObservation? observation)
    {
        using RateLimitLease slot = slots.TryEnter() ?? await EnterAsync(slots, call, deadline, observation).ConfigureAwait(false);
        return await Exchange(request, call, deadline, attempt, observation).ConfigureAwait(false);
    }

    public void Dispose() => _slots?.Dispose();

    private async ValueTask<RateLimitLease> EnterAsync(
        ConcurrencySlots slots, CallContext call, CallDeadline deadline, CallObservation? observation)
    {
        Log.Waiting(call);
        observation?.QueueEntered();
        deadline.EnterQueue();
        try
        {
            return await slots.EnterAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception)
        {
            throw CallFailures.Cancelled(call, deadline, CallStage.Slot, mayHaveRun: false, exception);
        }
        finally
        {
            deadline.LeaveQueue();
            observation?.QueueLeft();
        }
    }

    // An HttpClient gives its handlers a token of its own. But the stream of a response gets that of the call, and a handler of the
    // application may have put its own stream there.
    private static bool IsOfFramework(HttpContent content) =>
        content.GetType().Assembly == typeof(HttpContent).Assembly && content is not (StreamContent or MultipartContent);

    // A response from another address says nothing about the request that was sent.
    private static void CheckOrigin(CallContext call, RequestContent content, RequestPass? pass, HttpResponseMessage response)
    {
        if (content.WasSentAgain && !response.IsSuccessStatusCode && response != pass?.Response)
        {
            throw CallFailures.SentAgain(call, exception: null);
        }

        if (ResponseAddress.AnsweredBy(call, response) is { } host)
        {
            throw CallFailures.Redirected(call, host);
        }
    }

    private ValueTask<BodyBuffer> ReadAsync(
        HttpResponseMessage response, WorkflowRequest request, CallContext call, CallDeadline deadline) =>
        response.IsSuccessStatusCode
            ? BodyReader.ReadAsync(response.Content, _settings.MaxResponseBytes, readsToLimit: false, _channel.IsOwned, deadline.Token)
            : RefusedAsync(response, request, call, deadline);

    // A response with a status other than 2xx always becomes an exception. Its status counts even if the rest of the response is lost.
    private async ValueTask<BodyBuffer> RefusedAsync(
        HttpResponseMessage response, WorkflowRequest request, CallContext call, CallDeadline deadline)
    {
        BodyBuffer body;
        try
        {
            body = await BodyReader
                .ReadRefusalAsync(response.Content, _settings.MaxResponseBytes, _channel.IsOwned, deadline.Token)
                .ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            FetchHiveException refusal = RefusalReader.Read(call, request.Body, response, default, isComplete: false, Time.GetUtcNow());
            throw deadline.IsCancelledByCaller
                ? CallFailures.CancelledByCaller(call, deadline, CallStage.Exchange, refusal.MayHaveRun, exception)
                : refusal;
        }

        byte[] bytes = body.ToArray();
        try
        {
            FetchHiveException refusal = RefusalReader.Read(
                call, request.Body, response, bytes.AsSpan(0, body.Length), isComplete: true, Time.GetUtcNow());
            if (refusal is FetchHiveRunFailedException && request.Recorder is { } recorder)
            {
                // A failed run was charged for, whatever the response's status is.
                await recorder.AnsweredAsync(bytes.AsMemory(0, body.Length)).ConfigureAwait(false);
            }

            throw refusal;
        }
        finally
        {
            PooledBytes.Return(bytes);
        }
    }
}
