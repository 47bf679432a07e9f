using System;
using System.Collections.Generic;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FetchHive;

/// <summary>Binds a workspace's options to a configuration section.</summary>
internal static class ConfigurationBinding
{
    public static void Bind(IServiceCollection services, string? name, IConfiguration configuration)
    {
        BoundSection section = new(name, configuration);
        services.AddOptions();
        services.AddSingleton<IConfigureOptions<FetchHiveOptions>>(section);
        services.AddSingleton<IOptionsChangeTokenSource<FetchHiveOptions>>(
            new ConfigurationChangeTokenSource<FetchHiveOptions>(name ?? Options.DefaultName, configuration));
        services.AddSingleton(section);
    }
}

/// <summary>
/// A section that a workspace's options are bound to. By hand, so that it needs no reflection and every mistake is reported with the
/// setting's path.
/// </summary>
internal sealed class BoundSection(string? name, IConfiguration configuration) : IConfigureNamedOptions<FetchHiveOptions>
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
        nameof(FetchHiveOptions.EnableSensitiveData),
    ];

    public string? Name { get; } = name;

    /// <summary>The section's path; empty for a configuration's root.</summary>
    public string Path { get; } = (configuration as IConfigurationSection)?.Path ?? string.Empty;

    public void Configure(FetchHiveOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, FetchHiveOptions options)
    {
        if ((name ?? Options.DefaultName) == (Name ?? Options.DefaultName))
        {
            Apply(options, []);
        }
    }

    /// <summary>Finds what can't be read, and settings that don't exist.</summary>
    public void AddFailures(List<string> failures) => Apply(new FetchHiveOptions(), failures);

    private void Apply(FetchHiveOptions options, List<string> failures)
    {
        SettingText text = new(failures);
        foreach (IConfigurationSection child in configuration.GetChildren())
        {
            switch (SettingOf(child.Key))
            {
                case nameof(FetchHiveOptions.ApiKey):
                    // An empty key is none, so that the environment's counts.
                    options.ApiKey = string.IsNullOrWhiteSpace(child.Value) ? options.ApiKey : child.Value;
                    break;
                case nameof(FetchHiveOptions.BaseAddress):
                    options.BaseAddress = text.Address(child, options.BaseAddress)!;
                    break;
                case nameof(FetchHiveOptions.Timeout):
                    options.Timeout = text.ShortTime(child, options.Timeout);
                    break;
                case nameof(FetchHiveOptions.QueueTimeout):
                    options.QueueTimeout = text.ShortTime(child, options.QueueTimeout);
                    break;
                case nameof(FetchHiveOptions.MaxRetries):
                    options.MaxRetries = text.Number(child, options.MaxRetries);
                    break;
                case nameof(FetchHiveOptions.MaxConcurrency):
                    options.MaxConcurrency = text.Count(child, options.MaxConcurrency);
                    break;
                case nameof(FetchHiveOptions.MaxResponseBytes):
                    options.MaxResponseBytes = text.Number(child, options.MaxResponseBytes);
                    break;
                case nameof(FetchHiveOptions.EnableSensitiveData):
                    options.EnableSensitiveData = text.Flag(child, options.EnableSensitiveData);
                    break;
                default:
                    // At a root stand all kinds of things. In a section of ours it is mostly a misspelt one, which would be ignored without a
                    // word. A section inside may belong to something else (callbacks, for one).
                    if (Path.Length > 0 && child.Value is not null && !IsSection(child))
                    {
                        failures.Add(
                            $"The configuration has {child.Path}, and FetchHiveOptions has no setting '{child.Key}'. "
                            + $"Its settings are {string.Join(", ", Settings)}; correct the name or remove it.");
                    }

                    break;
            }
        }
    }

    // Where settings are handed on as arguments, as WebApplicationFactory does, a section has an empty value too.
    private static bool IsSection(IConfigurationSection child)
    {
        if (child.Value!.Length > 0)
        {
            return false;
        }

        foreach (IConfigurationSection _ in child.GetChildren())
        {
            return true;
        }

        return false;
    }

    private static string? SettingOf(string key)
    {
        foreach (string setting in Settings)
        {
            if (string.Equals(key, setting, StringComparison.OrdinalIgnoreCase))
            {
                return setting;
            }
        }

        return null;
    }
}
