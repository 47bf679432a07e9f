using System;
using System.Collections.Generic;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FetchHive.AspNetCore;

/// <summary>
/// The settings in force: the newest that were valid. The options have no validator of their own, because a monitor's validator throws into whatever
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
        // First, so that no change falls between.
        _registration = monitor.OnChange(Change);
        FetchHiveCallbackOptions options = monitor.CurrentValue;
        List<string> failures = CallbackOptionsRules.Check(options);
        if (failures.Count > 0)
        {
            _registration?.Dispose();
            throw new OptionsValidationException(Options.DefaultName, typeof(FetchHiveCallbackOptions), failures);
        }

        _current = new CallbackSettings(options);
    }

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

        CallbackSettings settings = new(options);
        _current = settings;
        Changed(_logger, string.Join(", ", settings.Secrets.Keys));
    }

    [LoggerMessage(10, LogLevel.Error, "The changed configuration of callbacks is not valid, so what was valid before stays in force. {Failures}")]
    private static partial void NotValid(ILogger logger, string failures);

    [LoggerMessage(11, LogLevel.Information, "The configuration of callbacks was read again. Deployments with configured secrets: {Deployments}")]
    private static partial void Changed(ILogger logger, string deployments);
}
