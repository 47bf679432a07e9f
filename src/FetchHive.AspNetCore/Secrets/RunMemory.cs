using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;

namespace FetchHive.AspNetCore;

/// <summary>Remembers the secrets of runs as they are started, for deployments that have none configured.</summary>
internal sealed class RunMemory : ICallbackRunObserver
{
    // A start that is never told to have ended: its process died. Longer than a call takes by default.
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(15);

    private readonly LiveSettings _settings;
    private readonly ICallbackSecretStore _store;
    private readonly bool _isDevelopment;

    public RunMemory(LiveSettings settings, ICallbackSecretStore store, IHostEnvironment? environment = null)
    {
        _settings = settings;
        _store = store;
        // There the secret is remembered in any case, to be able to say that the configured one is the wrong one. It still doesn't count.
        _isDevelopment = environment?.IsDevelopment() == true;
    }

    public ValueTask StartingAsync(CallbackRunStart start, CancellationToken cancellationToken) => IsConfigured(start.Deployment)
        ? ValueTask.CompletedTask
        : _store.StartAsync(CallbackKeys.Deployment(start.Deployment), start.Id, LongestStart, cancellationToken);

    public async ValueTask AcceptedAsync(CallbackRunStart start, string requestId, string? webhookSecret, CancellationToken cancellationToken)
    {
        try
        {
            await RememberAsync(start.Deployment, requestId, webhookSecret, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await EndAsync(start, cancellationToken).ConfigureAwait(false);
        }
    }

    public ValueTask FailedAsync(CallbackRunStart start, Exception exception, CancellationToken cancellationToken) => EndAsync(start, cancellationToken);

    public ValueTask RememberAsync(string deployment, string requestId, string? secret, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(secret) || (IsConfigured(deployment) && !_isDevelopment)
            ? ValueTask.CompletedTask
            : _store.RememberAsync(CallbackKeys.Run(deployment, requestId), secret, _settings.Current.SecretRetention, cancellationToken);

    // Also where secrets were configured meanwhile: the start may have been noted before.
    private ValueTask EndAsync(CallbackRunStart start, CancellationToken cancellationToken) =>
        _store.EndAsync(CallbackKeys.Deployment(start.Deployment), start.Id, cancellationToken);

    private bool IsConfigured(string deployment) => _settings.Current.SecretsOf(deployment) is not null;
}
