using System;
using System.IO;
using System.Net.Http;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.RateLimiting;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;

namespace FetchHive;

/// <summary>One attempt at a call: takes a slot, sends the request, reads the answer, and turns every failure into its exception.</summary>
internal sealed class AttemptSender : IDisposable
{
    // An error's body is only read for its message and the excerpt.
    private const int LongestRefusal = 64 * 1024;

    // The status already says what happened; a body that trickles in isn't worth the call's whole time.
    private static readonly TimeSpan RefusalPatience = TimeSpan.FromSeconds(5);

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

    /// <summary>The clock; tests set it.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>Makes one attempt, as soon as there is a slot.</summary>
    public ValueTask<Answer> SendAsync(WorkflowRequest request, CallContext call, CallDeadline deadline, int attempt, CallObservation? observation) =>
        _slots is null
            ? ExchangeAsync(request, call, deadline, attempt, observation)
            : ExchangeInSlotAsync(_slots, request, call, deadline, attempt, observation);

    // What is rare is awaited elsewhere: each kind of wait makes the state machine larger for every call.
#if NET
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
#endif
    private async ValueTask<Answer> ExchangeAsync(WorkflowRequest request, CallContext call, CallDeadline deadline, int attempt, CallObservation? observation)
    {
        RequestContent content = new(request.Body);
        HttpResponseMessage? response = null;
        bool isRead = false;
        try
        {
            Log.Sending(call, attempt, content.Length);
            observation?.AttemptStarts(attempt);
            response = await _channel.SendAsync(_settings, content, deadline.Token).ConfigureAwait(false);
            observation?.Responded(response);
            BodyBuffer body = await ReadAsync(response, call, deadline).ConfigureAwait(false);
            if (body.Exceeds)
            {
                body.Release();
                throw ResponseFailures.TooLarge(call, _settings.MaxResponseBytes);
            }

            isRead = true;
            return new Answer(response, body.Array, body.Length);
        }
        catch (OperationCanceledException exception)
        {
            throw CallFailures.Cancelled(call, deadline, CallStage.Exchange, content.HasBegun, _channel.Timeout, exception);
        }
        catch (Exception exception) when (IsBroken(exception, response))
        {
            throw response is null ? CallFailures.NoAnswer(call, content.HasBegun, exception) : ResponseFailures.Truncated(call, exception);
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

    private async ValueTask<Answer> ExchangeInSlotAsync(ConcurrencySlots slots, WorkflowRequest request, CallContext call, CallDeadline deadline, int attempt, CallObservation? observation)
    {
        using RateLimitLease slot = slots.TryEnter() ?? await EnterAsync(slots, call, deadline, observation).ConfigureAwait(false);
        return await ExchangeAsync(request, call, deadline, attempt, observation).ConfigureAwait(false);
    }

    public void Dispose() => _slots?.Dispose();

    private async ValueTask<RateLimitLease> EnterAsync(ConcurrencySlots slots, CallContext call, CallDeadline deadline, CallObservation? observation)
    {
        Log.Waiting(call);
        observation?.QueueEntered();
        try
        {
            return await slots.EnterAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception)
        {
            throw CallFailures.Cancelled(call, deadline, CallStage.Slot, hasBegun: false, Timeout.InfiniteTimeSpan, exception);
        }
        finally
        {
            observation?.QueueLeft();
        }
    }

    private ValueTask<BodyBuffer> ReadAsync(HttpResponseMessage response, CallContext call, CallDeadline deadline) => response.IsSuccessStatusCode
        ? BodyReader.ReadAsync(response.Content, _settings.MaxResponseBytes, readsToLimit: false, _channel.IsOwned, deadline.Token)
        : RefusedAsync(response, call, deadline);

    // What an answer with a status other than 2xx becomes: always an exception. Its status counts also where the rest of it is lost, or doesn't come.
    private async ValueTask<BodyBuffer> RefusedAsync(HttpResponseMessage response, CallContext call, CallDeadline deadline)
    {
        int limit = Math.Min(LongestRefusal, _settings.MaxResponseBytes);
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token);
        patience.CancelAfter(RefusalPatience);
        BodyBuffer body;
        try
        {
            body = await BodyReader.ReadAsync(response.Content, limit, readsToLimit: true, _channel.IsOwned, patience.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsBroken(exception, response) || (exception is OperationCanceledException && !deadline.IsCancelledByCaller))
        {
            throw RefusalReader.Read(call, response, default, isComplete: false, Time.GetUtcNow());
        }

        try
        {
            throw RefusalReader.Read(call, response, body.Array.AsSpan(0, body.Length), isComplete: true, Time.GetUtcNow());
        }
        finally
        {
            body.Release();
        }
    }

    // The last two are what decompression says of bytes it doesn't understand, and a stream that was taken away.
    private static bool IsBroken(Exception exception, HttpResponseMessage? response) =>
        exception is HttpRequestException or IOException or SocketException
        || (response is not null && exception is InvalidDataException or InvalidOperationException);
}
