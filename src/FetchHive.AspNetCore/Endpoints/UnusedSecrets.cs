using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FetchHive.AspNetCore;

/// <summary>
/// Warns of secrets that are configured for a deployment without a mapped endpoint: its name is probably misspelt, and its callbacks would
/// be refused. It warns only in a process with endpoints, because other processes may share the configuration.
/// </summary>
internal sealed partial class UnusedSecrets(
    LiveSettings settings, MappedEndpoints endpoints, ILoggerFactory loggers, IHostApplicationLifetime? application)
{
    private readonly ILogger _logger = loggers.CreateLogger(CallbackLog.Category);
    private int _isWatching;

    /// <summary>
    /// Starts checking: when the application has started (by then all endpoints are mapped), and after each change of the settings.
    /// </summary>
    public void Watch()
    {
        if (Interlocked.Exchange(ref _isWatching, 1) == 0)
        {
            application?.ApplicationStarted.Register(() =>
            {
                Look();
                settings.Changed += Look;
            });
        }
    }

    private void Look()
    {
        foreach (string name in settings.Current.Secrets.Keys)
        {
            if (!endpoints.Has(name))
            {
                IReadOnlyCollection<string> mapped = endpoints.Deployments;
                Unused(_logger, CallbackLog.Quote(name), string.Join(", ", mapped), Advice(name, mapped));
            }
        }
    }

    private static string Advice(string name, IReadOnlyCollection<string> mapped)
    {
        string letters = Letters(name);
        string? meant = mapped.FirstOrDefault(deployment => Letters(deployment) == letters);
        return meant is null
            ? "Correct the name, map an endpoint, or remove the setting."
            : $"Did you mean '{meant}'? If a key can't be spelt like that, such as one with a hyphen in an environment variable, give "
                + $"the name as a value: Secrets__0__Deployment={meant} and Secrets__0__Secret=…";
    }

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    [LoggerMessage(
        14,
        LogLevel.Warning,
        "FetchHiveCallbackOptions.Secrets has an entry for '{Name}', but no endpoint is mapped for a deployment of "
        + "that name (mapped: {Mapped}), so no callback uses it. {Advice}")]
    private static partial void Unused(ILogger logger, string name, string mapped, string advice);
}
