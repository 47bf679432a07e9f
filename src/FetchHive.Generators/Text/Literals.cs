using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Generators.Text;

/// <summary>Writes constants as C# expressions.</summary>
internal static class Literals
{
    /// <summary>A string as a C# literal, escaped.</summary>
    public static string Text(string value) => IsPlain(value) ? "\"" + value + "\"" : SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>Whether the text needs no escaping. Most names don't.</summary>
    private static bool IsPlain(string value)
    {
        foreach (char letter in value)
        {
            if (letter is < ' ' or > '~' or '"' or '\\')
            {
                return false;
            }
        }

        return true;
    }
}
