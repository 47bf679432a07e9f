using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FetchHive.AspNetCore;

/// <summary>
/// The settings in force: the newest valid ones. The options have no validator, because a monitor's validator throws into the code that
/// reloaded the configuration, and leaves the options without a value.
/// </summary>
internal sealed partial class LiveSettings : IDisposable
{
    private readonly ILogger _logger;
    private readonly IDisposable? _registration;
    private volatile CallbackSettings _current;

    /// <exception cref="OptionsValidationException">The first settings aren't valid.</exception>
    public LiveSettings(IOptionsMonitor<FetchHiveCallbackOptions> monitor, ILoggerFactory loggers)
    {
        _logger = loggers.CreateLogger(CallbackLog.Category);
        // Subscribed first, so that no change is missed.
        _registration = monitor.OnChange(Change);
        FetchHiveCallbackOptions options = monitor.CurrentValue;
        List<string> failures = CallbackOptionsRules.Check(options);
        if (failures.Count > 0)
        {
            _registration?.Dispose();
            throw new OptionsValidationException(Options.DefaultName, typeof(FetchHiveCallbackOptions), failures);
        }

        _current = new CallbackSettings(options);
        WarnOfShortSecrets(_current);
    }

    /// <summary>Raised after each change.</summary>
    public event Action? Changed;

    public CallbackSettings Current => _current;

    public void Dispose() => _registration?.Dispose();

    private void Change(FetchHiveCallbackOptions options, string? name)
    {
        if (!string.IsNullOrEmpty(name))
        {
            return;
        }

        List<string> failures = CallbackOptionsRules.Check(options);
        if (failures.Count > 0)
        {
            NotValid(_logger, string.Join(" ", failures));
            return;
        }

        CallbackSettings before = _current;
        CallbackSettings settings = new(options);
        _current = settings;
        ReadAgain(_logger, string.Join(", ", settings.Secrets.Keys));
        string dropped = string.Join(", ", before.Secrets.Keys.Where(deployment => settings.SecretsOf(deployment) is null));
        if (dropped.Length > 0)
        {
            Dropped(_logger, dropped);
        }

        WarnOfShortSecrets(settings);
        Changed?.Invoke();
    }

    private void WarnOfShortSecrets(CallbackSettings settings)
    {
        foreach ((string deployment, string[] secrets) in settings.Secrets)
        {
            if (secrets.Any(static secret => secret.Length < SecretText.MinGoodLength))
            {
                Short(_logger, deployment, SecretText.MinGoodLength);
            }
        }
    }

    [LoggerMessage(10, LogLevel.Error, "The changed configuration of callbacks is not valid, so the previous valid settings stay in force. "
        + "{Failures}")]
    private static partial void NotValid(ILogger logger, string failures);

    [LoggerMessage(11, LogLevel.Information, "The configuration of callbacks was read again. Deployments with configured secrets: "
        + "{Deployments}")]
    private static partial void ReadAgain(ILogger logger, string deployments);

    [LoggerMessage(
        12,
        LogLevel.Warning,
        "The changed configuration of callbacks no longer has secrets for the deployments: {Deployments}. Their "
        + "callbacks are refused from now on, except those of runs whose secret came with a start and is remembered. If "
        + "that isn't intended, put the secrets back (FetchHiveCallbackOptions.Secrets).")]
    private static partial void Dropped(ILogger logger, string deployments);

    [LoggerMessage(
        13,
        LogLevel.Warning,
        "A secret that is configured for callbacks of deployment {Deployment} has fewer than {Shortest} characters. "
        + "Anyone who has seen one callback can guess such a secret. Compare it with the signing secret in the "
        + "dashboard's Code Snippet dialog.")]
    private static partial void Short(ILogger logger, string deployment, int shortest);
}
