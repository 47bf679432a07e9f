using System;
using System.Collections.Generic;
using System.Globalization;

namespace FetchHive.AspNetCore;

/// <summary>The rules for callback options.</summary>
internal static class CallbackOptionsRules
{
    private const int MaxBodySize = 1024 * 1024 * 1024;
    private const long MinUnverifiedSize = 1024 * 1024;
    private const long MaxUnverifiedSize = 1024L * 1024 * 1024 * 1024;

    /// <summary>Finds the invalid settings.</summary>
    /// <returns>One or two sentences for each invalid setting. None contains a secret.</returns>
    public static List<string> Check(FetchHiveCallbackOptions options)
    {
        List<string> failures = [.. options.BindingFailures];
        foreach ((string deployment, IList<string> secrets) in options.Secrets)
        {
            string setting = $"FetchHiveCallbackOptions.Secrets[\"{deployment}\"]";
            if (string.IsNullOrWhiteSpace(deployment))
            {
                failures.Add(
                    "FetchHiveCallbackOptions.Secrets has an entry whose deployment is empty or white space. Use the deployment's name.");
            }

            if (secrets is null || secrets.Count == 0)
            {
                failures.Add(
                    $"{setting} has no secret. Give the deployment's signing secret, or remove the entry to verify callbacks by the "
                        + $"secret that comes with each start.");
                continue;
            }

            for (int i = 0; i < secrets.Count; i++)
            {
                if (CheckSecret(secrets[i]) is { } failure)
                {
                    failures.Add($"{setting}[{i.ToString(CultureInfo.InvariantCulture)}] {failure}");
                }
            }
        }

        if (options.PublicBaseAddress is { } address && !IsRoot(address))
        {
            // Not quoted: it may contain user information.
            failures.Add(
                "FetchHiveCallbackOptions.PublicBaseAddress is not an absolute http or https address without query, fragment and user "
                + "information. Set one such as https://reports.example.");
        }

        if (options.MaxBodyBytes is < 1 or > MaxBodySize)
        {
            failures.Add(
                $"FetchHiveCallbackOptions.MaxBodyBytes is {options.MaxBodyBytes.ToString(CultureInfo.InvariantCulture)}. Set a number "
                    + $"of bytes between 1 and {MaxBodySize} (1 GiB).");
        }

        if (options.MaxUnverifiedBytes is < MinUnverifiedSize or > MaxUnverifiedSize)
        {
            failures.Add(
                $"FetchHiveCallbackOptions.MaxUnverifiedBytes is {options.MaxUnverifiedBytes.ToString(CultureInfo.InvariantCulture)}. "
                + $"Set a number of bytes between {MinUnverifiedSize} (1 MiB) and {MaxUnverifiedSize} (1 TiB).");
        }

        TimeSpan year = TimeSpan.FromDays(365);
        CheckTime(failures, nameof(options.EventRetention), options.EventRetention, TimeSpan.FromMinutes(1), year);
        CheckTime(failures, nameof(options.HandlingLease), options.HandlingLease, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        CheckTime(failures, nameof(options.DuplicateWait), options.DuplicateWait, TimeSpan.Zero, TimeSpan.FromMinutes(10));
        CheckTime(failures, nameof(options.ResultRetention), options.ResultRetention, TimeSpan.FromSeconds(1), TimeSpan.FromDays(30));
        if (options.LookUpAfter is { } lookUpAfter)
        {
            CheckTime(failures, nameof(options.LookUpAfter), lookUpAfter, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));
        }

        CheckTime(failures, nameof(options.SecretRetention), options.SecretRetention, TimeSpan.FromMinutes(1), year);
        CheckTime(failures, nameof(options.HoldTime), options.HoldTime, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        return failures;
    }

    /// <summary>
    /// What is wrong with a secret, as the rest of a sentence that begins with the secret's setting; null when nothing is wrong.
    /// </summary>
    public static string? CheckSecret(string? secret)
    {
        if (SecretText.WhatIsWrong(secret) is not { } mistake)
        {
            return null;
        }

        return string.IsNullOrWhiteSpace(secret)
            ? $"{mistake}. Give the deployment's signing secret, or remove the setting to verify callbacks by the secret that "
                + "comes with each start."
            : $"{mistake}. Copy the secret again, from the dashboard's Code Snippet dialog; a line break at the end of a secret file "
                + "is a common cause.";
    }

    private static bool IsRoot(Uri address) =>
        address.IsAbsoluteUri && address.Scheme is "http" or "https"
            && address.Query.Length == 0 && address.Fragment.Length == 0 && address.UserInfo.Length == 0;

    private static void CheckTime(List<string> failures, string setting, TimeSpan value, TimeSpan least, TimeSpan most)
    {
        if (value < least || value > most)
        {
            failures.Add(
                $"FetchHiveCallbackOptions.{setting} is {value:c}. Set a time between {least:c} and {most:c} "
                    + $"(days.hours:minutes:seconds).");
        }
    }
}
