using System;

namespace FetchHive.Generators.Parsing;

/// <summary>Recognises names of secrets.</summary>
internal static class SecretNames
{
    private static readonly string[] Words =
    [
        "password", "passwd", "secret", "api_key", "apikey", "access_token", "auth_token", "refresh_token", "private_key", "credential",
        "connection_string",
    ];

    public static bool Has(string key)
    {
        string normal = JsonNames.Apply(JsonNames.SnakeCase, key).Replace('-', '_').Replace('.', '_').Replace(' ', '_');
        if (normal is "token" or "pin" or "cvv" or "ssn")
        {
            return true;
        }

        foreach (string word in Words)
        {
            for (int start = normal.IndexOf(word, StringComparison.OrdinalIgnoreCase); start >= 0;
                start = normal.IndexOf(word, start + 1, StringComparison.OrdinalIgnoreCase))
            {
                if (EndsWord(normal, start + word.Length))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a word, or its plural, ends at an index: a secretary isn't a secret. The word may begin anywhere, as in <c>dbpassword</c>.
    /// </summary>
    private static bool EndsWord(string name, int end)
    {
        if (end < name.Length && (name[end] is 's' or 'S'))
        {
            end++;
        }

        return end == name.Length || !char.IsLetter(name[end]);
    }
}
