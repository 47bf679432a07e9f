using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FetchHive.Generators.Emitting;

/// <summary>Names of generated files. The compiler allows fewer characters in them than in type names.</summary>
internal static class HintNames
{
    private const string Extension = ".g.cs";

    // File systems allow names of 255 bytes. By default, Windows allows paths of 260 characters, and the folder uses most of them.
    private const int MaxBytes = 160;
    private const int HashBytes = 8;

    /// <summary>
    /// The file name for a type's full metadata name. Invalid characters (the brackets in a file-local type's name, a combining accent) are
    /// replaced by their code in parentheses, which never occur in a type's name. A name that is too long is cut at its start, because the
    /// interface's name is at the end, and gets a hash of the whole name.
    /// </summary>
    public static string Of(string metadataName)
    {
        StringBuilder name = new();
        foreach (char character in metadataName)
        {
            if (char.IsLetterOrDigit(character) || character is '.' or '_' or '+' or '`')
            {
                name.Append(character);
            }
            else
            {
                name.Append('(').Append(((int)character).ToString("X4", CultureInfo.InvariantCulture)).Append(')');
            }
        }

        string full = name.ToString();
        return (Encoding.UTF8.GetByteCount(full) <= MaxBytes - Extension.Length ? full : Hashed(full)) + Extension;
    }

    private static string Hashed(string name)
    {
        // Only shortened names begin with a parenthesis and 16 hexadecimal digits.
        StringBuilder hash = new("(");
        using (SHA256 algorithm = SHA256.Create())
        {
            byte[] bytes = algorithm.ComputeHash(Encoding.UTF8.GetBytes(name));
            for (int i = 0; i < HashBytes; i++)
            {
                hash.Append(bytes[i].ToString("x2", CultureInfo.InvariantCulture));
            }
        }

        hash.Append(')');
        int start = name.Length;
        int left = MaxBytes - Extension.Length - hash.Length;
        while (left > 0 && start > 0)
        {
            // A type's name never contains surrogates.
            left -= Encoding.UTF8.GetByteCount(name.Substring(start - 1, 1));
            start -= left < 0 ? 0 : 1;
        }

        return hash + name.Substring(start);
    }
}
