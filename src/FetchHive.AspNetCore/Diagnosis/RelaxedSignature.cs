using System;
using System.Collections.Generic;

namespace FetchHive.AspNetCore;

/// <summary>
/// Reads the signatures that a header may have meant. It is far too lenient to trust: it only explains why a callback was refused.
/// </summary>
internal static class RelaxedSignature
{
    private const int MaxHeaderLength = 4096;
    private const int MaxParts = 16;

    /// <summary>The bytes that parts of the header may encode, with a description of the encoding.</summary>
    public static List<(byte[] Bytes, string Spelling)> Read(string header)
    {
        List<(byte[] Bytes, string Spelling)> found = [];
        if (header.Length > MaxHeaderLength)
        {
            return found;
        }

        string[] parts = header.Split([',', ';', ' '], MaxParts, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (string part in parts)
        {
            string among = parts.Length > 1 ? "one of several values in " : string.Empty;
            AddSpellings(part.Trim('"', '\''), among, found);
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && equals < part.Length - 1)
            {
                AddSpellings(part[(equals + 1)..].Trim('"', '\''), $"{among}'{CallbackLog.Quote(part[..equals])}=' followed by ", found);
            }
        }

        return found;
    }

    private static void AddSpellings(string text, string before, List<(byte[] Bytes, string Spelling)> found)
    {
        if (text.Length % 2 == 0 && IsHex(text))
        {
            found.Add((Convert.FromHexString(text), before + "hex"));
            return;
        }

        if (text.Contains('-', StringComparison.Ordinal) || text.Contains('_', StringComparison.Ordinal) || text.Length % 4 != 0)
        {
            string padded = text.TrimEnd('=').Replace('-', '+').Replace('_', '/');
            AddBase64(padded + new string('=', (4 - (padded.Length % 4)) % 4), before + "base64url, or base64 without its padding", found);
            return;
        }

        AddBase64(text, before + "base64", found);
    }

    private static void AddBase64(string text, string spelling, List<(byte[] Bytes, string Spelling)> found)
    {
        byte[] bytes = new byte[text.Length];
        if (Convert.TryFromBase64String(text, bytes, out int length) && length > 0)
        {
            found.Add((bytes[..length], spelling));
        }
    }

    private static bool IsHex(string text)
    {
        foreach (char c in text)
        {
            if (!char.IsAsciiHexDigit(c))
            {
                return false;
            }
        }

        return text.Length > 0;
    }
}
