using System.Threading;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace FetchHive.Generators.CodeFixes;

/// <summary>
/// The declaration of a property, a field or the diagnostic's parameter, in any file of the solution. A member of a package has none,
/// because it can't be edited.
/// </summary>
internal sealed class DeclaredMember
{
    private DeclaredMember(Document document, ISymbol symbol, CSharpSyntaxNode node, TypeSyntax type)
    {
        Document = document;
        Symbol = symbol;
        Node = node;
        Type = type;
    }

    public Document Document { get; }

    public ISymbol Symbol { get; }

    /// <summary>A property, a field with one variable, or a parameter of a method or a positional record.</summary>
    public CSharpSyntaxNode Node { get; }

    public TypeSyntax Type { get; }

    /// <summary>The default value of a parameter, or the initializer of a property or field.</summary>
    public ExpressionSyntax? Value => Node switch
    {
        ParameterSyntax parameter => parameter.Default?.Value,
        PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
        FieldDeclarationSyntax variable => variable.Declaration.Variables[0].Initializer?.Value,
        _ => null,
    };

    /// <summary>
    /// Whether the declaration can have another type: it has no value of the old type, and no other member determines its type.
    /// </summary>
    public bool CanChangeType => IsEmpty(Value) && Node switch
    {
        // A method's parameter is part of the contract that the user is writing. Callers and implementations have to follow it.
        ParameterSyntax { Parent: ParameterListSyntax { Parent: MethodDeclarationSyntax } } => true,
        ParameterSyntax => !ImplementsOrOverrides,
        PropertyDeclarationSyntax property => !ImplementsOrOverrides && HasAutoAccessors(property),
        FieldDeclarationSyntax => true,
        _ => false,
    };

    /// <summary>Whether another member determines its name and type.</summary>
    public bool ImplementsOrOverrides
    {
        get
        {
            if (Symbol.IsOverride || Symbol.ContainingType is not { } type)
            {
                return true;
            }

            foreach (INamedTypeSymbol implemented in type.AllInterfaces)
            {
                foreach (ISymbol member in implemented.GetMembers(Symbol.Name))
                {
                    if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), Symbol))
                    {
                        return true;
                    }
                }
            }

            return false;
        }
    }

    /// <summary>The member that the diagnostic's properties name, or else the parameter at the diagnostic's location.</summary>
    public static async Task<DeclaredMember?> FindAsync(FixTarget target)
    {
        if (target.IsAboutMember)
        {
            return target.Member() is { } member
                ? await FindAsync(target.Solution, member, target.CancellationToken).ConfigureAwait(false)
                : null;
        }

        return target.Parameter() is { Type: { } type } parameter
            && target.Model.GetDeclaredSymbol(parameter, target.CancellationToken) is { } symbol
            ? new DeclaredMember(target.Document, symbol, parameter, type)
            : null;
    }

    public static bool HasAutoAccessors(PropertyDeclarationSyntax property)
    {
        if (property.AccessorList is not { } list)
        {
            return false;
        }

        foreach (AccessorDeclarationSyntax accessor in list.Accessors)
        {
            if (accessor.Body is not null || accessor.ExpressionBody is not null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether there is no value, or it is <c>null</c> or <c>default</c>, with or without <c>!</c>.</summary>
    public static bool IsEmpty(ExpressionSyntax? value)
    {
        while (value is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed)
        {
            value = suppressed.Operand;
        }

        return value is null
            or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression };
    }

    /// <summary>Whether the value is <c>null</c>, which value types don't allow.</summary>
    public static bool IsNull(ExpressionSyntax? value) =>
        IsEmpty(value) && value?.ToString().StartsWith("null", System.StringComparison.Ordinal) == true;

    private static async Task<DeclaredMember?> FindAsync(Solution solution, ISymbol member, CancellationToken cancellationToken)
    {
        ISymbol source = await SymbolFinder.FindSourceDefinitionAsync(member, solution, cancellationToken).ConfigureAwait(false) ?? member;
        foreach (SyntaxReference reference in source.DeclaringSyntaxReferences)
        {
            if (solution.GetDocument(reference.SyntaxTree) is not { } document || document is SourceGeneratedDocument)
            {
                continue;
            }

            SyntaxNode node = await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false);
            if (IsBeingTyped(node))
            {
                continue;
            }

            switch (node)
            {
                case PropertyDeclarationSyntax property:
                    return new DeclaredMember(document, source, property, property.Type);
                case ParameterSyntax { Type: { } type, Parent: ParameterListSyntax { Parent: RecordDeclarationSyntax } } parameter:
                    return new DeclaredMember(document, source, parameter, type);
                case VariableDeclaratorSyntax
                {
                    Parent: VariableDeclarationSyntax
                    {
                        Variables.Count: 1,
                        Parent: FieldDeclarationSyntax field
                    } declaration
                }:
                    return new DeclaredMember(document, source, field, declaration.Type);
            }
        }

        return null;
    }

    /// <summary>
    /// Whether the declaration or the member before it is incomplete. Text that is added before the declaration would become part of the
    /// incomplete member.
    /// </summary>
    private static bool IsBeingTyped(SyntaxNode node) =>
        (node is PropertyDeclarationSyntax ? node : node.Parent)?.ContainsDiagnostics == true
        || (node is not ParameterSyntax && Previous(node.FirstAncestorOrSelf<MemberDeclarationSyntax>())?.ContainsDiagnostics == true);

    private static MemberDeclarationSyntax? Previous(MemberDeclarationSyntax? member)
    {
        SyntaxList<MemberDeclarationSyntax> all = member?.Parent is TypeDeclarationSyntax owner ? owner.Members : default;
        int index = member is null ? 0 : all.IndexOf(member);
        return index > 0 ? all[index - 1] : null;
    }
}
