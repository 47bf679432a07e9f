using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;

namespace FetchHive.AspNetCore;

/// <summary>
/// Knows which runs were started in this process. If the callback of another run arrives here and no store is shared, this is logged: the
/// process that started the run never sees the callback, or its secret isn't known here.
/// </summary>
internal sealed partial class LocalRuns(
    LiveSettings settings, ICallbackResultStore results, TimeProvider time, ILoggerFactory loggers) : ICallbackRunObserver
{
    private const int MaxRuns = 10_000;

    private readonly ILogger _logger = loggers.CreateLogger(CallbackLog.Category);
    private readonly object _lock = new();
    private readonly BoundedMemory<RunStart> _runs = new(time, MaxRuns, long.MaxValue);
    private readonly ConcurrentDictionary<(string Deployment, bool IsRefused), bool> _logged = new();
    private int _underWay;

    public ValueTask StartingAsync(CallbackRunStart start, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _underWay);
        return ValueTask.CompletedTask;
    }

    public ValueTask AcceptedAsync(CallbackRunStart start, string requestId, string? webhookSecret, CancellationToken cancellationToken)
    {
        Add(start.Deployment, requestId, new RunStart(start.Workspace, start.StartedAt, start.TraceParent));
        Interlocked.Decrement(ref _underWay);
        return ValueTask.CompletedTask;
    }

    public ValueTask FailedAsync(CallbackRunStart start, Exception exception, CancellationToken cancellationToken)
    {
        Interlocked.Decrement(ref _underWay);
        return ValueTask.CompletedTask;
    }

    /// <summary>Records a run that was started here.</summary>
    /// <param name="deployment">The deployment.</param>
    /// <param name="requestId">The run.</param>
    /// <param name="start">What is known about its start.</param>
    public void Add(string deployment, string requestId, RunStart start)
    {
        lock (_lock)
        {
            _runs.Set(CallbackKeys.Run(deployment, requestId), start, weight: 1, settings.Current.SecretRetention);
        }
    }

    /// <summary>Finds the start of a run that was started here.</summary>
    public RunStart? Find(string deployment, string requestId)
    {
        lock (_lock)
        {
            return _runs.TryGet(CallbackKeys.Run(deployment, requestId), out RunStart start) ? start : null;
        }
    }

    /// <summary>
    /// A callback was verified and handled. If another process started its run, logs once per deployment that a wait there never gets it.
    /// </summary>
    public void Received(string deployment, string requestId)
    {
        if (settings.Current.KeepResults && IsAnothers(deployment, requestId) && _logged.TryAdd((deployment, false), true))
        {
            ForAnother(_logger, CallbackLog.Quote(requestId), deployment);
        }
    }

    /// <summary>A callback was refused because no secret is known for its run.</summary>
    public void Refused(string deployment, string requestId)
    {
        if (IsAnothers(deployment, requestId) && _logged.TryAdd((deployment, true), true))
        {
            NoSecretHere(_logger, deployment);
        }
    }

    // While a start is under way, its run isn't known yet.
    private bool IsAnothers(string deployment, string requestId)
    {
        if (results.IsShared || Volatile.Read(ref _underWay) > 0)
        {
            return false;
        }

        lock (_lock)
        {
            return !_runs.TryGet(CallbackKeys.Run(deployment, requestId), out _);
        }
    }

    [LoggerMessage(
        57,
        LogLevel.Warning,
        "The callback of the run {RequestId} of deployment {Deployment} arrived in a process that didn't start the run, and results "
        + "are kept in this process's memory only: a wait "
        + "for it in another instance never gets it, and a second delivery to another instance is handled again. Share them among "
        + "the instances (package FetchHive.Redis, AddRedis). If this application started the run before a restart, there is "
        + "nothing to do. If nothing waits for results, set FetchHiveCallbackOptions.KeepResults to false. This is logged once for "
        + "each deployment.")]
    private static partial void ForAnother(ILogger logger, string requestId, string deployment);

    [LoggerMessage(
        58,
        LogLevel.Warning,
        "A callback for deployment {Deployment} was refused because this process knows no secret for its run and hasn't started a run "
        + "with that id. If another instance started it, or this one before a restart: configure the deployment's secret "
        + "(FetchHiveCallbackOptions.Secrets), or share the remembered secrets (package FetchHive.Redis, AddRedis). This is logged once "
        + "for each deployment.")]
    private static partial void NoSecretHere(ILogger logger, string deployment);
}
