using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Architecture.Tests;

/// <summary>The names in one file that lead to other files, and those that lead nowhere.</summary>
internal sealed class FileNames
{
    private readonly List<Use> _uses = [];
    private readonly List<string> _unknown = [];

    private FileNames(string path) => Path = path;

    public string Path { get; }

    public IReadOnlyList<Use> Uses => _uses;

    public IReadOnlyList<string> Unknown => _unknown;

    public static FileNames Of(SyntaxTree tree, SemanticModel model)
    {
        FileNames names = new(tree.FilePath);
        foreach (SimpleNameSyntax name in Names(tree.GetRoot()))
        {
            if (SymbolOf(name, model) is not { } symbol)
            {
                names.NoteUnknown(name);
            }
            else if (DeclarationOf(symbol, names.Path) is { } declaredIn)
            {
                string text = symbol is INamedTypeSymbol ? symbol.Name : $"{symbol.ContainingType.Name}.{symbol.Name}";
                names._uses.Add(new Use(names.Path, text, declaredIn));
            }
        }

        return names;
    }

    private static IEnumerable<SimpleNameSyntax> Names(SyntaxNode root) =>
        root.DescendantNodes(node => node is not (UsingDirectiveSyntax or NameColonSyntax)).OfType<SimpleNameSyntax>();

    private static ISymbol? SymbolOf(SimpleNameSyntax name, SemanticModel model)
    {
        SymbolInfo info = model.GetSymbolInfo(name);
        ISymbol? symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        return symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol;
    }

    /// <summary>The file that declares a type or a member of one; null for any other symbol, and for one that the file itself
    /// declares.</summary>
    private static string? DeclarationOf(ISymbol symbol, string namedIn)
    {
        INamedTypeSymbol? type = symbol switch
        {
            INamedTypeSymbol named => named,
            IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol => symbol.ContainingType,
            _ => null,
        };
        if (type is null)
        {
            return null;
        }

        // The compiler generates some members, for example of records. They have no file of their own.
        IReadOnlyList<string> files = FilesOf(symbol) is { Count: > 0 } own ? own : FilesOf(type);
        return files.Contains(namedIn) ? null : files.MinBy(file => file.Length);
    }

    private static List<string> FilesOf(ISymbol symbol) =>
        [.. symbol.OriginalDefinition.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree.FilePath)];

    private void NoteUnknown(SimpleNameSyntax name)
    {
        if (name.Identifier.Text is not ("nameof" or "notnull" or "_") && !IsInJsonContext(name))
        {
            int line = name.SyntaxTree.GetLineSpan(name.Span).StartLinePosition.Line + 1;
            _unknown.Add($"{System.IO.Path.GetFileName(Path)}({line}): {name.Parent}");
        }
    }

    // The sources don't contain the members that System.Text.Json's generator adds to a context.
    private static bool IsInJsonContext(SimpleNameSyntax name)
    {
        SyntaxNode whole = name;
        while (whole.Parent is MemberAccessExpressionSyntax outer)
        {
            whole = outer;
        }

        return whole.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(part => part.Identifier.Text == "Default");
    }
}
