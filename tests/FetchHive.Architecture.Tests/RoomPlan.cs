using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Architecture.Tests;

/// <summary>Which room of a project uses which, by the names that its files use.</summary>
/// <param name="Arrows">The arrows, those with the fewest uses first.</param>
/// <param name="UnknownNames">The names that the compiler can't resolve. An arrow may be missing for each.</param>
internal sealed record RoomPlan(IReadOnlyList<Arrow> Arrows, IReadOnlyList<string> UnknownNames)
{
    /// <summary>Reads the sources of one compilation.</summary>
    /// <param name="compilation">The project.</param>
    /// <param name="roomOf">The room of a file; null for a file outside all rooms.</param>
    public static RoomPlan Of(CSharpCompilation compilation, Func<string, string?> roomOf)
    {
        FileNames[] files =
        [
            .. compilation.SyntaxTrees
                .AsParallel()
                .AsOrdered()
                .Where(tree => roomOf(tree.FilePath) is not null)
                .Select(tree => FileNames.Of(tree, compilation.GetSemanticModel(tree))),
        ];
        IEnumerable<(string From, string To, Use Use)> uses =
            from file in files
            let own = roomOf(file.Path)
            from use in file.Uses
            let other = roomOf(use.DeclaredIn)
            where other is not null && other != own
            select (own, other, use);
        IEnumerable<Arrow> arrows = uses
            .GroupBy(use => (use.From, use.To))
            .Select(group => new Arrow(group.Key.From, group.Key.To, [.. group.Select(use => use.Use)]))
            .OrderBy(arrow => arrow.Uses.Count);
        return new RoomPlan([.. arrows], [.. files.SelectMany(file => file.Unknown)]);
    }
}
