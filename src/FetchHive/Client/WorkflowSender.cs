using System;
using System.IO;
using System.Net.Http;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;

namespace FetchHive;

/// <summary>The one way a request goes out: sends it, reads the answer, and turns every failure into its exception.</summary>
internal sealed class WorkflowSender
{
    // An error's body is only read for its message and the excerpt.
    private const int LongestRefusal = 64 * 1024;

    private readonly ClientSettings _settings;
    private readonly RequestChannel _channel;

    public WorkflowSender(ClientSettings settings, RequestChannel channel)
    {
        _settings = settings;
        _channel = channel;
    }

    /// <summary>Who is told of starts with callback delivery; null for nobody.</summary>
    public CallbackRunObservers? Observers { get; init; }

    /// <summary>What time it is; tests set it.</summary>
    public Func<DateTimeOffset> UtcNow { get; set; } = static () => DateTimeOffset.UtcNow;

    public async Task<T> OutputAsync<T>(WorkflowRequest request, OutputReader<T> output, CancellationToken cancellationToken)
    {
        CallContext call = new(request.Deployment, _settings);
        Answer answer = await ExchangeAsync(request, call, cancellationToken).ConfigureAwait(false);
        try
        {
            return AnswerReader.Output(answer, call, output);
        }
        finally
        {
            answer.Release();
        }
    }

    public async Task<WorkflowRun<T>> RunAsync<T>(WorkflowRequest request, OutputReader<T> output, CancellationToken cancellationToken)
    {
        CallContext call = new(request.Deployment, _settings);
        Answer answer = await ExchangeAsync(request, call, cancellationToken).ConfigureAwait(false);
        try
        {
            return AnswerReader.Run(answer, call, output);
        }
        finally
        {
            answer.Release();
        }
    }

    public async Task FinishAsync(WorkflowRequest request, CancellationToken cancellationToken)
    {
        CallContext call = new(request.Deployment, _settings);
        Answer answer = await ExchangeAsync(request, call, cancellationToken).ConfigureAwait(false);
        try
        {
            AnswerReader.Finished(answer, call);
        }
        finally
        {
            answer.Release();
        }
    }

    public Task<AcceptedRun<T>> StartAsync<T>(WorkflowRequest request, CallbackContract<T> contract, CancellationToken cancellationToken) =>
        Observers is null ? StartUnobservedAsync(request, contract, cancellationToken) : Observers.StartAsync(this, request, contract, cancellationToken);

    public async Task<AcceptedRun<T>> StartUnobservedAsync<T>(WorkflowRequest request, CallbackContract<T> contract, CancellationToken cancellationToken)
    {
        CallContext call = new(request.Deployment, _settings);
        Answer answer = await ExchangeAsync(request, call, cancellationToken).ConfigureAwait(false);
        try
        {
            return AnswerReader.Accepted(answer, call, contract);
        }
        finally
        {
            answer.Release();
        }
    }

    // One call. The request's bytes stay until it ends, so that an attempt can be followed by another.
#if NET
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
#endif
    private async ValueTask<Answer> ExchangeAsync(WorkflowRequest request, CallContext call, CancellationToken cancellationToken)
    {
        bool bytesAreFree = false;
        CallDeadline deadline = default;
        RequestContent? content = null;
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            deadline = new CallDeadline(_settings.Timeout, _channel.IsOwned, cancellationToken);
            content = new RequestContent(request.Body);
            return await AttemptAsync(content, call, deadline).ConfigureAwait(false);
        }
        finally
        {
            bytesAreFree = content is null || content.Close();
            deadline.End();
            request.Release(bytesAreFree);
        }
    }

#if NET
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
#endif
    private async ValueTask<Answer> AttemptAsync(RequestContent content, CallContext call, CallDeadline deadline)
    {
        HttpResponseMessage? response = null;
        bool isRead = false;
        try
        {
            response = await _channel.SendAsync(_settings, content, deadline.Token).ConfigureAwait(false);
            bool isSuccess = response.IsSuccessStatusCode;
            int limit = isSuccess ? _settings.MaxResponseBytes : Math.Min(LongestRefusal, _settings.MaxResponseBytes);
            (byte[] array, int length, bool exceeds) = await BodyReader.ReadAsync(response.Content, limit, readsToLimit: !isSuccess, _channel.IsOwned, deadline.Token).ConfigureAwait(false);
            Answer answer = new(response, array, length);
            isRead = true;
            if (isSuccess && !exceeds)
            {
                return answer;
            }

            try
            {
                throw isSuccess ? ResponseFailures.TooLarge(call, limit) : RefusalReader.Read(call, response, answer.Body, UtcNow());
            }
            finally
            {
                answer.Release();
            }
        }
        catch (OperationCanceledException exception)
        {
            throw CallFailures.Cancelled(call, deadline, content.HasBegun, _channel.Timeout, exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or SocketException
            || (response is not null && exception is InvalidDataException or InvalidOperationException))
        {
            // The last two are what decompression says of bytes it doesn't understand, and a stream that was taken away.
            if (response is null)
            {
                throw CallFailures.NoAnswer(call, content.HasBegun, exception);
            }

            // The status counts also where the rest of the answer is lost.
            throw response.IsSuccessStatusCode
                ? ResponseFailures.Truncated(call, exception)
                : RefusalReader.Read(call, response, default, UtcNow());
        }
        finally
        {
            if (!isRead)
            {
                response?.Dispose();
            }
        }
    }
}
