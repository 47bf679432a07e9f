using System.Linq;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Rename;

namespace FetchHive.Generators.CodeFixes;

/// <summary>Renames parameters and members wherever they are used.</summary>
internal static class Renaming
{
    /// <summary>Whether no other parameter of the method has the name, and none of its own code could mean it.</summary>
    public static bool CanRename(IParameterSymbol parameter, string name) =>
        name != parameter.Name
        && SyntaxFacts.IsValidIdentifier(name)
        && parameter.ContainingSymbol is IMethodSymbol { IsAbstract: true } method
        && !method.Parameters.Any(other => other.Name == name);

    /// <summary>Whether the name is free in the member's type and in those around it in the hierarchy.</summary>
    public static bool CanRename(DeclaredMember member, string name)
    {
        if (name == member.Symbol.Name || !SyntaxFacts.IsValidIdentifier(name) || member.ImplementsOrOverrides || member.Symbol.IsVirtual)
        {
            return false;
        }

        for (INamedTypeSymbol? type = member.Symbol.ContainingType; type is not null; type = type.BaseType)
        {
            if (type.Name == name || type.GetMembers(name).Length > 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Renames a parameter of a method; a second time there is nothing of the old name.</summary>
    public static void Rename(FixSession session, Project project, IParameterSymbol parameter, string name)
    {
        string? method = parameter.ContainingSymbol.GetDocumentationCommentId();
        (string old, int place) = (parameter.Name, parameter.Ordinal);
        Rename(session, project, method, name, symbol =>
            symbol is IMethodSymbol { Parameters: var parameters } && place < parameters.Length && parameters[place].Name == old
                ? parameters[place]
                : null);
    }

    /// <summary>Renames a property or field.</summary>
    public static void Rename(FixSession session, DeclaredMember member, string name) =>
        Rename(session, member.Document.Project, member.Symbol.GetDocumentationCommentId(), name, static symbol => symbol);

    private static void Rename(
        FixSession session, Project project, string? id, string name, System.Func<ISymbol, ISymbol?> find) => session.AddStep(async solution =>
    {
        Compilation? compilation = solution.GetProject(project.Id) is { } current
            ? await current.GetCompilationAsync(session.CancellationToken).ConfigureAwait(false)
            : null;
        return compilation is not null && id is not null
            && DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) is { } declared
            && find(declared) is { } symbol
            ? await RenameAsync(session, solution, symbol, name).ConfigureAwait(false)
            : solution;
    });

    private static Task<Solution> RenameAsync(FixSession session, Solution solution, ISymbol symbol, string name) =>
        Renamer.RenameSymbolAsync(solution, symbol, new SymbolRenameOptions(), name, session.CancellationToken);
}
