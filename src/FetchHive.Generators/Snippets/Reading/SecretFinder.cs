using System;
using System.Collections.Generic;

using FetchHive.Generators.Text;

namespace FetchHive.Generators.Snippets.Reading;

/// <summary>Finds API keys in a file, wherever they stand in it: also where it can't be read otherwise.</summary>
internal static class SecretFinder
{
    private const string Prefix = "fhk_";

    public static void Find(string file, List<SnippetProblem> problems)
    {
        for (int at = file.IndexOf(Prefix, StringComparison.Ordinal); at >= 0; at = file.IndexOf(Prefix, at + 1, StringComparison.Ordinal))
        {
            int end = at;
            while (end < file.Length && (char.IsLetterOrDigit(file[end]) || file[end] is '_' or '-'))
            {
                end++;
            }

            bool beginsWord = at == 0 || !char.IsLetterOrDigit(file[at - 1]);
            if (beginsWord && ApiKeys.ContainsKey(file.Substring(at, end - at)))
            {
                problems.Add(new SnippetProblem(SnippetProblemKind.Key, SnippetSpan.Between(at, end), "an API key"));
            }
        }
    }
}
