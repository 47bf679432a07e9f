using System;
using System.Collections.Generic;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace FetchHive.AspNetCore;

/// <summary>
/// Binds the options to a configuration section. It is written by hand, so that it needs no reflection and reports every mistake with the
/// setting's path.
/// </summary>
internal sealed class CallbackConfiguration(IConfiguration configuration) : IConfigureOptions<FetchHiveCallbackOptions>
{
    private static readonly SettingNames Settings = new(
        nameof(FetchHiveCallbackOptions),
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
        nameof(FetchHiveCallbackOptions.LookUpAfter),
        nameof(FetchHiveCallbackOptions.LookUpDataIsOutput),
        nameof(FetchHiveCallbackOptions.SecretRetention),
        nameof(FetchHiveCallbackOptions.HoldTime));

    public void Configure(FetchHiveCallbackOptions options)
    {
        List<string> failures = options.BindingFailures;
        SettingText text = new(failures);
        foreach (IConfigurationSection child in configuration.GetChildren())
        {
            switch (Settings.Find(child.Key))
            {
                case nameof(FetchHiveCallbackOptions.Secrets):
                    SecretsConfiguration.Bind(child, options.Secrets, failures);
                    break;
                case nameof(FetchHiveCallbackOptions.PublicBaseAddress):
                    options.PublicBaseAddress = text.Address(child, options.PublicBaseAddress);
                    break;
                case nameof(FetchHiveCallbackOptions.MaxBodyBytes):
                    options.MaxBodyBytes = text.Number(child, options.MaxBodyBytes);
                    break;
                case nameof(FetchHiveCallbackOptions.MaxUnverifiedBytes):
                    options.MaxUnverifiedBytes = text.LongNumber(child, options.MaxUnverifiedBytes);
                    break;
                case nameof(FetchHiveCallbackOptions.AcceptAnyContentType):
                    options.AcceptAnyContentType = text.Flag(child, options.AcceptAnyContentType);
                    break;
                case nameof(FetchHiveCallbackOptions.EventRetention):
                    options.EventRetention = text.Time(child, options.EventRetention);
                    break;
                case nameof(FetchHiveCallbackOptions.HandlingLease):
                    options.HandlingLease = text.ShortTime(child, options.HandlingLease);
                    break;
                case nameof(FetchHiveCallbackOptions.DuplicateWait):
                    options.DuplicateWait = text.ShortTime(child, options.DuplicateWait);
                    break;
                case nameof(FetchHiveCallbackOptions.KeepResults):
                    options.KeepResults = text.Flag(child, options.KeepResults);
                    break;
                case nameof(FetchHiveCallbackOptions.ResultRetention):
                    options.ResultRetention = text.Time(child, options.ResultRetention);
                    break;
                case nameof(FetchHiveCallbackOptions.LookUpAfter):
                    TimeSpan after = text.ShortTime(child, TimeSpan.MinValue);
                    options.LookUpAfter = after == TimeSpan.MinValue ? options.LookUpAfter : after;
                    break;
                case nameof(FetchHiveCallbackOptions.LookUpDataIsOutput):
                    options.LookUpDataIsOutput = text.Flag(child, options.LookUpDataIsOutput);
                    break;
                case nameof(FetchHiveCallbackOptions.SecretRetention):
                    options.SecretRetention = text.Time(child, options.SecretRetention);
                    break;
                case nameof(FetchHiveCallbackOptions.HoldTime):
                    options.HoldTime = text.ShortTime(child, options.HoldTime);
                    break;
                default:
                    Settings.NoteUnknown(configuration, child, failures, holdsOtherSections: false);
                    break;
            }
        }
    }
}
