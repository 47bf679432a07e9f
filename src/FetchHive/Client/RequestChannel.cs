using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive;

/// <summary>What requests go out through: connections of our own, or an HttpClient that somebody else looks after.</summary>
internal abstract class RequestChannel : IDisposable
{
    /// <summary>Whether only our own handler sees a request.</summary>
    public abstract bool IsOwned { get; }

    /// <summary>
    /// Whether a call's token reaches no handler but our own, so that the source behind it may serve another call. An <see cref="HttpClient"/> gives its handlers a
    /// token of its own; a class derived from it may hand ours on.
    /// </summary>
    public abstract bool HidesToken { get; }

    /// <summary>The channel's own limit for a call, beside the one of the options.</summary>
    public virtual TimeSpan Timeout => System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>Connections of our own.</summary>
    public static RequestChannel Own() => Own(OwnedHandler.Create());

    /// <summary>A handler that nobody else uses, in the place of connections of our own.</summary>
    public static RequestChannel Own(HttpMessageHandler handler) => new OwnChannel(handler);

    /// <summary>An HttpClient of the caller's.</summary>
    public static RequestChannel Of(HttpClient client) => new ClientChannel(client);

    /// <summary>An HttpClient that is made anew for each call, by a factory that looks after its handlers.</summary>
    public static RequestChannel Of(Func<HttpClient> factory) => new FactoryChannel(factory);

    /// <summary>Sends one attempt; the answer's body is still to be read.</summary>
    public abstract Task<HttpResponseMessage> SendAsync(ClientSettings settings, RequestContent content, CancellationToken cancellationToken);

    public virtual void Dispose()
    {
    }

    private static HttpRequestMessage CreateMessage(ClientSettings settings, RequestContent content)
    {
        HttpRequestMessage message = new(HttpMethod.Post, settings.Endpoint) { Content = content };

        // On the request and not among an HttpClient's default headers, which go to every address it is used for. The values were checked once.
        message.Headers.TryAddWithoutValidation("Authorization", settings.Authorization);
        message.Headers.TryAddWithoutValidation("Accept", "application/json");
        message.Headers.TryAddWithoutValidation("Accept-Encoding", Compression.Accepted);
        message.Headers.TryAddWithoutValidation("User-Agent", ClientSettings.UserAgent);
        return message;
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, ClientSettings settings, RequestContent content, CancellationToken cancellationToken)
    {
        HttpRequestMessage message = CreateMessage(settings, content);
#if NET
        message.Version = client.DefaultRequestVersion;
        message.VersionPolicy = client.DefaultVersionPolicy;
#endif
        return client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private sealed class OwnChannel(HttpMessageHandler handler) : RequestChannel
    {
        // Without an HttpClient around the handler: its own time limit and its list of pending requests would cost every call a linked token source.
        private readonly HttpMessageInvoker _invoker = new(handler, disposeHandler: true);

        public override bool IsOwned => true;

        public override bool HidesToken => true;

        public override Task<HttpResponseMessage> SendAsync(ClientSettings settings, RequestContent content, CancellationToken cancellationToken) =>
            _invoker.SendAsync(CreateMessage(settings, content), cancellationToken);

        public override void Dispose()
        {
            _invoker.Dispose();
            base.Dispose();
        }
    }

    private sealed class ClientChannel(HttpClient client) : RequestChannel
    {
        public override bool IsOwned => false;

        public override bool HidesToken { get; } = client.GetType() == typeof(HttpClient);

        public override TimeSpan Timeout => client.Timeout;

        public override Task<HttpResponseMessage> SendAsync(ClientSettings settings, RequestContent content, CancellationToken cancellationToken) =>
            SendAsync(client, settings, content, cancellationToken);
    }

    private sealed class FactoryChannel(Func<HttpClient> factory) : RequestChannel
    {
        public override bool IsOwned => false;

        public override bool HidesToken => false;

        public override Task<HttpResponseMessage> SendAsync(ClientSettings settings, RequestContent content, CancellationToken cancellationToken) =>
            SendAsync(factory(), settings, content, cancellationToken);
    }
}
