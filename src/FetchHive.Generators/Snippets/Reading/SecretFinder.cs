using System;
using System.Collections.Generic;

using FetchHive.Generators.Text;

namespace FetchHive.Generators.Snippets.Reading;

/// <summary>
/// Finds secrets that don't belong in a repository: API keys anywhere in a file, even in an unreadable one, and random-looking values of
/// headers and properties with the name of a secret. Placeholders, which are common in snippets, aren't reported.
/// </summary>
internal static class SecretFinder
{
    private const string Prefix = "fhk_";

    // These limit the cost of a malicious file.
    private const int MaxKeyLength = 200;
    private const int MaxProblems = 20;

    // How the names of headers and properties with a secret end.
    private static readonly string[] SecretEnds = ["key", "secret", "token", "password", "authorization", "cookie", "credentials"];

    /// <summary>Reports the API keys in a file.</summary>
    public static void FindKeys(string file, List<SnippetProblem> problems)
    {
        int end = 0;
        for (int at = Next(file, end); at >= 0 && problems.Count < MaxProblems; at = Next(file, end))
        {
            end = at + Prefix.Length;
            while (end < file.Length && end < at + MaxKeyLength && (char.IsLetterOrDigit(file[end]) || file[end] is '_' or '-'))
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

    /// <summary>Reports the secret in a header.</summary>
    public static void FindInHeader(ShellWord header, List<SnippetProblem> problems)
    {
        string text = header.Value;
        int colon = text.IndexOf(':');
        int start = text.TrimEnd().LastIndexOf(' ') + 1;
        if (colon > 0 && IsSecretName(text.Substring(0, colon)) && start > colon)
        {
            Add(text.Substring(start), header.Text.Map(start, text.Length - start), problems);
        }
    }

    /// <summary>Reports the secrets among the properties of a value, at any depth.</summary>
    public static void FindInValue(SnippetValue value, List<SnippetProblem> problems)
    {
        foreach (SnippetProperty property in value.Properties)
        {
            if (property.Value.Kind == SnippetKind.Text && IsSecretName(property.Name))
            {
                Add(property.Value.Text, property.Value.Span, problems);
            }

            FindInValue(property.Value, problems);
        }

        foreach (SnippetValue item in value.Items)
        {
            FindInValue(item, problems);
        }
    }

    private static void Add(string text, SnippetSpan span, List<SnippetProblem> problems)
    {
        if (problems.Count < MaxProblems && ApiKeys.LooksLikeKey(text) && !ApiKeys.ContainsKey(text))
        {
            problems.Add(new SnippetProblem(SnippetProblemKind.Secret, span, "what looks like a secret"));
        }
    }

    private static int Next(string file, int start) => file.IndexOf(Prefix, start, StringComparison.Ordinal);

    private static bool IsSecretName(string name)
    {
        foreach (string end in SecretEnds)
        {
            if (name.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
