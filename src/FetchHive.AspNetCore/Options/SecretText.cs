using System;
using System.Globalization;

namespace FetchHive.AspNetCore;

/// <summary>Checks whether a text can be a secret.</summary>
internal static class SecretText
{
    /// <summary>
    /// Shorter texts aren't secrets. The service doesn't document the length of its secrets, but they are certainly longer.
    /// </summary>
    public const int MinLength = 3;

    /// <summary>Shorter secrets work, but can be guessed from one recorded callback, so they cause a warning.</summary>
    public const int MinGoodLength = 16;

    /// <summary>What is wrong with a text, as the rest of a sentence about it, without the text; null when it can be a secret.</summary>
    public static string? WhatIsWrong(string? secret)
    {
        if (string.IsNullOrWhiteSpace(secret))
        {
            return "is an empty or white-space secret, with which anyone could sign";
        }

        if (char.IsWhiteSpace(secret[0]) || char.IsWhiteSpace(secret[^1]))
        {
            return "begins or ends with white space";
        }

        for (int i = 0; i < secret.Length; i++)
        {
            if (IsInvisible(secret, i))
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"has an invisible character (U+{(int)secret[i]:X4} at position {i + 1} of {secret.Length})");
            }

            if (char.IsSurrogatePair(secret, i))
            {
                i++;
            }
        }

        return secret.Length < MinLength ? "is so short that anyone could guess it" : null;
    }

    private static bool IsInvisible(string secret, int index) => secret[index] != ' '
        && CharUnicodeInfo.GetUnicodeCategory(secret, index) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.Surrogate or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse;
}
