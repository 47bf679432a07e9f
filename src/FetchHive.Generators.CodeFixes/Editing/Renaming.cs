using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Rename;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.CodeFixes;

/// <summary>Renames parameters and members wherever they are used.</summary>
internal static class Renaming
{
    /// <summary>Whether a parameter of an abstract method can have the name: no other parameter has it.</summary>
    public static bool CanRename(IParameterSymbol parameter, string name) =>
        name != parameter.Name
        && SyntaxFacts.IsValidIdentifier(name)
        && parameter.ContainingSymbol is IMethodSymbol { IsAbstract: true } method
        && !method.Parameters.Any(other => other.Name == name);

    /// <summary>Whether the name is free in the member's type and its base types.</summary>
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

    /// <summary>Renames a method's parameter. If it is renamed twice, the second time has no effect.</summary>
    public static void Rename(FixSession session, Project project, IParameterSymbol parameter, string name)
    {
        string? method = parameter.ContainingSymbol.GetDocumentationCommentId();
        (string old, int place) = (parameter.Name, parameter.Ordinal);
        Rename(session, project, method, name, symbol =>
            symbol is IMethodSymbol { Parameters: var parameters } && place < parameters.Length && parameters[place].Name == old
                ? parameters[place]
                : null);
    }

    /// <summary>Renames a property or field. In a positional record, the parameter is renamed too.</summary>
    public static void Rename(FixSession session, DeclaredMember member, string name)
    {
        string? id = member.Symbol.GetDocumentationCommentId();
        session.AddStep(solution => RenameArgumentsAsync(session, solution, member.Document.Project.Id, id, name));
        Rename(session, member.Document.Project, id, name, static symbol => symbol);
    }

    /// <summary>Argument names refer to the parameter, which the compiler distinguishes from its property.</summary>
    private static async Task<Solution> RenameArgumentsAsync(FixSession session, Solution solution, ProjectId project, string? id,
        string name)
    {
        if (solution.GetProject(project) is not { } current || id is null
            || await current.GetCompilationAsync(session.CancellationToken).ConfigureAwait(false) is not { } compilation
            || DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) is not { } property
            || ParameterOf(property) is not { } parameter)
        {
            return solution;
        }

        IEnumerable<ReferencedSymbol> found =
            await SymbolFinder.FindReferencesAsync(parameter, solution, session.CancellationToken).ConfigureAwait(false);
        IEnumerable<IGrouping<DocumentId, ReferenceLocation>> files = found
            .Where(symbol => symbol.Definition is IParameterSymbol)
            .SelectMany(symbol => symbol.Locations)
            .Where(location => location.Document is not SourceGeneratedDocument)
            .GroupBy(location => location.Document.Id);
        foreach (IGrouping<DocumentId, ReferenceLocation> file in files)
        {
            SourceText text = await solution.GetDocument(file.Key)!.GetTextAsync(session.CancellationToken).ConfigureAwait(false);
            IEnumerable<TextChange> changes = file
                .Select(location => location.Location.SourceSpan)
                .Distinct()
                .Where(span => text.ToString(span) == property.Name && IsArgumentName(text, span))
                .Select(span => new TextChange(span, name));
            solution = solution.WithDocumentText(file.Key, text.WithChanges(changes));
        }

        return solution;
    }

    private static bool IsArgumentName(SourceText text, TextSpan span)
    {
        int end = span.End;
        while (end < text.Length && char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return end < text.Length && text[end] == ':';
    }

    private static IParameterSymbol? ParameterOf(ISymbol property)
    {
        foreach (SyntaxReference reference in property.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is ParameterSyntax)
            {
                return property.ContainingType.InstanceConstructors
                    .SelectMany(constructor => constructor.Parameters)
                    .FirstOrDefault(parameter => parameter.DeclaringSyntaxReferences.Any(other =>
                        other.Span == reference.Span && other.SyntaxTree == reference.SyntaxTree));
            }
        }

        return null;
    }

    private static void Rename(
        FixSession session, Project project, string? id, string name, System.Func<ISymbol, ISymbol?> find) =>
            session.AddStep(async solution =>
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
