using System;
using System.Collections.Generic;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FetchHive;

/// <summary>
/// Binds a workspace's options to a configuration section. The binding itself is generated at compile time, so it needs no reflection.
/// </summary>
internal static class ConfigurationBinding
{
    public static void Bind(IServiceCollection services, string? name, IConfiguration configuration)
    {
        services.AddOptions<FetchHiveOptions>(name ?? Options.DefaultName).Bind(configuration);
        services.AddSingleton(new BoundSection(name, configuration));
    }
}

/// <summary>A section that a workspace's options are bound to.</summary>
internal sealed class BoundSection(string? name, IConfiguration configuration)
{
    // A test holds this list to the options' properties.
    private static readonly string[] Settings =
    [
        nameof(FetchHiveOptions.ApiKey),
        nameof(FetchHiveOptions.BaseAddress),
        nameof(FetchHiveOptions.Timeout),
        nameof(FetchHiveOptions.QueueTimeout),
        nameof(FetchHiveOptions.MaxRetries),
        nameof(FetchHiveOptions.MaxConcurrency),
        nameof(FetchHiveOptions.MaxResponseBytes),
        nameof(FetchHiveOptions.RecordInputsAndOutputs),
    ];

    public string? Name { get; } = name;

    /// <summary>The section's path; empty for a configuration's root.</summary>
    public string Path { get; } = (configuration as IConfigurationSection)?.Path ?? string.Empty;

    /// <summary>
    /// Finds settings that don't exist: mostly misspelt ones, which would be ignored without a word. A section inside the section isn't a
    /// setting, it may belong to something else (callbacks, for one); and at a root stands all kinds of things.
    /// </summary>
    public void AddUnknownKeys(List<string> failures)
    {
        if (Path.Length == 0)
        {
            return;
        }

        foreach (IConfigurationSection child in configuration.GetChildren())
        {
            if (child.Value is not null && !IsSetting(child.Key))
            {
                failures.Add($"The configuration has {child.Path}, and FetchHiveOptions has no setting '{child.Key}'. Its settings are {string.Join(", ", Settings)}; correct the name or remove it.");
            }
        }
    }

    private static bool IsSetting(string key)
    {
        foreach (string setting in Settings)
        {
            if (string.Equals(key, setting, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
