using System;
using System.Collections.Generic;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace FetchHive.AspNetCore;

/// <summary>Binds the options to a configuration section. By hand, so that it needs no reflection and every mistake is reported with the setting's path.</summary>
internal sealed class CallbackConfiguration(IConfiguration configuration) : IConfigureOptions<FetchHiveCallbackOptions>
{
    private static readonly string[] Settings =
    [
        nameof(FetchHiveCallbackOptions.Secrets),
        nameof(FetchHiveCallbackOptions.PublicBaseAddress),
        nameof(FetchHiveCallbackOptions.MaxBodyBytes),
        nameof(FetchHiveCallbackOptions.MaxUnverifiedBytes),
        nameof(FetchHiveCallbackOptions.AcceptAnyContentType),
        nameof(FetchHiveCallbackOptions.EventRetention),
        nameof(FetchHiveCallbackOptions.HandlingLease),
        nameof(FetchHiveCallbackOptions.DuplicateWait),
        nameof(FetchHiveCallbackOptions.KeepResults),
        nameof(FetchHiveCallbackOptions.ResultRetention),
        nameof(FetchHiveCallbackOptions.SecretRetention),
        nameof(FetchHiveCallbackOptions.HoldTime),
    ];

    public void Configure(FetchHiveCallbackOptions options)
    {
        List<string> failures = options.BindingFailures;
        foreach (IConfigurationSection child in configuration.GetChildren())
        {
            switch (SettingOf(child.Key))
            {
                case nameof(FetchHiveCallbackOptions.Secrets):
                    SecretsConfiguration.Bind(child, options.Secrets, failures);
                    break;
                case nameof(FetchHiveCallbackOptions.PublicBaseAddress):
                    options.PublicBaseAddress = Address(child, options.PublicBaseAddress, failures);
                    break;
                case nameof(FetchHiveCallbackOptions.MaxBodyBytes):
                    options.MaxBodyBytes = (int)Math.Clamp(Number(child, options.MaxBodyBytes, failures), int.MinValue, int.MaxValue);
                    break;
                case nameof(FetchHiveCallbackOptions.MaxUnverifiedBytes):
                    options.MaxUnverifiedBytes = Number(child, options.MaxUnverifiedBytes, failures);
                    break;
                case nameof(FetchHiveCallbackOptions.AcceptAnyContentType):
                    options.AcceptAnyContentType = Flag(child, options.AcceptAnyContentType, failures);
                    break;
                case nameof(FetchHiveCallbackOptions.EventRetention):
                    options.EventRetention = Time(child, options.EventRetention, failures);
                    break;
                case nameof(FetchHiveCallbackOptions.HandlingLease):
                    options.HandlingLease = Time(child, options.HandlingLease, failures);
                    break;
                case nameof(FetchHiveCallbackOptions.DuplicateWait):
                    options.DuplicateWait = Time(child, options.DuplicateWait, failures);
                    break;
                case nameof(FetchHiveCallbackOptions.KeepResults):
                    options.KeepResults = Flag(child, options.KeepResults, failures);
                    break;
                case nameof(FetchHiveCallbackOptions.ResultRetention):
                    options.ResultRetention = Time(child, options.ResultRetention, failures);
                    break;
                case nameof(FetchHiveCallbackOptions.SecretRetention):
                    options.SecretRetention = Time(child, options.SecretRetention, failures);
                    break;
                case nameof(FetchHiveCallbackOptions.HoldTime):
                    options.HoldTime = Time(child, options.HoldTime, failures);
                    break;
                default:
                    // At a configuration's root stand all kinds of things. In a section of our own it is most likely misspelt, and would be ignored without a word.
                    if (configuration is IConfigurationSection)
                    {
                        failures.Add($"The configuration has {child.Path}, and FetchHiveCallbackOptions has no setting '{child.Key}'. Its settings are {string.Join(", ", Settings)}; correct the name or remove it.");
                    }

                    break;
            }
        }
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

    private static long Number(IConfigurationSection section, long current, List<string> failures)
    {
        if (long.TryParse(section.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out long value))
        {
            return value;
        }

        failures.Add($"{section.Path} in the configuration is not a whole number. Write it in digits, such as 4194304.");
        return current;
    }

    private static Uri? Address(IConfigurationSection section, Uri? current, List<string> failures)
    {
        if (Uri.TryCreate(section.Value, UriKind.Absolute, out Uri? value))
        {
            return value;
        }

        failures.Add($"{section.Path} in the configuration is not an absolute address. Write it with its scheme, such as https://reports.example.");
        return current;
    }

    private static TimeSpan Time(IConfigurationSection section, TimeSpan current, List<string> failures)
    {
        if (TimeSpan.TryParse(section.Value, CultureInfo.InvariantCulture, out TimeSpan value))
        {
            return value;
        }

        failures.Add($"{section.Path} in the configuration is not a time. Write it as days.hours:minutes:seconds, such as 00:00:30 or 3.00:00:00.");
        return current;
    }

    private static bool Flag(IConfigurationSection section, bool current, List<string> failures)
    {
        if (bool.TryParse(section.Value, out bool value))
        {
            return value;
        }

        failures.Add($"{section.Path} in the configuration is neither true nor false. Write one of them.");
        return current;
    }
}
