using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Polly;

namespace FetchHive;

/// <summary>
/// Reads a request's record. A look-up changes nothing, so every transient failure is retried. It takes no slot of
/// <see cref="FetchHiveOptions.MaxConcurrency"/>, which counts runs.
/// </summary>
internal sealed class RequestLookup
{
    private const int MaxIdLength = 256;

    private readonly ClientSettings _settings;
    private readonly RequestChannel _channel;
    private readonly CallLog _log;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline<RequestRecord?> _pipeline;

    public RequestLookup(ClientSettings settings, RequestChannel channel, CallLog log, TimeProvider time)
    {
        _settings = settings;
        _channel = channel;
        _log = log;
        _time = time;
        _pipeline = settings.MaxRetries == 0 ? ResiliencePipeline<RequestRecord?>.Empty : WithRetries(settings.MaxRetries, time);
    }

    /// <summary>Why a text can't be a request id, as the rest of a sentence; null if it can.</summary>
    public static string? WhatIsWrong(string requestId)
    {
        if (string.IsNullOrWhiteSpace(requestId) || requestId.Length > MaxIdLength)
        {
            return $"is blank or longer than {MaxIdLength} characters";
        }

        foreach (char c in requestId)
        {
            if (char.IsControl(c) || char.IsSurrogate(c))
            {
                return "has a character that an id can't have";
            }
        }

        // As path segments they would be resolved, and lead to another address.
        return requestId is "." or ".." ? "is a dot" : null;
    }

    /// <summary>Looks up a record.</summary>
    /// <returns>The record; null if the service has none.</returns>
    public async Task<RequestRecord?> GetAsync(string requestId, CancellationToken cancellationToken)
    {
        CallContext call = new(requestId, _settings);
        using LookupObservation observation = new(call, requestId, _log);
        try
        {
            if (cancellationToken.IsCancellationRequested)
            {
                throw CallFailures.CancelledBefore(call, cancellationToken);
            }

            using CallDeadline deadline = new(_settings.Timeout, Timeout.InfiniteTimeSpan, _time, cancellationToken);
            Lookup lookup = new(this, call, requestId, deadline, observation);
            ResilienceContext context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, deadline.Token);
            context.Properties.Set(Lookup.Key, lookup);
            try
            {
                return await _pipeline.ExecuteAsync(static (_, lookup) => lookup.AttemptAsync(), context, lookup).ConfigureAwait(false);
            }
            catch (OperationCanceledException exception) when (exception is not FetchHiveCanceledException)
            {
                throw CallFailures.Cancelled(call, deadline, CallStage.Retry, mayHaveRun: false, exception);
            }
            finally
            {
                ResilienceContextPool.Shared.Return(context);
            }
        }
        catch (Exception exception)
        {
            observation.Failed(exception);
            throw;
        }
    }

    private static ResiliencePipeline<RequestRecord?> WithRetries(int maxRetries, TimeProvider time) =>
        new ResiliencePipelineBuilder<RequestRecord?> { TimeProvider = time }
            .AddRetry(RetryRules.Strategy<RequestRecord?>(maxRetries, CanBeTriedAgain, static arguments =>
            {
                // The original failure is more useful than a later timeout.
                if (arguments.RetryDelay >= arguments.Context.Properties.GetValue(Lookup.Key, null!).Deadline.Remaining)
                {
                    ExceptionDispatchInfo.Capture(arguments.Outcome.Exception!).Throw();
                }
            }))
            .Build();

    private static bool CanBeTriedAgain(Exception? exception) =>
        RetryRules.CanBeTriedAgain(exception)
            || exception is FetchHiveResponseException { InnerException: IOException or HttpRequestException };

    private static bool IsObject(ReadOnlySpan<byte> body) => Envelope.TryRead(body, out _, out JsonException? _) is null;

    /// <summary>One look-up in the pipeline.</summary>
    private sealed class Lookup(
        RequestLookup owner, CallContext call, string requestId, CallDeadline deadline, LookupObservation observation)
    {
        public static readonly ResiliencePropertyKey<Lookup> Key = new("FetchHive.Lookup");

        public CallDeadline Deadline => deadline;

        public async ValueTask<RequestRecord?> AttemptAsync()
        {
            ClientSettings settings = owner._settings;
            RequestPass? pass = owner._channel.CreatePass(settings, content: null);
            HttpResponseMessage? response = null;
            byte[]? bytes = null;
            try
            {
                response = await owner._channel
                    .SendAsync(settings, settings.RecordOf(requestId), content: null, pass, deadline.Token)
                    .ConfigureAwait(false);
                observation.Responded(response);
                if (ResponseAddress.AnsweredBy(call, response) is { } host)
                {
                    throw CallFailures.Redirected(call, host);
                }

                BodyBuffer body = response.IsSuccessStatusCode
                    ? await BodyReader
                        .ReadAsync(
                            response.Content, settings.MaxResponseBytes, readsToLimit: false, owner._channel.IsOwned, deadline.Token)
                        .ConfigureAwait(false)
                    : await ReadRefusalAsync(response).ConfigureAwait(false);
                if (body.Exceeds && response.IsSuccessStatusCode)
                {
                    body.Release();
                    throw ResponseFailures.TooLarge(call, settings.MaxResponseBytes);
                }

                bytes = body.ToArray();
                return Read(response, bytes.AsSpan(0, body.Length));
            }
            catch (Exception exception) when (exception is not (FetchHiveException or FetchHiveCanceledException))
            {
                throw CallFailures.Of(call, deadline, content: null, response is not null, owner._channel, exception);
            }
            finally
            {
                if (bytes is not null)
                {
                    PooledBytes.Return(bytes);
                }

                response?.Dispose();
            }
        }

        // The status counts even if the rest of the response is lost.
        private async ValueTask<BodyBuffer> ReadRefusalAsync(HttpResponseMessage response)
        {
            try
            {
                return await BodyReader
                    .ReadRefusalAsync(response.Content, owner._settings.MaxResponseBytes, owner._channel.IsOwned, deadline.Token)
                    .ConfigureAwait(false);
            }
            catch (Exception) when (!deadline.IsCancelledByCaller)
            {
                throw RefusalReader.Read(call, default, response, default, isComplete: false, owner._time.GetUtcNow());
            }
        }

        private RequestRecord? Read(HttpResponseMessage response, ReadOnlySpan<byte> body)
        {
            if (response.IsSuccessStatusCode)
            {
                string mediaType = response.Content.Headers.ContentType?.MediaType ?? "not given";
                return RequestRecordReader.Read(body, mediaType, requestId, call);
            }

            // The service says "not found" in JSON. An HTML page that says it comes from a proxy, or the address is wrong.
            return response.StatusCode == HttpStatusCode.NotFound && IsObject(body)
                ? null
                : throw RefusalReader.Read(call, default, response, body, isComplete: true, owner._time.GetUtcNow());
        }
    }
}
