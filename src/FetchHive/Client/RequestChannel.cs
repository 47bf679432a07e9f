using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive;

/// <summary>Sends requests over our own connections, or through an HttpClient that belongs to the application.</summary>
internal abstract class RequestChannel : IDisposable
{
    /// <summary>Whether only our own handler sees a request.</summary>
    public virtual bool IsOwned => false;

    /// <summary>The channel's own time limit for a call, in addition to <see cref="FetchHiveOptions.Timeout"/>.</summary>
    public virtual TimeSpan Timeout => System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>Sends over our own connections.</summary>
    public static RequestChannel Own(Uri endpoint) => Own(OwnedHandler.Create(endpoint));

    /// <summary>Sends through a handler that nothing else uses, in place of our own connections.</summary>
    public static RequestChannel Own(HttpMessageHandler handler) => new OwnChannel(handler);

    /// <summary>Sends through the caller's HttpClient.</summary>
    public static RequestChannel Of(HttpClient client) => new ClientChannel(client);

    /// <summary>Sends each attempt through a new HttpClient from a factory, which manages the handlers.</summary>
    /// <param name="factory">Creates the HttpClient.</param>
    /// <param name="hasKeyHandler">Whether its handlers end with a <see cref="KeyHandler"/>.</param>
    public static RequestChannel Of(Func<HttpClient> factory, bool hasKeyHandler) => new FactoryChannel(factory, hasKeyHandler);

    /// <summary>
    /// Creates the pass for one attempt, which the <see cref="KeyHandler"/> uses; null for a channel that can't have that handler.
    /// </summary>
    public virtual RequestPass? CreatePass(ClientSettings settings, RequestContent? content) => null;

    /// <summary>Sends one attempt, and returns before the response's body is read. Without content it is a GET.</summary>
    public abstract Task<HttpResponseMessage> SendAsync(
        ClientSettings settings, Uri address, RequestContent? content, RequestPass? pass, CancellationToken cancellationToken);

    public virtual void Dispose()
    {
    }

    // Sets the headers on the request, because an HttpClient's default headers go to every address it is used for. The values were
    // validated when the settings were created.
    private static HttpRequestMessage CreateMessage(
        ClientSettings settings, Uri address, RequestContent? content, string authorization)
    {
        HttpRequestMessage message = new(content is null ? HttpMethod.Get : HttpMethod.Post, address) { Content = content };
        message.Headers.TryAddWithoutValidation("Authorization", authorization);
        message.Headers.TryAddWithoutValidation("Accept", "application/json");
        message.Headers.TryAddWithoutValidation("Accept-Encoding", Decompression.Accepted);
        message.Headers.TryAddWithoutValidation("User-Agent", ClientSettings.UserAgent);
        return message;
    }

    private static Task<HttpResponseMessage> SendAsync(
        HttpClient client, HttpRequestMessage message, RequestContent? content, CancellationToken cancellationToken)
    {
#if NET
        message.Version = client.DefaultRequestVersion;
        message.VersionPolicy = client.DefaultVersionPolicy;
        if (content is not null)
        {
            content.ReadsEarlyResponse = message.Version.Major == 1 && message.VersionPolicy != HttpVersionPolicy.RequestVersionOrHigher;
        }
#else
        _ = content;
#endif
        return client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private sealed class OwnChannel(HttpMessageHandler handler) : RequestChannel
    {
        // The handler isn't wrapped in an HttpClient, whose timeout and list of pending requests would cost every call a linked token
        // source.
        private readonly HttpMessageInvoker _invoker = new(handler, disposeHandler: true);

        public override bool IsOwned => true;

        public override Task<HttpResponseMessage> SendAsync(
            ClientSettings settings, Uri address, RequestContent? content, RequestPass? pass, CancellationToken cancellationToken)
        {
            HttpRequestMessage message = CreateMessage(settings, address, content, settings.Authorization);
#if NET
            if (content is not null)
            {
                content.ReadsEarlyResponse = true;
            }
#endif
            return _invoker.SendAsync(message, cancellationToken);
        }

        public override void Dispose()
        {
            _invoker.Dispose();
            base.Dispose();
        }
    }

    private sealed class ClientChannel(HttpClient client) : RequestChannel
    {
        public override TimeSpan Timeout => client.Timeout;

        public override Task<HttpResponseMessage> SendAsync(
            ClientSettings settings, Uri address, RequestContent? content, RequestPass? pass, CancellationToken cancellationToken) =>
            SendAsync(client, CreateMessage(settings, address, content, settings.Authorization), content, cancellationToken);
    }

    private sealed class FactoryChannel(Func<HttpClient> factory, bool hasKeyHandler) : RequestChannel
    {
        private TimeSpan _timeout = System.Threading.Timeout.InfiniteTimeSpan;

        public override TimeSpan Timeout => _timeout;

        public override RequestPass? CreatePass(ClientSettings settings, RequestContent? content) => new(settings, content);

        public override Task<HttpResponseMessage> SendAsync(
            ClientSettings settings, Uri address, RequestContent? content, RequestPass? pass, CancellationToken cancellationToken)
        {
            string authorization = hasKeyHandler ? RequestPass.KeyPlaceholder : settings.Authorization;
            HttpRequestMessage message = CreateMessage(settings, address, content, authorization);
            RequestPass.Set(message, pass!);

            HttpClient client = factory();
            _timeout = client.Timeout;
            return SendAsync(client, message, content, cancellationToken);
        }
    }
}
