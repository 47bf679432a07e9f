using System;
using System.Collections.Generic;
using System.Reflection;
using System.Threading;

namespace FetchHive;

/// <summary>Options that were checked and can't change any more, in the form the send path needs them.</summary>
internal sealed class ClientSettings
{
    private readonly string _apiKey;

    private ClientSettings(FetchHiveOptions options, string apiKey)
    {
        _apiKey = apiKey;
        Authorization = "Bearer " + apiKey;
        Timeout = options.Timeout;
        MaxRetries = options.MaxRetries;
        MaxConcurrency = options.MaxConcurrency;
        RecordsContent = options.RecordInputsAndOutputs;
        MaxResponseBytes = options.MaxResponseBytes;
        string address = options.BaseAddress.AbsoluteUri;
        Endpoint = new Uri(address[address.Length - 1] == '/' ? address + "workflow/invoke" : address + "/workflow/invoke");
    }

    /// <summary>The library's version, without its build metadata.</summary>
    public static string Version { get; } = ReadVersion();

    /// <summary>The product and version that requests name.</summary>
    public static string UserAgent { get; } = "FetchHive.NET/" + Version;

    public Uri Endpoint { get; }

    public string Authorization { get; }

    public TimeSpan Timeout { get; }

    public int MaxRetries { get; }

    public int? MaxConcurrency { get; }

    public bool RecordsContent { get; }

    public int MaxResponseBytes { get; }

    /// <summary>Checks options and freezes them.</summary>
    /// <exception cref="InvalidOperationException">An option is missing or out of range.</exception>
    public static ClientSettings Create(FetchHiveOptions options, string? workspace, string? environmentKey)
    {
        List<string> failures = OptionsRules.Check(options, workspace, environmentKey, configurationPath: null);
        return failures.Count == 0
            ? new ClientSettings(options, OptionsRules.KeyOf(options, workspace, environmentKey)!)
            : throw new InvalidOperationException(string.Join(" ", failures));
    }

    /// <summary>Takes the key out of a text.</summary>
    public string? Redact(string? text) => text?.Replace(_apiKey, "[API key]");

    private static string ReadVersion()
    {
        string version = typeof(ClientSettings).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
        int build = version.IndexOf('+');
        return build < 0 ? version : version.Substring(0, build);
    }
}
