using System;
using System.Collections.Generic;
using System.Reflection;
using System.Text;
using System.Threading;

namespace FetchHive;

/// <summary>Validated and frozen options, in the form that the send path needs.</summary>
internal sealed class ClientSettings
{
    private const string Redacted = "[API key]";

    // The service's real keys are longer than this.
    private const int MinSecretLength = 8;

    private readonly string _apiKey;

    private ClientSettings(FetchHiveOptions options, string? workspace, string apiKey)
    {
        Workspace = workspace ?? "default";
        _apiKey = apiKey;
        Authorization = "Bearer " + apiKey;
        Timeout = options.Timeout;
        QueueTimeout = options.QueueTimeout;
        MaxRetries = options.MaxRetries;
        MaxConcurrency = options.MaxConcurrency;
        RecordsContent = options.EnableSensitiveData;
        MaxResponseBytes = options.MaxResponseBytes;
        string address = options.BaseAddress.AbsoluteUri;
        BaseAddress = address[address.Length - 1] == '/' ? address.Remove(address.Length - 1) : address;
        Endpoint = new Uri(BaseAddress + "/workflow/invoke");
    }

    /// <summary>The library's version, without its build metadata.</summary>
    public static string Version { get; } = ReadVersion();

    /// <summary>The product and version in the User-Agent header.</summary>
    public static string UserAgent { get; } = "FetchHive.NET/" + Version;

    /// <summary>The workspace's name in logs, spans and metrics.</summary>
    public string Workspace { get; }

    /// <summary>The API's address, without a trailing slash.</summary>
    public string BaseAddress { get; }

    public Uri Endpoint { get; }

    public string Authorization { get; }

    public TimeSpan Timeout { get; }

    public TimeSpan QueueTimeout { get; }

    public int MaxRetries { get; }

    public int? MaxConcurrency { get; }

    public bool RecordsContent { get; }

    public int MaxResponseBytes { get; }

    /// <summary>Validates options and freezes them.</summary>
    /// <exception cref="InvalidOperationException">An option is missing or out of range.</exception>
    public static ClientSettings Create(FetchHiveOptions options, string? workspace, string? environmentKey)
    {
        List<string> failures = OptionsRules.Check(options, workspace, environmentKey, configurationPath: null);
        return failures.Count == 0
            ? new ClientSettings(options, workspace, OptionsRules.KeyOf(options, workspace, environmentKey)!)
            : throw new InvalidOperationException(string.Join(" ", failures));
    }

    /// <summary>The address of a request's record.</summary>
    public Uri RecordOf(string requestId) => new(BaseAddress + "/public/requests/" + Uri.EscapeDataString(requestId));

    /// <summary>Removes the key from a text.</summary>
    public string? Redact(string? text) =>
        text is null ? null : _apiKey.Length < MinSecretLength ? RedactWord(text) : text.Replace(_apiKey, Redacted);

    // A short key, as in tests, may be part of ordinary words. So it is only replaced as a whole word.
    private string RedactWord(string text)
    {
        StringBuilder? redacted = null;
        int kept = 0;
        int at = -1;
        while ((at = text.IndexOf(_apiKey, at + 1, StringComparison.Ordinal)) >= 0)
        {
            int end = at + _apiKey.Length;
            if (at >= kept && !(at > 0 && char.IsLetterOrDigit(text[at - 1])) && !(end < text.Length && char.IsLetterOrDigit(text[end])))
            {
                redacted ??= new StringBuilder();
                redacted.Append(text, kept, at - kept).Append(Redacted);
                kept = end;
            }
        }

        return redacted is null ? text : redacted.Append(text, kept, text.Length - kept).ToString();
    }

    private static string ReadVersion()
    {
        Assembly library = typeof(ClientSettings).Assembly;
        string version = library.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
        int build = version.IndexOf('+');
        return build < 0 ? version : version.Substring(0, build);
    }
}
