using System.Linq;
using System.Threading;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace FetchHive.Generators.CodeFixes;

/// <summary>
/// The hand-written declaration of a type, in any file of the solution. If it has several parts, this is the one with the base type or
/// attributes.
/// </summary>
internal sealed class TypeSource
{
    private TypeSource(Document document, TypeDeclarationSyntax node)
    {
        Document = document;
        Node = node;
    }

    public Document Document { get; }

    public TypeDeclarationSyntax Node { get; }

    public static async Task<TypeSource?> FindAsync(Solution solution, INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        ISymbol source = await SymbolFinder.FindSourceDefinitionAsync(type, solution, cancellationToken).ConfigureAwait(false) ?? type;
        TypeSource? found = null;
        foreach (SyntaxReference reference in source.DeclaringSyntaxReferences)
        {
            if (solution.GetDocument(reference.SyntaxTree) is not { } document || document is SourceGeneratedDocument
                || await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false) is not TypeDeclarationSyntax node
                || node.Keyword.ContainsDiagnostics || node.AttributeLists.Any(list => list.ContainsDiagnostics))
            {
                continue;
            }

            if (found is null || Rank(node) > Rank(found.Node))
            {
                found = new TypeSource(document, node);
            }
        }

        return found;
    }

    private static int Rank(TypeDeclarationSyntax node) => (node.AttributeLists.Count > 0 ? 2 : 0) + (node.BaseList is not null ? 1 : 0);
}
