using System;
using System.Collections.Generic;
using System.Globalization;

namespace FetchHive.Generators.Snippets;

/// <summary>What a file's name says: whether it is a snippet or a sample of outputs, and which files belong together.</summary>
/// <param name="Kind">What the file contains.</param>
/// <param name="Stem">The path up to <c>.fetchhive</c>, which a snippet and its samples share.</param>
/// <param name="Name">The file's name without its folder.</param>
/// <param name="Order">The order among a snippet's samples: 1 for <c>.output.json</c>, otherwise the number in the name, or the highest
/// value if it has none.</param>
internal readonly record struct SnippetFileName(SnippetFileKind Kind, string Stem, string Name, int Order)
{
    private const string SnippetEnd = ".fetchhive.sh";
    private const string OutputMark = ".fetchhive.output";
    private const string OutputEnd = ".json";

    /// <summary>Whether a path is that of a snippet or a sample. The check is quick for all other files.</summary>
    public static bool IsOurs(string path) =>
        path.EndsWith(SnippetEnd, StringComparison.OrdinalIgnoreCase)
        || (path.EndsWith(OutputEnd, StringComparison.OrdinalIgnoreCase) && Of(path).Kind == SnippetFileKind.Output);

    /// <summary>Whether this is a sample of a snippet's outputs.</summary>
    public bool IsSampleOf(SnippetFileName snippet) => Kind == SnippetFileKind.Output && Stem == snippet.Stem;

    /// <summary>The paths of this snippet's samples among all paths, in the samples' order.</summary>
    public List<string> SamplesAmong(IEnumerable<string> paths)
    {
        List<(int Order, string Path)> samples = [];
        foreach (string path in paths)
        {
            SnippetFileName name = Of(path);
            if (name.IsSampleOf(this))
            {
                samples.Add((name.Order, path));
            }
        }

        samples.Sort(static (one, other) =>
            one.Order != other.Order ? one.Order.CompareTo(other.Order) : string.CompareOrdinal(one.Path, other.Path));
        return samples.ConvertAll(static sample => sample.Path);
    }

    /// <summary>Parses a path with slashes or backslashes.</summary>
    public static SnippetFileName Of(string path)
    {
        string name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        if (name.EndsWith(SnippetEnd, StringComparison.OrdinalIgnoreCase))
        {
            return new(SnippetFileKind.Snippet, path.Substring(0, path.Length - SnippetEnd.Length), name, 0);
        }

        int mark = name.LastIndexOf(OutputMark, StringComparison.OrdinalIgnoreCase);
        bool isOutput = mark >= 0
            && name.EndsWith(OutputEnd, StringComparison.OrdinalIgnoreCase)
            && mark + OutputMark.Length + OutputEnd.Length <= name.Length;
        if (!isOutput)
        {
            return new(SnippetFileKind.Other, path, name, 0);
        }

        string label = name.Substring(mark + OutputMark.Length, name.Length - OutputEnd.Length - mark - OutputMark.Length);
        int order = label.Length == 0 ? 1
            : int.TryParse(label.Substring(1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
            : int.MaxValue;
        return new(SnippetFileKind.Output, path.Substring(0, path.Length - name.Length + mark), name, order);
    }
}

internal enum SnippetFileKind
{
    Other,
    Snippet,
    Output,
}
