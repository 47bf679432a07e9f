using System;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>Helpers for symbols.</summary>
internal static class Symbols
{
    public const string RuntimeNamespace = "FetchHive";
    public const string DeploymentAttribute = "FetchHive.FetchHiveDeploymentAttribute";
    public const string DeploymentAttributeName = "FetchHiveDeploymentAttribute";

    private static readonly KnownNamespace Runtime = new(RuntimeNamespace);

    /// <summary>Whether a type has this name, in any assembly.</summary>
    public static bool Is(this ITypeSymbol type, KnownType known) => known.IsNameOf(type);

    /// <summary>Whether a namespace has this name.</summary>
    public static bool Is(this INamespaceSymbol? space, KnownNamespace known) => known.IsNameOf(space);

    /// <summary>Whether a type is in our runtime library.</summary>
    public static bool IsRuntimeType(this ITypeSymbol type, string name) =>
        type.Name == name && type.ContainingType is null && type.ContainingNamespace.Is(Runtime);

    /// <summary>Whether a type is one of the framework's task types.</summary>
    public static bool IsTask(this ITypeSymbol type) => type.Is(KnownTypes.Task) || type.Is(KnownTypes.ValueTask);

    public static bool Has(this ISymbol symbol, KnownType attribute)
    {
        foreach (AttributeData candidate in symbol.GetAttributes())
        {
            if (candidate.AttributeClass is { } type && type.Is(attribute))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsInSystemNamespace(this ITypeSymbol type)
    {
        INamespaceSymbol? space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space is { Name: "System" };
    }

    /// <summary>
    /// Whether a type is in the framework. Its namespace isn't enough, because users also declare types in <c>System</c> namespaces.
    /// </summary>
    public static bool IsOfFramework(this ITypeSymbol type) =>
        type.IsInSystemNamespace()
        && type.ContainingAssembly is { } assembly and not ISourceAssemblySymbol
        && (assembly.Name is "System" or "mscorlib" or "netstandard" or "WindowsBase" or "PresentationCore" or "PresentationFramework"
            || assembly.Name.StartsWith("System.", StringComparison.Ordinal)
            || assembly.Name.StartsWith("Microsoft.", StringComparison.Ordinal));

    /// <summary>The attribute of our runtime library on a symbol; <see langword="null"/> for none.</summary>
    public static AttributeData? FindRuntimeAttribute(this ISymbol symbol, string name)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && type.IsRuntimeType(name))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>Whether a type is an interface with our attribute.</summary>
    public static bool IsDeployment(this INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Interface && type.FindRuntimeAttribute(DeploymentAttributeName) is not null;

    /// <summary>The value of a named argument; <see langword="null"/> if it isn't given.</summary>
    public static object? NamedArgument(this AttributeData attribute, string name)
    {
        foreach (System.Collections.Generic.KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            // An unfinished `new[] {` is an array, whose Value would throw.
            if (argument.Key == name && argument.Value.Kind != TypedConstantKind.Array)
            {
                return argument.Value.Value;
            }
        }

        return null;
    }

    /// <summary>
    /// The value of a positional argument that is a string; <see langword="null"/> if it is missing, null or of another type.
    /// </summary>
    public static string? StringArgument(this AttributeData attribute, int index)
    {
        ImmutableArray<TypedConstant> arguments = attribute.ConstructorArguments;
        return index < arguments.Length && arguments[index].Kind == TypedConstantKind.Primitive
            ? arguments[index].Value as string
            : null;
    }

    public static bool IsPartial(this INamedTypeSymbol type, System.Threading.CancellationToken cancellationToken)
    {
        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax declaration)
            {
                foreach (SyntaxToken modifier in declaration.Modifiers)
                {
                    if (modifier.RawKind == (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.PartialKeyword)
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    /// <summary>Whether the type as it is written allows <see langword="null"/>: it is annotated, or a <c>Nullable&lt;T&gt;</c>.</summary>
    public static bool IsNullable(this ITypeSymbol type) =>
        // A base's `T?` keeps its annotation if T is a value type, where it has no meaning.
        (type.NullableAnnotation == NullableAnnotation.Annotated && !type.IsValueType)
        || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>Whether a variable of the type can be <see langword="null"/> at run time.</summary>
    public static bool CanHoldNull(this ITypeSymbol type) =>
        !type.IsValueType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>Whether the type, or one of its parts, doesn't exist.</summary>
    public static bool IsMissing(ITypeSymbol type)
    {
        switch (type)
        {
            case { TypeKind: TypeKind.Error }:
                return true;
            case IArrayTypeSymbol array:
                return IsMissing(array.ElementType);
            case INamedTypeSymbol named:
                foreach (ITypeSymbol argument in named.TypeArguments)
                {
                    if (IsMissing(argument))
                    {
                        return true;
                    }
                }

                return false;
            default:
                return false;
        }
    }

    /// <summary>
    /// Whether members of a type may still be missing, because its base doesn't exist, or its declaration has syntax errors, such as a
    /// property whose name hasn't been typed yet.
    /// </summary>
    public static bool MayMissMembers(ITypeSymbol type, System.Threading.CancellationToken cancellationToken)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.TypeKind == TypeKind.Error)
            {
                return true;
            }

            foreach (SyntaxReference reference in current.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax(cancellationToken).ContainsDiagnostics)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The <c>T</c> of a <c>Nullable&lt;T&gt;</c>, or the type itself.</summary>
    public static ITypeSymbol UnwrapNullable(this ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;

    /// <summary>The first interface with this name in <c>System.Collections.Generic</c> among a type and its interfaces.</summary>
    public static INamedTypeSymbol? FindInterface(this ITypeSymbol type, string name)
    {
        if (type is INamedTypeSymbol named && IsGenericCollection(named, name))
        {
            return named;
        }

        foreach (INamedTypeSymbol candidate in type.AllInterfaces)
        {
            if (IsGenericCollection(candidate, name))
            {
                return candidate;
            }
        }

        return null;
    }

    private static bool IsGenericCollection(INamedTypeSymbol type, string name) =>
        // The name is compared first, because numbers have thirty interfaces and all other checks cost more.
        type.Name == name && type.TypeKind == TypeKind.Interface && type.IsGenericType
        && type.ContainingType is null && type.ContainingNamespace.Is(KnownNamespaces.SystemCollectionsGeneric);
}
