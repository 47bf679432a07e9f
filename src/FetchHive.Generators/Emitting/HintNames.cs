using System.Globalization;
using System.Text;

using FetchHive.Generators.Parsing;

namespace FetchHive.Generators.Emitting;

/// <summary>Names of generated files. The compiler takes fewer characters in them than in the names of types.</summary>
internal static class HintNames
{
    /// <summary>
    /// The file name for a type's full metadata name. What it can't hold (the brackets in a file-local type's metadata name, a combining accent)
    /// becomes its code in parentheses, which no type's name has.
    /// </summary>
    public static string Of(string metadataName)
    {
        StringBuilder name = SpareBuilder.Take();
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

        return name.Append(".g.cs").Finish();
    }
}
