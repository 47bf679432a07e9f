using System;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>
/// Recognises the files that this generator wrote. The analyzer parses a compilation that contains them, and its result must equal that of
/// the generator, which doesn't see them.
/// </summary>
internal static class OwnFiles
{
    private const string Assembly = "FetchHive.Generators";
    private const string Generator = "FetchHive.Generators.FetchHiveGenerator";

    /// <summary>
    /// The index of a generated file's name in its path; -1 for other files. The compiler puts a generator's files into a folder
    /// <c>assembly/type</c>, below one folder for all generators.
    /// </summary>
    public static int StartOfName(string path, out int startOfFolder)
    {
        startOfFolder = -1;
        int type = path.LastIndexOf(Generator, StringComparison.Ordinal);
        int end = type + Generator.Length;
        int folder = type - 1 - Assembly.Length;
        if (folder < 0 || end >= path.Length || !IsSeparator(path[end]) || !IsSeparator(path[type - 1])
            || string.CompareOrdinal(path, folder, Assembly, 0, Assembly.Length) != 0
            || (folder > 0 && !IsSeparator(path[folder - 1])))
        {
            return -1;
        }

        startOfFolder = folder;
        return end + 1;
    }

    /// <summary>Whether this generator wrote all parts of a symbol.</summary>
    public static bool Declare(ISymbol symbol)
    {
        foreach (SyntaxReference part in symbol.DeclaringSyntaxReferences)
        {
            if (StartOfName(part.SyntaxTree.FilePath, out _) < 0)
            {
                return false;
            }
        }

        return !symbol.DeclaringSyntaxReferences.IsEmpty;
    }

    public static bool IsSeparator(char character) => character is '/' or '\\';
}
