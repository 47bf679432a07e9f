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
/// In the Development environment, says in the log why a callback was refused. Never to the sender, and not elsewhere: trying secrets and bodies is work that anybody could
/// cause.
/// </summary>
internal sealed partial class SignatureDiagnosis(
    LiveSettings settings,
    ICallbackSecretStore store,
    IOptionsMonitor<FetchHiveOptions>? clients,
    IHostEnvironment? environment,
    ILoggerFactory loggers)
{
    private readonly ILogger _logger = loggers.CreateLogger(CallbackLog.Category);

    public bool IsOn { get; } = environment?.IsDevelopment() == true;

    public async Task LogAsync(string deployment, Verification verification, ReadOnlyMemory<byte> body, string? header, HttpRequest request)
    {
        try
        {
            Cause(_logger, deployment, await FindAsync(deployment, verification, body.ToArray(), header, request).ConfigureAwait(false));
        }
#pragma warning disable CA1031 // A help that fails is none, and nothing else. Its exception may quote what it was given.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            NoCause(_logger, deployment, exception.GetType());
        }
    }

    private async Task<string> FindAsync(string deployment, Verification verification, byte[] body, string? header, HttpRequest request)
    {
        if (string.IsNullOrEmpty(header))
        {
            return $"There is no header {CallbackSignature.HeaderName}.{OtherHeaders(request)} Either the request isn't the service's, or a proxy drops the header.";
        }

        if (body.Length == 0)
        {
            return "The body is empty: a middleware has read it before, and without buffering it. Let it call Request.EnableBuffering() first, or leave the callback's path out.";
        }

        string? requestId = verification.RequestId ?? (WorkflowCallback.TryGetRequestId(body, out string? id) ? id : null);
        string? remembered = requestId is null ? null : await store.FindAsync(CallbackKeys.Run(deployment, requestId), CancellationToken.None).ConfigureAwait(false);
        List<KnownSecret> secrets = Secrets(deployment, remembered, out string? mistake);
        return mistake ?? SignatureCauses.Find(body, header, secrets) ?? Otherwise(deployment, verification, body, requestId, secrets, request);
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
                mistake = $"The secret that is configured for deployment '{deployment}' is the workspace's API key. Callbacks are signed with the deployment's own secret: the signing secret in the dashboard's Code Snippet dialog.";
            }
        }

        if (remembered is not null)
        {
            secrets.Add(new KnownSecret(remembered, "the secret that came with the answer to the run's start", Counts: configured is null));
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
            // No client of this process is in use.
        }

        if (Environment.GetEnvironmentVariable("FETCH_HIVE_API_KEY") is { Length: > 0 } fromEnvironment)
        {
            keys.Add(fromEnvironment);
        }

        return keys;
    }

    private static string Otherwise(string deployment, Verification verification, byte[] body, string? requestId, List<KnownSecret> secrets, HttpRequest request)
    {
        if (verification.Source == SecretSource.None && verification.Result == CallbackSignatureResult.Mismatched)
        {
            string run = requestId is null ? "The body names no run (request_id)" : $"For the run it names, {CallbackLog.Quote(requestId)}, no secret is remembered: it was started by another process, by a client that AddFetchHive didn't make, or before a restart";
            return $"No secret is configured for deployment '{deployment}'. {run}. Configure the deployment's secret, call FetchHiveCallbacks.RememberAsync, or share the memory (package FetchHive.Redis, UseRedis).";
        }

        if (request.ContentLength is { } announced && announced != body.Length)
        {
            return string.Create(CultureInfo.InvariantCulture, $"The body has {body.Length} bytes where the sender announced {announced}: a middleware, such as one that decompresses requests, changed it. Leave the callback's path out of it.");
        }

        return verification.Result == CallbackSignatureResult.Malformed
            ? "The header is no spelling of an HMAC SHA256 that is known, and not that of another algorithm with a known secret. Either the request isn't the service's, or it signs in a way that isn't known yet."
            : $"Neither one of the {secrets.Count.ToString(CultureInfo.InvariantCulture)} secrets that are known here, nor a usual change of the body explains it. Most likely the secret was replaced or is another deployment's: compare it with the signing secret in the dashboard's Code Snippet dialog.";
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

    [LoggerMessage(45, LogLevel.Warning, "Why the callback for deployment {Deployment} was refused, most likely (said in the Development environment only): {Cause}")]
    private static partial void Cause(ILogger logger, string deployment, string cause);

    [LoggerMessage(46, LogLevel.Warning, "Why the callback for deployment {Deployment} was refused could not be found out ({Exception}).")]
    private static partial void NoCause(ILogger logger, string deployment, Type exception);
}
