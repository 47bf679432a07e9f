using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FetchHive.AspNetCore;

/// <summary>
/// Logs why a callback was refused, in the Development environment only, because any sender could cause the work of trying secrets and
/// bodies. The sender never learns the reason.
/// </summary>
internal sealed partial class SignatureDiagnosis(
    LiveSettings settings,
    ICallbackRunStore runs,
    IOptionsMonitor<FetchHiveOptions>? clients,
    IHostEnvironment? environment,
    ILoggerFactory loggers)
{
    private readonly ILogger _logger = loggers.CreateLogger(CallbackLog.Category);

    private const int MaxAtOnce = 4;

    private readonly object _lock = new();
    private Task _last = Task.CompletedTask;
    private int _looking;

    public bool IsOn { get; } = environment?.IsDevelopment() == true;

    /// <summary>
    /// Looks for the cause after the request has ended, so that neither its response nor the connection's next request waits for it.
    /// </summary>
    public void Look(HttpContext context, string deployment, Verification verification, ReadOnlyMemory<byte> body, string? header)
    {
        if (Interlocked.Increment(ref _looking) > MaxAtOnce)
        {
            Interlocked.Decrement(ref _looking);
            return;
        }

        // When the diagnosis runs, the request and the memory of its body no longer exist.
        RefusedCallback refused = new(
            deployment,
            verification,
            body.Length > SignatureCauses.MaxBodySize ? null : body.ToArray(),
            body.Length,
            header,
            OtherHeaders(context.Request),
            context.Request.ContentLength);
        context.Response.OnCompleted(() =>
        {
            // One at a time: a diagnosis takes a while, and is less important than the machine's other work.
            lock (_lock)
            {
                _last = LookAfterAsync(_last, refused);
            }

            return Task.CompletedTask;
        });
    }

    private async Task LookAfterAsync(Task before, RefusedCallback refused)
    {
        await Task.Yield();
        await before.ConfigureAwait(false);
        await LogAsync(refused).ConfigureAwait(false);
    }

    private async Task LogAsync(RefusedCallback refused)
    {
        try
        {
            Cause(_logger, refused.Deployment, await FindAsync(refused).ConfigureAwait(false));
        }
#pragma warning disable CA1031 // A failed diagnosis must not fail the request. Its message may quote secrets.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            NoCause(_logger, refused.Deployment, exception.GetType());
        }
        finally
        {
            Interlocked.Decrement(ref _looking);
        }
    }

    private async Task<string> FindAsync(RefusedCallback refused)
    {
        if (string.IsNullOrEmpty(refused.Header))
        {
            return $"There is no header {CallbackSignature.HeaderName}.{refused.OtherHeaders} "
                + "Either the request isn't from the service, or a proxy drops the header.";
        }

        if (refused.Length == 0)
        {
            return "The body is empty: a middleware has read it without buffering it. Let that middleware call "
                + "Request.EnableBuffering() first, or skip the callback's path.";
        }

        string? requestId = refused.Verification.RequestId ?? (WorkflowCallback.TryGetRequestId(refused.Body, out string? id) ? id : null);
        RememberedRun? run = requestId is null
            ? null
            : await runs.FindAsync(CallbackKeys.Run(refused.Deployment, requestId), CancellationToken.None).ConfigureAwait(false);
        List<KnownSecret> secrets = Secrets(refused.Deployment, run?.WebhookSecret, out string? mistake);
        string? cause = mistake ?? (refused.Body is { } body ? SignatureCauses.Find(body, refused.Header, secrets) : null);
        return cause ?? Otherwise(refused, requestId, secrets);
    }

    private List<KnownSecret> Secrets(string deployment, string? remembered, out string? mistake)
    {
        mistake = null;
        List<KnownSecret> secrets = [];
        string[]? configured = settings.Current.SecretsOf(deployment);
        List<string> keys = ApiKeys();
        foreach (string secret in configured ?? [])
        {
            secrets.Add(new KnownSecret(secret, "the configured secret", Counts: true));
            if (keys.Contains(secret))
            {
                mistake = $"The secret that is configured for deployment '{deployment}' is the workspace's API key. Callbacks are signed "
                    + $"with the deployment's own secret: the signing secret in the dashboard's Code Snippet dialog.";
            }
        }

        if (remembered is not null)
        {
            secrets.Add(
                new KnownSecret(remembered, "the secret that came with the response to the run's start", Counts: configured is null));
        }

        foreach ((string other, string[] values) in settings.Current.Secrets)
        {
            if (!string.Equals(other, deployment, StringComparison.OrdinalIgnoreCase))
            {
                foreach (string secret in values)
                {
                    secrets.Add(new KnownSecret(secret, $"the secret that is configured for deployment '{other}'", Counts: false));
                }
            }
        }

        foreach (string key in keys)
        {
            secrets.Add(new KnownSecret(key, "the workspace's API key", Counts: false));
        }

        return secrets;
    }

    private List<string> ApiKeys()
    {
        List<string> keys = [];
        try
        {
            if (clients?.CurrentValue.ApiKey is { Length: > 0 } key)
            {
                keys.Add(key);
            }
        }
        catch (OptionsValidationException)
        {
            // The options are invalid, so this process doesn't use the default client.
        }

        if (Environment.GetEnvironmentVariable("FETCH_HIVE_API_KEY") is { Length: > 0 } fromEnvironment)
        {
            keys.Add(fromEnvironment);
        }

        return keys;
    }

    private static string Otherwise(RefusedCallback refused, string? requestId, List<KnownSecret> secrets)
    {
        if (refused.Verification.Source == SecretSource.None && refused.Verification.Result == CallbackSignatureResult.Mismatched)
        {
            string run = requestId is null ? "The body names no run (request_id)" : $"For the run it names, "
                + $"{CallbackLog.Quote(requestId)}, no secret is remembered: it was started by another process, by a client that "
                + $"AddFetchHive didn't make, or before a restart";
            return $"No secret is configured for deployment '{refused.Deployment}'. {run}. Configure the deployment's secret, "
                + "call CallbackRunTracker.RememberAsync, or share the remembered secrets (package FetchHive.Redis, AddRedis).";
        }

        if (refused.Announced is { } announced && announced != refused.Length)
        {
            return string.Create(CultureInfo.InvariantCulture, $"The body has {refused.Length} bytes, but {announced} were announced: ")
                + "a middleware, such as one that decompresses requests, changed it. Let that middleware skip the callback's path.";
        }

        return refused.Verification.Result == CallbackSignatureResult.Malformed
            ? "The header isn't an HMAC SHA256 in a known encoding, nor an HMAC of another algorithm with a known secret. Either "
                + "the request isn't from the service, or the service signs in a way that this library doesn't know yet."
            : $"The signature fits none of the {secrets.Count.ToString(CultureInfo.InvariantCulture)} secrets that are known here, "
                + $"even with the usual changes of a body. Most likely the secret was replaced or is another deployment's: compare it with "
                + $"the signing secret in the dashboard's Code Snippet dialog.";
    }

    private static string OtherHeaders(HttpRequest request)
    {
        List<string> names = [];
        foreach (string name in request.Headers.Keys)
        {
            if (name.Contains("signature", StringComparison.OrdinalIgnoreCase) && names.Count < 5)
            {
                names.Add(CallbackLog.Quote(name));
            }
        }

        return names.Count == 0 ? string.Empty : $" There is {string.Join(", ", names)}.";
    }

    [LoggerMessage(45, LogLevel.Warning, "The likely cause of the refused callback for deployment {Deployment} (logged in the "
        + "Development environment only): {Cause}")]
    private static partial void Cause(ILogger logger, string deployment, string cause);

    [LoggerMessage(46, LogLevel.Warning, "The cause of the refused callback for deployment {Deployment} was not found ({Exception}).")]
    private static partial void NoCause(ILogger logger, string deployment, Type exception);

    /// <summary>What is known about a refused callback.</summary>
    /// <param name="Deployment">The endpoint's deployment.</param>
    /// <param name="Verification">The outcome of the verification.</param>
    /// <param name="Body">The body; null when it is too large to be examined.</param>
    /// <param name="Length">The body's length.</param>
    /// <param name="Header">The signature header.</param>
    /// <param name="OtherHeaders">A sentence about headers with similar names, or nothing.</param>
    /// <param name="Announced">The length that the sender announced.</param>
    private sealed record RefusedCallback(
        string Deployment, Verification Verification, byte[]? Body, int Length, string? Header, string OtherHeaders, long? Announced);
}
