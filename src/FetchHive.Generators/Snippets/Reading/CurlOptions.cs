using System;
using System.Collections.Generic;

namespace FetchHive.Generators.Snippets.Reading;

/// <summary>What curl's options do to a request.</summary>
internal static class CurlOptions
{
    private const string ShortWithValue = "AbcCdDeEFhHKmoPQrtTuUwxXyYz";
    private const string ShortAlone = "#0123456afgGiIjJklLMnNOpqRsSvVZ";

    private static readonly Dictionary<string, CurlOption> Special = new(StringComparer.Ordinal)
    {
        ["--data"] = CurlOption.Body,
        ["--data-ascii"] = CurlOption.Body,
        ["--data-binary"] = CurlOption.Body,
        ["--json"] = CurlOption.Body,
        ["--data-raw"] = CurlOption.RawBody,
        ["--url"] = CurlOption.Address,
        ["--request"] = CurlOption.Method,
        ["--header"] = CurlOption.Header,
        ["--get"] = CurlOption.NotAsPost,
        ["--head"] = CurlOption.NotAsPost,
        ["--form"] = CurlOption.OtherBody,
        ["--form-string"] = CurlOption.OtherBody,
        ["--upload-file"] = CurlOption.OtherBody,
        ["--data-urlencode"] = CurlOption.OtherBody,
        ["--config"] = CurlOption.OtherBody,
        ["--next"] = CurlOption.Next,
    };

    private static readonly Dictionary<char, string> ShortNames = new()
    {
        ['d'] = "--data",
        ['X'] = "--request",
        ['H'] = "--header",
        ['G'] = "--get",
        ['I'] = "--head",
        ['F'] = "--form",
        ['T'] = "--upload-file",
        ['K'] = "--config",
        [':'] = "--next",
    };

    private static readonly HashSet<string> LongWithValue = new(StringComparer.Ordinal)
    {
        "--user", "--oauth2-bearer", "--user-agent", "--cookie", "--cookie-jar", "--referer", "--output", "--output-dir", "--max-time",
        "--connect-timeout", "--retry",
        "--retry-delay", "--retry-max-time", "--proxy", "--proxy-user", "--proxy-header", "--noproxy", "--cacert", "--capath", "--cert",
        "--cert-type", "--key", "--key-type", "--pass", "--ciphers", "--tls-max", "--write-out", "--dump-header", "--resolve",
        "--connect-to",
        "--interface", "--limit-rate", "--max-filesize", "--max-redirs", "--keepalive-time", "--stderr", "--trace", "--trace-ascii",
        "--speed-limit", "--speed-time", "--unix-socket", "--netrc-file", "--dns-servers", "--local-port", "--range", "--expect100-timeout",
        "--pinnedpubkey", "--proto", "--proto-default", "--proto-redir", "--url-query", "--variable", "--curves",
        "--happy-eyeballs-timeout-ms",
    };

    private static readonly HashSet<string> LongAlone = new(StringComparer.Ordinal)
    {
        "--compressed", "--silent", "--show-error", "--verbose", "--include", "--show-headers", "--location", "--location-trusted",
        "--insecure", "--fail", "--fail-with-body", "--fail-early", "--http1.0", "--http1.1", "--http2",
        "--http2-prior-knowledge", "--http3",
        "--globoff", "--ipv4", "--ipv6", "--tlsv1", "--tlsv1.0", "--tlsv1.1", "--tlsv1.2", "--tlsv1.3", "--progress-bar", "--path-as-is",
        "--tcp-nodelay", "--tcp-fastopen", "--trace-time", "--trace-ids", "--disable", "--raw", "--ssl-reqd", "--basic", "--anyauth",
        "--remote-name", "--remote-header-name", "--remote-time", "--retry-all-errors", "--retry-connrefused", "--styled-output", "--netrc",
        "--netrc-optional", "--post301", "--post302", "--post303", "--create-dirs", "--crlf", "--false-start",
        "--proxytunnel", "--parallel",
    };

    /// <summary>What a long option does.</summary>
    public static CurlOption OfLong(string name) =>
        Special.TryGetValue(name, out CurlOption special) ? special
        : LongWithValue.Contains(name) ? CurlOption.Value
        : LongAlone.Contains(name) || name.StartsWith("--no-", StringComparison.Ordinal) ? CurlOption.Alone
        : CurlOption.Unknown;

    /// <summary>What a short option does.</summary>
    public static CurlOption OfShort(char letter) =>
        ShortNames.TryGetValue(letter, out string? name) ? OfLong(name)
        : ShortWithValue.IndexOf(letter) >= 0 ? CurlOption.Value
        : ShortAlone.IndexOf(letter) >= 0 ? CurlOption.Alone
        : CurlOption.Unknown;

    /// <summary>Whether a value follows the option.</summary>
    public static bool HasValue(CurlOption option) =>
        option is not (CurlOption.Alone or CurlOption.NotAsPost or CurlOption.Next or CurlOption.Unknown);
}

internal enum CurlOption
{
    /// <summary>An unknown option.</summary>
    Unknown,

    /// <summary>An option without a value that doesn't affect what is read.</summary>
    Alone,

    /// <summary>An option with a value that doesn't affect what is read.</summary>
    Value,

    /// <summary>The value is the body, or <c>@</c> and the name of a file with the body.</summary>
    Body,

    /// <summary>The value is the body, even if it begins with <c>@</c>.</summary>
    RawBody,

    /// <summary>The value is the address.</summary>
    Address,

    /// <summary>The value is the method.</summary>
    Method,

    /// <summary>The value is a header.</summary>
    Header,

    /// <summary>The option makes the request something other than a POST.</summary>
    NotAsPost,

    /// <summary>The option adds a body that isn't JSON in the command.</summary>
    OtherBody,

    /// <summary>The option begins a second request.</summary>
    Next,
}
