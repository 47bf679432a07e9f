using System.Collections.Immutable;
using System.Threading;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Analyzers.Calls;

/// <summary>Helpers for operations.</summary>
internal static class Operations
{
    /// <summary>The whole body or initializer that contains an operation.</summary>
    public static IOperation RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    public static bool IsWithin(IOperation operation, IOperation ancestor)
    {
        for (IOperation? current = operation; current is not null; current = current.Parent)
        {
            if (current == ancestor)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The lambda or local function around an operation; <see langword="null"/> for the method itself.</summary>
    public static IOperation? FunctionOf(IOperation operation)
    {
        IOperation? current = operation.Parent;
        while (current is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            current = current.Parent;
        }

        return current;
    }

    /// <summary>
    /// An operation without its implicit and built-in conversions.
    /// </summary>
    public static IOperation WithoutConversions(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    /// <summary>The argument for a parameter; <see langword="null"/> if it is left out.</summary>
    public static IArgumentOperation? ArgumentFor(string parameter, ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter?.Name == parameter)
            {
                return argument;
            }
        }

        return null;
    }

    /// <summary>
    /// The value of a constant string or <c>string.Empty</c>. A literal without its closing quote doesn't count, because it is still being
    /// typed.
    /// </summary>
    public static string? ConstantTextOf(IOperation operation) => operation switch
    {
        { ConstantValue: { HasValue: true, Value: string text }, Syntax.ContainsDiagnostics: false } => text,
        IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } } => "",
        _ => null,
    };

    /// <summary>
    /// The initial value of a read-only static field or property in the same file; <see langword="null"/> for any other member. Other files
    /// would need another semantic model, which an analyzer shouldn't request.
    /// </summary>
    public static IOperation? InitializerOf(IMemberReferenceOperation reference, CancellationToken cancellationToken)
    {
        bool isFixed = reference.Member is IFieldSymbol { IsStatic: true, IsReadOnly: true }
            or IPropertySymbol { IsStatic: true, IsReadOnly: true };
        if (!isFixed || reference.SemanticModel is not { } model || HasStaticConstructor(reference.Member.ContainingType))
        {
            return null;
        }

        foreach (SyntaxReference declaration in reference.Member.DeclaringSyntaxReferences)
        {
            if (declaration.SyntaxTree != reference.Syntax.SyntaxTree)
            {
                continue;
            }

            EqualsValueClauseSyntax? initializer = declaration.GetSyntax(cancellationToken) switch
            {
                VariableDeclaratorSyntax field => field.Initializer,
                PropertyDeclarationSyntax property => property.Initializer,
                _ => null,
            };
            return initializer is null ? null : model.GetOperation(initializer.Value, cancellationToken);
        }

        return null;
    }

    private static bool HasStaticConstructor(INamedTypeSymbol type)
    {
        foreach (IMethodSymbol constructor in type.StaticConstructors)
        {
            if (!constructor.IsImplicitlyDeclared)
            {
                return true;
            }
        }

        return false;
    }
}
