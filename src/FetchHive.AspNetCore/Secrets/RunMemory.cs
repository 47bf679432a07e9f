using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FetchHive.AspNetCore;

/// <summary>
/// Remembers the secrets of runs when they are started, for deployments without configured secrets. If a run gets two secrets, the first
/// one stays: otherwise a service could replace the secret of another workspace, by answering a start with the id of the other's run.
/// </summary>
internal sealed partial class RunMemory : ICallbackRunObserver
{
    // For a start whose end is never reported because its process died. It is longer than a call may take by default.
    private static readonly TimeSpan MaxStart = TimeSpan.FromMinutes(15);

    private readonly LiveSettings _settings;
    private readonly ICallbackRunStore _runs;
    private readonly ICallbackStartStore _starts;
    private readonly ILogger _logger;
    private readonly bool _isDevelopment;
    private readonly ConcurrentDictionary<string, bool> _noted = new(StringComparer.Ordinal);

    public RunMemory(
        LiveSettings settings,
        ICallbackRunStore runs,
        ICallbackStartStore starts,
        ILoggerFactory loggers,
        IHostEnvironment? environment = null)
    {
        _settings = settings;
        _runs = runs;
        _starts = starts;
        _logger = loggers.CreateLogger(CallbackLog.Category);
        // In Development the secret is always remembered, so that the log can say that the configured one is wrong. It still doesn't count.
        _isDevelopment = environment?.IsDevelopment() == true;
    }

    public ValueTask StartingAsync(CallbackRunStart start, CancellationToken cancellationToken)
    {
        if (IsConfigured(start.Deployment))
        {
            return ValueTask.CompletedTask;
        }

        _noted[start.Id] = true;
        return _starts.AddAsync(CallbackKeys.Deployment(start.Deployment), start.Id, MaxStart, cancellationToken);
    }

    public async ValueTask AcceptedAsync(
        CallbackRunStart start, string requestId, string? webhookSecret, CancellationToken cancellationToken)
    {
        try
        {
            RememberedRun run = new()
            {
                Workspace = start.Workspace,
                WebhookSecret = webhookSecret,
                StartedAt = start.StartedAt,
                TraceParent = start.TraceParent,
            };
            await RememberAsync(start.Deployment, requestId, run, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await EndAsync(start, cancellationToken).ConfigureAwait(false);
        }
    }

    public ValueTask FailedAsync(CallbackRunStart start, Exception exception, CancellationToken cancellationToken) =>
        EndAsync(start, cancellationToken);

    public async ValueTask RememberAsync(string deployment, string requestId, RememberedRun mine, CancellationToken cancellationToken)
    {
        string? secret = mine.WebhookSecret;
        if (secret is null || (IsConfigured(deployment) && !_isDevelopment))
        {
            return;
        }

        if (SecretText.WhatIsWrong(secret) is { } mistake)
        {
            NotUsable(_logger, CallbackLog.Quote(requestId), deployment, mistake);
            return;
        }

        string run = CallbackKeys.Run(deployment, requestId);
        RememberedRun kept = await _runs
            .RememberAsync(run, mine, _settings.Current.SecretRetention, cancellationToken)
            .ConfigureAwait(false);
        if (kept.WebhookSecret != secret)
        {
            Differs(_logger, CallbackLog.Quote(requestId), deployment, mine, kept);
        }
    }

    // Decided by whether the start was added, because secrets may have been configured since. If they were configured before, an
    // unavailable store doesn't hold up the start.
    private ValueTask EndAsync(CallbackRunStart start, CancellationToken cancellationToken) => _noted.TryRemove(start.Id, out _)
        ? _starts.RemoveAsync(CallbackKeys.Deployment(start.Deployment), start.Id, cancellationToken)
        : ValueTask.CompletedTask;

    private bool IsConfigured(string deployment) => _settings.Current.SecretsOf(deployment) is not null;

    [LoggerMessage(
        50,
        LogLevel.Error,
        "The secret of the run {RequestId} of deployment {Deployment}, started in {Workspace}, was not remembered: the "
        + "run already has another one, from a start in {Other}, and the first one stays. Run ids are unique, so either one "
        + "of the two services answers with ids that aren't its own, or RememberAsync was called with the wrong secret.")]
    private static partial void Differs(
        ILogger logger, string requestId, string deployment, RememberedRun workspace, RememberedRun other);

    [LoggerMessage(
        51,
        LogLevel.Warning,
        "The secret that came with the start of the run {RequestId} of deployment {Deployment} was not remembered: it "
        + "{Mistake}. The run's callback will be refused, unless secrets are configured for the deployment.")]
    private static partial void NotUsable(ILogger logger, string requestId, string deployment, string mistake);
}
