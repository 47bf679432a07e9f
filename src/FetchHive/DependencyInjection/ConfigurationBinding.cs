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
/// A section that a workspace's options are bound to. Binding is handwritten, so that it needs no reflection and reports every mistake with
/// the setting's path.
/// </summary>
internal sealed class BoundSection(string? name, IConfiguration configuration) : IConfigureNamedOptions<FetchHiveOptions>
{
    // A test checks that this list matches the options' properties.
    private static readonly SettingNames Settings = new(
        nameof(FetchHiveOptions),
        nameof(FetchHiveOptions.ApiKey),
        nameof(FetchHiveOptions.BaseAddress),
        nameof(FetchHiveOptions.Timeout),
        nameof(FetchHiveOptions.QueueTimeout),
        nameof(FetchHiveOptions.MaxRetries),
        nameof(FetchHiveOptions.MaxConcurrency),
        nameof(FetchHiveOptions.MaxResponseBytes),
        nameof(FetchHiveOptions.EnableSensitiveData));

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

    /// <summary>Finds values that can't be read and settings that don't exist.</summary>
    public void AddFailures(List<string> failures) => Apply(new FetchHiveOptions(), failures);

    private void Apply(FetchHiveOptions options, List<string> failures)
    {
        SettingText text = new(failures);
        foreach (IConfigurationSection child in configuration.GetChildren())
        {
            switch (Settings.Find(child.Key))
            {
                case nameof(FetchHiveOptions.ApiKey):
                    // An empty key counts as missing, so that the key from the environment is used.
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
                    // A section inside may belong to something else, such as callbacks.
                    Settings.NoteUnknown(configuration, child, failures, holdsOtherSections: true);
                    break;
            }
        }
    }
}
