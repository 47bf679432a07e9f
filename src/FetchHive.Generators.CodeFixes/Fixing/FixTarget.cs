using System.Threading;
using System.Threading.Tasks;

using FetchHive.Generators.Findings;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.CodeFixes;

/// <summary>A diagnostic and the declaration at its location.</summary>
internal sealed class FixTarget
{
    private FixTarget(Document document, Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
    {
        Document = document;
        Diagnostic = diagnostic;
        Root = root;
        Model = model;
        CancellationToken = cancellationToken;
    }

    public Document Document { get; }

    public Diagnostic Diagnostic { get; }

    public SyntaxNode Root { get; }

    public SemanticModel Model { get; }

    public CancellationToken CancellationToken { get; }

    public Solution Solution => Document.Project.Solution;

    public Compilation Compilation => Model.Compilation;

    /// <summary>
    /// Creates the target; <see langword="null"/> if there is nothing to fix, because the document has changed since, or can't be edited.
    /// </summary>
    public static async Task<FixTarget?> CreateAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (document is SourceGeneratedDocument)
        {
            return null;
        }

        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return root is null
            || model is null
            || !root.FullSpan.Contains(diagnostic.Location.SourceSpan)
            || IsBeingTyped(root.FindNode(diagnostic.Location.SourceSpan))
            ? null
            : new FixTarget(document, diagnostic, root, model, cancellationToken);
    }

    /// <summary>
    /// Whether the method or attribute has syntax errors, or follows a part of a declaration that may belong to it. Then the syntax tree
    /// may not be what the user intends. Errors elsewhere in the interface don't count.
    /// </summary>
    private static bool IsBeingTyped(SyntaxNode node)
    {
        SyntaxNode? current = node;
        for (; current is not (null or TypeDeclarationSyntax); current = current.Parent)
        {
            if (current is AttributeListSyntax or MemberDeclarationSyntax && (current.ContainsDiagnostics || FollowsPiece(current)))
            {
                return true;
            }
        }

        return current is not null && FollowsPiece(current);
    }

    private static bool FollowsPiece(SyntaxNode member)
    {
        SyntaxNode? previous = null;
        foreach (SyntaxNode sibling in member.Parent?.ChildNodes() ?? [])
        {
            if (sibling == member)
            {
                break;
            }

            previous = sibling;
        }

        return previous is IncompleteMemberSyntax;
    }

    /// <summary>The declaration whose name is at the diagnostic's location.</summary>
    public T? NamedNode<T>()
        where T : SyntaxNode
    {
        SyntaxToken token = Root.FindToken(Diagnostic.Location.SourceSpan.Start);
        return token.Span == Diagnostic.Location.SourceSpan ? token.Parent as T : null;
    }

    /// <summary>The node with the diagnostic's span, if it is of this kind.</summary>
    public T? NodeAt<T>()
        where T : SyntaxNode
    {
        for (SyntaxNode? node = Root.FindNode(Diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            node is not null && node.Span == Diagnostic.Location.SourceSpan;
            node = node.Parent)
        {
            if (node is T found && (node.Parent is not T outer || outer.Span != node.Span))
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The parameter whose type or name is at the diagnostic's location.</summary>
    public ParameterSyntax? Parameter()
    {
        ParameterSyntax? parameter =
            Root.FindNode(Diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<ParameterSyntax>();
        return parameter is { Type: { } type, Parent: ParameterListSyntax { Parent: MethodDeclarationSyntax } }
            && (type.Span == Diagnostic.Location.SourceSpan || parameter.Identifier.Span == Diagnostic.Location.SourceSpan)
            ? parameter
            : null;
    }

    /// <summary>Whether the diagnostic is at a parameter with this attribute of our runtime library.</summary>
    public bool IsAtParameterWith(string attribute) =>
        Parameter() is { } parameter && HasRuntimeAttribute(parameter, attribute);

    public bool HasRuntimeAttribute(ParameterSyntax parameter, string attribute) =>
        Model.GetDeclaredSymbol(parameter, CancellationToken) is { } symbol
            && Parsing.Symbols.FindRuntimeAttribute(symbol, attribute) is not null;

    /// <summary>The interface with the attribute.</summary>
    public INamedTypeSymbol? Contract() => Symbol(FindingProperties.Contract) as INamedTypeSymbol;

    /// <summary>The property or field that the diagnostic's properties name. It may be nested in a type.</summary>
    public ISymbol? Member() => Symbol(FindingProperties.Member);

    /// <summary>Whether the diagnostic is about a property or field, not about the parameter at its location.</summary>
    public bool IsAboutMember => Property(FindingProperties.Member) is not null;

    /// <summary>The reference id of the wrong type.</summary>
    public string? TypeId => Property(FindingProperties.Type);

    /// <summary>The wrong type.</summary>
    public ITypeSymbol? Type() =>
        TypeId is { } id ? DocumentationCommentId.GetFirstSymbolForReferenceId(id, Compilation) as ITypeSymbol : null;

    /// <summary>A property of the diagnostic; <see langword="null"/> if it has none with that name.</summary>
    public string? Property(string name) => Diagnostic.Properties.TryGetValue(name, out string? value) ? value : null;

    private ISymbol? Symbol(string name) =>
        Property(name) is { } id ? DocumentationCommentId.GetFirstSymbolForDeclarationId(id, Compilation) : null;
}
