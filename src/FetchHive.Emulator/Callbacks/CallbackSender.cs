using System;
using System.Globalization;
using System.Net.Http;
using System.Net.Security;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.Emulator.Callbacks;

/// <summary>Posts a callback to its receiver, once.</summary>
internal sealed class CallbackSender : IDisposable
{
    private readonly FetchHiveEmulatorOptions _options;

    // Independent of the environment: no proxy, no redirects (it isn't known whether the service follows them), no cookies, no tracing
    // headers.
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        SslOptions = new SslClientAuthenticationOptions
        {
            // A development certificate is often not trusted on the machine that runs the tests. On loopback it protects nothing. For other
            // hosts the usual checks apply.
            RemoteCertificateValidationCallback = static (sender, _, _, errors) =>
                errors == SslPolicyErrors.None || (sender is SslStream { TargetHostName: { } host } && IsThisMachine(host)),
        },
    });

    // Used instead of connections; null to use connections.
    private volatile HttpMessageInvoker? _other;

    public CallbackSender(FetchHiveEmulatorOptions options)
    {
        _options = options;
    }

    /// <summary>Sends through the caller's handler, which the caller disposes.</summary>
    public void SendThrough(HttpMessageHandler handler) => _other = new HttpMessageInvoker(handler, disposeHandler: false);

    /// <summary>Why nothing is sent to this URL, or null.</summary>
    public string? Refusal(string url)
    {
        var address = new Uri(url);
        return _other is not null || address.IsLoopback || _options.CallbacksToOtherMachines
            ? null
            : $"Not sent: {address.Host} is another machine. Give a callback URL on loopback, call "
            + $"{nameof(FetchHiveEmulator.DeliverCallbacksTo)}, or set "
            + $"{nameof(FetchHiveEmulatorOptions)}.{nameof(FetchHiveEmulatorOptions.CallbacksToOtherMachines)}.";
    }

    /// <summary>An attempt that sends nothing, with the reason.</summary>
    public SendOutcome NotSent(string reason) => new(_options.TimeProvider.GetUtcNow(), TimeSpan.Zero, null, reason);

    /// <summary>Sends the callback and returns the outcome: a status, or why there is none.</summary>
    /// <exception cref="OperationCanceledException">The emulator is stopping.</exception>
    public async Task<SendOutcome> SendAsync(PreparedCallback callback, CancellationToken stopping)
    {
        DateTimeOffset now = _options.TimeProvider.GetUtcNow();
        long begun = _options.TimeProvider.GetTimestamp();
        (int? status, string? failure) = await PostAsync(callback, stopping).ConfigureAwait(false);
        return new SendOutcome(now, _options.TimeProvider.GetElapsedTime(begun), status, failure);
    }

    private async Task<(int? StatusCode, string? Failure)> PostAsync(PreparedCallback callback, CancellationToken stopping)
    {
        using var limit = new CancellationTokenSource(_options.CallbackTimeout, _options.TimeProvider);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(stopping, limit.Token);
        using var request = new HttpRequestMessage(HttpMethod.Post, callback.Run.CallbackUrl)
        {
            Content = new ByteArrayContent(
            callback.Body)
        };
        foreach ((string name, string value) in callback.Headers)
        {
            // A test may send any signature, so nothing is validated. Content headers are refused here, and added to the content.
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        try
        {
            using HttpResponseMessage response = await (_other ?? _http).SendAsync(request, linked.Token).ConfigureAwait(false);
            return ((int)response.StatusCode, null);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested && limit.IsCancellationRequested)
        {
            return (null, string.Create(
                CultureInfo.InvariantCulture, $"The receiver did not answer within {_options.CallbackTimeout.TotalSeconds} s."));
        }
        catch (HttpRequestException exception)
        {
            stopping.ThrowIfCancellationRequested();
            return (null, $"The receiver did not answer: {WithCauses(exception)}");
        }
#pragma warning disable CA1031 // Whatever else a test's URL makes the client throw, the test reads it in the recorded attempt.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return (null, $"Not sent: {exception.GetType().Name}: {WithCauses(exception)}");
        }
    }

    public void Dispose() => _http.Dispose();

    private static bool IsThisMachine(string host) =>
        Uri.TryCreate(host.Contains(':', StringComparison.Ordinal) ? $"https://[{host}]" : $"https://{host}", UriKind.Absolute,
        out Uri? address)
        && address.IsLoopback;

    // The outer message often says no more than "see inner exception".
    private static string WithCauses(Exception exception)
    {
        string text = exception.Message;
        for (Exception? cause = exception.InnerException; cause is not null; cause = cause.InnerException)
        {
            if (!text.Contains(cause.Message, StringComparison.Ordinal))
            {
                text += " " + cause.Message;
            }
        }

        return text;
    }
}
