using System;

namespace FetchHive.Generators.Analyzers.Calls;

/// <summary>
/// Checks the known part of a callback address. It parses the scheme itself: on Unix, System.Uri treats "/callbacks" as a file path, but a
/// rule must behave the same on every machine.
/// </summary>
internal static class CallbackAddress
{
    private const int MaxShown = 80;
    private const string WriteHttps = "write an absolute https address";

    /// <summary>What is wrong, and what to do.</summary>
    /// <param name="address">The address, or its beginning.</param>
    /// <param name="isWhole">Whether the address is complete.</param>
    /// <returns><see langword="null"/> if no mistake is known.</returns>
    public static (string Problem, string Advice)? Judge(string address, bool isWhole)
    {
        address = address.Trim();
        if (address.Length == 0)
        {
            return isWhole ? ("is empty", WriteHttps) : null;
        }

        int end = address.IndexOfAny(['/', '?', '#', '\\']);
        int colon = address.IndexOf(':');
        bool hasScheme = colon > 0 && (end < 0 || colon < end) && IsScheme(address, colon);
        if (!hasScheme)
        {
            return end >= 0 || isWhole ? ("is relative", WriteHttps) : null;
        }

        string scheme = address.Substring(0, colon);
        bool isHttp = scheme.Equals("http", StringComparison.OrdinalIgnoreCase);
        if (!isHttp && !scheme.Equals("https", StringComparison.OrdinalIgnoreCase))
        {
            // "localhost:5000/callbacks"
            bool isPort = colon + 1 < address.Length && char.IsDigit(address[colon + 1]);
            return isPort ? ("has no scheme", "write https:// before it")
                : colon + 1 < address.Length || isWhole ? ("is neither an https nor an http address", WriteHttps)
                : null;
        }

        return JudgeHost(address, colon + 1, isHttp, isWhole);
    }

    /// <summary>The address for a message, shortened and without parts that may be secret.</summary>
    public static string Shown(string address)
    {
        int query = address.IndexOfAny(['?', '#']);
        string shown = query < 0 ? address : address.Substring(0, query);
        int start = shown.IndexOf("//", StringComparison.Ordinal);
        int user = shown.IndexOf('@');
        if (start >= 0 && user > start)
        {
            shown = shown.Substring(0, start + 2) + shown.Substring(user + 1);
        }

        return shown.Length <= MaxShown ? shown : shown.Substring(0, MaxShown) + "…";
    }

    private static (string Problem, string Advice)? JudgeHost(string address, int start, bool isHttp, bool isWhole)
    {
        int host = start;
        while (host < address.Length && address[host] is '/' or '\\')
        {
            host++;
        }

        int end = address.IndexOfAny(['/', '\\', '?', '#'], host);
        if (end < 0 && !isWhole)
        {
            return null;
        }

        // The path doesn't matter, and it may be incomplete.
        if (host - start != 2
            || !Uri.TryCreate(end < 0 ? address : address.Substring(0, end), UriKind.Absolute, out Uri? uri)
            || uri.Host.Length == 0)
        {
            return ("isn't a valid address", WriteHttps);
        }

        return isHttp && !uri.IsLoopback
            ? ("is http, so anyone on the network can read and change what is delivered", "use https; http is for loopback hosts only")
            : null;
    }

    private static bool IsScheme(string address, int colon)
    {
        if (address[0] is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z')))
        {
            return false;
        }

        for (int i = 1; i < colon; i++)
        {
            if (address[i] is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '+' or '-' or '.'))
            {
                return false;
            }
        }

        return true;
    }
}
