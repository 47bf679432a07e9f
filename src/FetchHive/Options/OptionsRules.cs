using System;
using System.Collections.Generic;
using System.Threading;

namespace FetchHive;

/// <summary>The rules for options: the same for clients created without dependency injection and for start-up validation.</summary>
internal static class OptionsRules
{
    public const string EnvironmentVariable = "FETCH_HIVE_API_KEY";

    private const int MaxResponseSize = 1024 * 1024 * 1024;

    private const int MaxRetries = 20;

    private const int MaxConcurrency = 10_000;

    private static readonly TimeSpan MinTimeout = TimeSpan.FromMilliseconds(1);

    // Timers of .NET Framework are limited to 2^31 - 1 milliseconds.
    private static readonly TimeSpan MaxTimeout = TimeSpan.FromDays(24);

    /// <summary>The key to use: the options' own, or the environment's for the default workspace.</summary>
    public static string? KeyOf(FetchHiveOptions options, string? workspace, string? environmentKey) =>
        string.IsNullOrWhiteSpace(options.ApiKey) && workspace is null ? environmentKey : options.ApiKey;

    /// <summary>Finds invalid options.</summary>
    /// <param name="options">The options.</param>
    /// <param name="workspace">The name of the workspace; null for the default one.</param>
    /// <param name="environmentKey">The value of the environment variable.</param>
    /// <param name="configurationPath">The path of the section the options were bound from; null if they weren't.</param>
    /// <returns>A message for each invalid setting. No message contains the key.</returns>
    public static List<string> Check(FetchHiveOptions options, string? workspace, string? environmentKey, string? configurationPath)
    {
        List<string> failures = [];
        Add(failures, CheckKey(options, workspace, environmentKey), nameof(FetchHiveOptions.ApiKey), configurationPath);
        Add(failures, CheckAddress(options.BaseAddress), nameof(FetchHiveOptions.BaseAddress), configurationPath);
        Add(failures, CheckTimeout(options.Timeout), nameof(FetchHiveOptions.Timeout), configurationPath);
        Add(failures, CheckTimeout(options.QueueTimeout), nameof(FetchHiveOptions.QueueTimeout), configurationPath);
        Add(failures, CheckRetries(options.MaxRetries), nameof(FetchHiveOptions.MaxRetries), configurationPath);
        Add(failures, CheckConcurrency(options.MaxConcurrency), nameof(FetchHiveOptions.MaxConcurrency), configurationPath);
        Add(failures, CheckSize(options.MaxResponseBytes), nameof(FetchHiveOptions.MaxResponseBytes), configurationPath);
        return failures;
    }

    private static void Add(List<string> failures, string? failure, string setting, string? configurationPath)
    {
        if (failure is null)
        {
            return;
        }

        string where = configurationPath switch
        {
            null => string.Empty,
            "" => $" (configuration: {setting})",
            _ => $" (configuration: {configurationPath}:{setting})",
        };
        failures.Add($"FetchHiveOptions.{setting}{where} {failure}");
    }

    private static string? CheckKey(FetchHiveOptions options, string? workspace, string? environmentKey)
    {
        string? key = KeyOf(options, workspace, environmentKey);
        if (string.IsNullOrWhiteSpace(key))
        {
            return workspace is null
                ? $"is missing. Set it, or the environment variable {EnvironmentVariable}, to the workspace's API key."
                : $"of the workspace '{workspace}' is missing. Set it to that workspace's API key; a named workspace doesn't use the "
                    + $"environment variable {EnvironmentVariable}, so that no call can run in the wrong workspace.";
        }

        string source = string.IsNullOrWhiteSpace(options.ApiKey) ? $"(from {EnvironmentVariable}) " : string.Empty;
        if (key!.TrimStart().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return source + "begins with 'Bearer '. Set only the key; the client adds 'Bearer '.";
        }

        for (int i = 0; i < key.Length; i++)
        {
            if (key[i] is <= ' ' or > '~')
            {
                return $"{source}has {NameOf(key[i])} at position {i + 1} of {key.Length}, which can't be sent in a header. Copy the key "
                    + $"again{(key[i] is '\r' or '\n' ? "; the last line of a secret file often ends with one" : string.Empty)}.";
            }
        }

        return null;
    }

    // Never the character itself: it may be part of the key.
    private static string NameOf(char c) => c switch
    {
        '\r' or '\n' => "a line break",
        ' ' or '\t' => "white space",
        > '~' and not '\u007F' => "a non-ASCII character",
        _ => "a control character",
    };

    private static string? CheckAddress(Uri? address)
    {
        if (address is null)
        {
            return "is null. Leave it at its default, or set the API's absolute address.";
        }

        if (!address.IsAbsoluteUri)
        {
            return "is a relative address. Set an absolute address, such as https://api.fetchhive.com/v1.";
        }

        if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        {
            return $"has the scheme '{address.Scheme}'. Use https, so that nobody can read the key in transit; http is for loopback hosts "
                + "only (localhost, 127.0.0.1, [::1]).";
        }

        return address.Query.Length + address.Fragment.Length + address.UserInfo.Length > 0
            ? "has a query, a fragment or user information. Set scheme, host, port and path only, such as https://api.fetchhive.com/v1."
            : null;
    }

    private static string? CheckTimeout(TimeSpan timeout) =>
        timeout == Timeout.InfiniteTimeSpan || (timeout >= MinTimeout && timeout <= MaxTimeout)
            ? null
            : $"is {timeout:c}. Set a time between 1 millisecond and 24 days, or Timeout.InfiniteTimeSpan (-00:00:00.0010000) for no "
                + "limit.";

    private static string? CheckRetries(int retries) =>
        retries is >= 0 and <= MaxRetries ? null : $"is {retries}. Set a number between 0 (a call is tried once) and {MaxRetries}.";

    private static string? CheckConcurrency(int? calls) =>
        calls is null or (>= 1 and <= MaxConcurrency) ? null :
            $"is {calls}. Set a number between 1 and {MaxConcurrency}, or leave it unset for no limit.";

    private static string? CheckSize(int bytes) =>
        bytes is >= 1 and <= MaxResponseSize ? null : $"is {bytes}. Set a number of bytes between 1 and {MaxResponseSize} (1 GiB).";
}
