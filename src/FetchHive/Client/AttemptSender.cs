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

#if NET
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
#endif
    public async ValueTask<Answer> SendAsync(WorkflowRequest request, CallContext call, CallDeadline deadline, int attempt, CallObservation? observation)
    {
        RateLimitLease? slot = null;
        if (_slots is not null)
        {
            slot = _slots.TryEnter() ?? await EnterAsync(_slots, call, deadline, observation).ConfigureAwait(false);
        }

        RequestContent content = new(request.Body);
        HttpResponseMessage? response = null;
        bool isRead = false;
        try
        {
            Log.Sending(call, attempt, content.Length);
            observation?.AttemptStarts(attempt);
            response = await _channel.SendAsync(_settings, content, deadline.Token).ConfigureAwait(false);
            observation?.Responded(response);
            if (!response.IsSuccessStatusCode)
            {
                throw await RefusalAsync(response, call, deadline).ConfigureAwait(false);
            }

            int limit = _settings.MaxResponseBytes;
            (byte[] array, int length, bool exceeds) = await BodyReader.ReadAsync(response.Content, limit, readsToLimit: false, _channel.IsOwned, deadline.Token).ConfigureAwait(false);
            Answer answer = new(response, array, length);
            isRead = true;
            if (!exceeds)
            {
                return answer;
            }

            answer.Release();
            throw ResponseFailures.TooLarge(call, limit);
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
            slot?.Dispose();
            if (!content.Close())
            {
                request.KeepBytes();
            }
        }
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

    // What an answer with a status other than 2xx becomes. Its status counts also where the rest of it is lost, or doesn't come.
    private async ValueTask<FetchHiveException> RefusalAsync(HttpResponseMessage response, CallContext call, CallDeadline deadline)
    {
        int limit = Math.Min(LongestRefusal, _settings.MaxResponseBytes);
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token);
        patience.CancelAfter(RefusalPatience);
        try
        {
            (byte[] array, int length, _) = await BodyReader.ReadAsync(response.Content, limit, readsToLimit: true, _channel.IsOwned, patience.Token).ConfigureAwait(false);
            Answer answer = new(response, array, length);
            try
            {
                return RefusalReader.Read(call, response, answer.Body, isComplete: true, Time.GetUtcNow());
            }
            finally
            {
                answer.Release();
            }
        }
        catch (Exception exception) when (IsBroken(exception, response) || (exception is OperationCanceledException && !deadline.IsCancelledByCaller))
        {
            return RefusalReader.Read(call, response, default, isComplete: false, Time.GetUtcNow());
        }
    }

    // The last two are what decompression says of bytes it doesn't understand, and a stream that was taken away.
    private static bool IsBroken(Exception exception, HttpResponseMessage? response) =>
        exception is HttpRequestException or IOException or SocketException
        || (response is not null && exception is InvalidDataException or InvalidOperationException);
}
