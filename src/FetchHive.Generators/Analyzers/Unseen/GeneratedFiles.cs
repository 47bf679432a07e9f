using System;
using System.Collections.Generic;

using FetchHive.Generators.Parsing;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Analyzers.Unseen;

/// <summary>
/// The generated files of a compilation: those of this generator, and those of other generators, which this one doesn't see.
/// </summary>
internal sealed class GeneratedFiles
{
    private readonly Dictionary<string, SyntaxTree> _own = new(StringComparer.Ordinal);
    private readonly HashSet<SyntaxTree> _others = [];
    private readonly Lazy<Compilation> _seen;

    public GeneratedFiles(Compilation compilation)
    {
        Compilation = compilation;
        _seen = new Lazy<Compilation>(RemoveGenerated);
        string? folder = null;
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            int name = OwnFiles.StartOfName(tree.FilePath, out int startOfFolder);
            if (name >= 0)
            {
                _own[tree.FilePath.Substring(name)] = tree;
                folder = tree.FilePath.Substring(0, startOfFolder);
            }
        }

        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            bool isGenerated = folder is null ? LooksGenerated(tree.FilePath) : IsBelow(folder, tree.FilePath);
            if (isGenerated && OwnFiles.StartOfName(tree.FilePath, out _) < 0)
            {
                _others.Add(tree);
            }
        }
    }

    /// <summary>The compilation with all files.</summary>
    public Compilation Compilation { get; }

    /// <summary>The compilation as this generator sees it.</summary>
    public Compilation Seen => _seen.Value;

    public bool HasOthers => _others.Count > 0;

    /// <summary>The file with this name that this generator wrote.</summary>
    public SyntaxTree? FindOwn(string hintName) => _own.TryGetValue(hintName, out SyntaxTree? tree) ? tree : null;

    public bool IsOthers(SyntaxTree? tree) => tree is not null && _others.Contains(tree);

    /// <summary>Whether other generators declare all parts of a symbol.</summary>
    public bool OthersDeclare(ISymbol symbol) => HasPart(symbol, isOthers: true) && !HasPart(symbol, isOthers: false);

    /// <summary>Whether other generators declare some parts of a symbol, but not all.</summary>
    public bool OthersAddTo(ISymbol symbol) => HasPart(symbol, isOthers: true) && HasPart(symbol, isOthers: false);

    private bool HasPart(ISymbol symbol, bool isOthers)
    {
        foreach (SyntaxReference part in symbol.DeclaringSyntaxReferences)
        {
            if (_others.Contains(part.SyntaxTree) == isOthers)
            {
                return true;
            }
        }

        return false;
    }

    private Compilation RemoveGenerated()
    {
        List<SyntaxTree> generated = [.. _own.Values, .. _others];
        return Compilation.RemoveSyntaxTrees(generated);
    }

    /// <summary>
    /// Whether a path is below a folder of generated files. The files are two folders below it: one for the assembly and one for the type.
    /// </summary>
    private static bool IsBelow(string folder, string path)
    {
        bool isRelative = path.Length > 0 && !OwnFiles.IsSeparator(path[0]) && path.IndexOf(':') < 0;
        if (folder.Length == 0 ? !isRelative : !path.StartsWith(folder, StringComparison.Ordinal))
        {
            return false;
        }

        int separators = 0;
        for (int i = folder.Length; i < path.Length; i++)
        {
            separators += OwnFiles.IsSeparator(path[i]) ? 1 : 0;
        }

        return separators >= 2;
    }

    /// <summary>
    /// Whether a path looks like that of a generated file. If this generator wrote nothing, the folder isn't known. Then a generated file
    /// is recognised by the names of its folders: an assembly's and a type's, both with dots.
    /// </summary>
    private static bool LooksGenerated(string path)
    {
        if (!path.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        bool hadDot = false;
        bool hasDot = false;
        foreach (char character in path)
        {
            if (!OwnFiles.IsSeparator(character))
            {
                hasDot |= character == '.';
            }
            else if (hadDot && hasDot)
            {
                return true;
            }
            else
            {
                hadDot = hasDot;
                hasDot = false;
            }
        }

        return false;
    }
}
