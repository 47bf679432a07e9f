using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace FetchHive.Architecture.Tests;

/// <summary>One room uses another, through the given names and files.</summary>
internal sealed record Arrow(string From, string To, IReadOnlyList<Use> Uses)
{
    private const int MaxShown = 8;

    public override string ToString()
    {
        string count = Uses.Count == 1 ? "1 use" : $"{Uses.Count} uses";
        return $"  {From} -> {To}, {count}\n{string.Join('\n', Uses.Distinct().Take(MaxShown))}";
    }
}

/// <summary>A file uses the name of a type or member that is declared in another file.</summary>
internal sealed record Use(string File, string Name, string DeclaredIn)
{
    public override string ToString() => $"    {Path.GetFileName(File)} uses {Name} of {Path.GetFileName(DeclaredIn)}";
}
