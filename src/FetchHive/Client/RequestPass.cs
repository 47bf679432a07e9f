using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive;

/// <summary>
/// Lets one attempt through to the connection. It travels with the request (and its copies) through the handlers of an
/// <see cref="IHttpClientFactory"/> client, and <see cref="KeyHandler"/> uses it beneath them.
/// </summary>
internal sealed class RequestPass(ClientSettings settings, RequestContent? content)
{
    /// <summary>
    /// Stands in for the key while handlers and loggers see the request. Without it, an HttpClient would add its own default header.
    /// </summary>
    public const string KeyPlaceholder = "Bearer fetch-hive-key";

    private const string Header = "Authorization";
    private const string Name = "FetchHive.RequestPass";

    private readonly TaskCompletionSource<bool> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _uses;

    /// <summary>The response from the connection, as opposed to one that a handler made up.</summary>
    public HttpResponseMessage? Response { get; private set; }

    public static void Set(HttpRequestMessage message, RequestPass pass)
    {
#if NET
        message.Options.Set(new HttpRequestOptionsKey<RequestPass>(Name), pass);
#else
        message.Properties[Name] = pass;
#endif
    }

    public static RequestPass? Of(HttpRequestMessage message)
    {
#if NET
        return message.Options.TryGetValue(new HttpRequestOptionsKey<RequestPass>(Name), out RequestPass? pass) ? pass : null;
#else
        return message.Properties.TryGetValue(Name, out object? pass) ? pass as RequestPass : null;
#endif
    }

    /// <summary>Sends the request with the key in its header.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage message,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken)
    {
        // If the first use sent no byte (the connection couldn't be made), no run can have started.
        if (content is not null && Interlocked.Increment(ref _uses) > 1 && content.HasBegun)
        {
            await WaitForFirstAsync(cancellationToken).ConfigureAwait(false);
            throw content.RefuseAgain();
        }

        bool addsKey = HasPlaceholder(message) && ResponseAddress.IsSameServer(message.RequestUri, settings.Endpoint);
        if (addsKey)
        {
            message.Headers.Remove(Header);
            message.Headers.TryAddWithoutValidation(Header, settings.Authorization);
        }

        try
        {
            HttpResponseMessage response = await send(message, cancellationToken).ConfigureAwait(false);
            Response = response;
            return response;
        }
        finally
        {
            if (addsKey)
            {
                message.Headers.Remove(Header);
                message.Headers.TryAddWithoutValidation(Header, KeyPlaceholder);
            }

            _ended.TrySetResult(true);
        }
    }

    // A handler of the application may have replaced the placeholder. Its value is left alone.
    private static bool HasPlaceholder(HttpRequestMessage message) =>
        message.Headers.TryGetValues(Header, out IEnumerable<string>? values) && string.Join(",", values) == KeyPlaceholder;

    // A hedging handler takes the first response. The first request is the only one that is sent, so the second waits for it instead of
    // ending the call.
    private async Task WaitForFirstAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource<bool> cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using (cancellationToken.Register(static source => ((TaskCompletionSource<bool>)source!).TrySetResult(true), cancelled))
        {
            await Task.WhenAny(_ended.Task, cancelled.Task).ConfigureAwait(false);
        }
    }
}

/// <summary>
/// Sits beneath all handlers of a workspace's HttpClient. It adds the key there, so that no other handler and no logger sees it. It lets
/// each attempt through once, even if a handler copied its body.
/// </summary>
internal sealed class KeyHandler(HttpMessageHandler connections) : DelegatingHandler(connections)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A request without a pass isn't ours and gets no key.
        return RequestPass.Of(request) is { } pass
            ? pass.SendAsync(request, base.SendAsync, cancellationToken)
            : base.SendAsync(request, cancellationToken);
    }
}
