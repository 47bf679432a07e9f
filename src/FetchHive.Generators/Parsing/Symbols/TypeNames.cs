using System.Text;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Generators.Parsing;

/// <summary>
/// Builds fully qualified type names for generated code. It doesn't use <c>ToDisplayString</c>, which builds a list of parts for every
/// name: names are most of the cost of parsing a declaration.
/// </summary>
internal static class TypeNames
{
    // As in the compiler's messages, except that the compiler writes `int[*,*]` for `int[,]`.
    private static readonly SymbolDisplayFormat ReadableFormat = SymbolDisplayFormat.CSharpShortErrorMessageFormat
        .RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseAsterisksInMultiDimensionalArrays);

    /// <summary>The name with the nullable annotation of the type itself and of its type arguments: <c>global::System.Uri?</c>.</summary>
    public static string Annotated(ITypeSymbol type) => Build(type, Annotations.All);

    /// <summary>The name without the type's own annotation, for <c>typeof</c> and <c>new</c>. Its arguments keep theirs.</summary>
    public static string Qualified(ITypeSymbol type) => Build(type, Annotations.OfArguments);

    /// <summary>The name without any nullable annotation of reference types, so that each run-time type has one name.</summary>
    public static string Bare(ITypeSymbol type) => Build(type, Annotations.None);

    /// <summary>The name for messages: without <c>global::</c> and without namespaces.</summary>
    public static string Readable(ITypeSymbol type) =>
        (type.IsValueType ? type : type.WithNullableAnnotation(NullableAnnotation.None)).ToDisplayString(ReadableFormat);

    /// <summary>Removes <c>global::</c> and aliases from a name, for readers.</summary>
    public static string WithoutRoots(string name)
    {
        StringBuilder builder = new();
        int start = 0;
        int colon;
        while ((colon = name.IndexOf("::", start, System.StringComparison.Ordinal)) >= 0)
        {
            int root = colon;
            while (root > start && (SyntaxFacts.IsIdentifierPartCharacter(name[root - 1]) || name[root - 1] == '@'))
            {
                root--;
            }

            builder.Append(name, start, root - start);
            start = colon + 2;
        }

        return builder.Append(name, start, name.Length - start).ToString();
    }

    /// <summary>The identifier as it is written in source: <c>@class</c> for <c>class</c>.</summary>
    public static string Identifier(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>
    /// The name of a type as it is written in its declaration, including type parameters. There, words like <c>record</c> and
    /// <c>required</c> are also keywords.
    /// </summary>
    public static string Declared(INamedTypeSymbol type)
    {
        string name = SyntaxFacts.GetContextualKeywordKind(type.Name) != SyntaxKind.None ? "@" + type.Name : Identifier(type.Name);
        if (type.TypeParameters.IsEmpty)
        {
            return name;
        }

        StringBuilder builder = new(name);
        for (int i = 0; i < type.TypeParameters.Length; i++)
        {
            string variance = type.TypeParameters[i].Variance switch
            {
                VarianceKind.In => "in ",
                VarianceKind.Out => "out ",
                _ => "",
            };
            builder.Append(i == 0 ? "<" : ", ").Append(variance).Append(Identifier(type.TypeParameters[i].Name));
        }

        return builder.Append('>').ToString();
    }

    /// <summary>The namespace as it is written in source; empty for the global one.</summary>
    public static string Namespace(INamespaceSymbol? symbol)
    {
        if (symbol is null || symbol.IsGlobalNamespace)
        {
            return "";
        }

        return symbol.ContainingNamespace is { IsGlobalNamespace: false } outer
            ? Namespace(outer) + "." + Identifier(symbol.Name)
            : Identifier(symbol.Name);
    }

    /// <summary>The full metadata name: <c>Acme.Outer+IBrief`1</c>.</summary>
    public static string Metadata(INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer)
        {
            return Metadata(outer) + "+" + type.MetadataName;
        }

        return MetadataPrefix(type.ContainingNamespace) + type.MetadataName;
    }

    private static string MetadataPrefix(INamespaceSymbol? symbol) =>
        symbol is { IsGlobalNamespace: false } ? MetadataPrefix(symbol.ContainingNamespace) + symbol.Name + "." : "";

    private enum Annotations
    {
        None,
        OfArguments,
        All,
    }

    private static string Build(ITypeSymbol type, Annotations annotations)
    {
        if (Keyword(type.SpecialType) is { } keyword)
        {
            return annotations == Annotations.All && IsAnnotated(type) ? keyword + "?" : keyword;
        }

        StringBuilder builder = new();
        Append(builder, type, annotations);
        return builder.ToString();
    }

    /// <summary>The annotations to write in a type's parts. An argument's annotation belongs to the type around it.</summary>
    private static Annotations Inner(Annotations annotations) => annotations == Annotations.None ? Annotations.None : Annotations.All;

    private static void Append(StringBuilder builder, ITypeSymbol type, Annotations annotations)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                AppendArray(builder, array, annotations);
                return;
            case IPointerTypeSymbol pointer:
                Append(builder, pointer.PointedAtType, Inner(annotations));
                builder.Append('*');
                return;
            case IDynamicTypeSymbol:
                builder.Append("dynamic");
                break;
            case INamedTypeSymbol { IsTupleType: true } tuple:
                AppendTuple(builder, tuple, annotations);
                break;
            case INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable:
                Append(builder, nullable.TypeArguments[0], Inner(annotations));
                builder.Append('?');
                return;
            case INamedTypeSymbol named:
                AppendNamed(builder, named, annotations);
                break;
            default:
                // Type parameters, function pointers and missing types only occur if there was a finding.
                builder.Append(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));
                break;
        }

        if (annotations == Annotations.All && IsAnnotated(type))
        {
            builder.Append('?');
        }
    }

    private static void AppendNamed(StringBuilder builder, INamedTypeSymbol type, Annotations annotations)
    {
        if (Keyword(type.SpecialType) is { } keyword)
        {
            builder.Append(keyword);
            return;
        }

        if (type.TypeKind == TypeKind.Error)
        {
            builder.Append(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));
            return;
        }

        if (type.ContainingType is { } outer)
        {
            AppendNamed(builder, outer, annotations);
            builder.Append('.');
        }
        else
        {
            builder.Append(TypeRoots.Of(type)).Append("::");
            AppendNamespace(builder, type.ContainingNamespace);
        }

        builder.Append(Identifier(type.Name));
        if (type.TypeArguments.Length > 0)
        {
            builder.Append('<');
            for (int i = 0; i < type.TypeArguments.Length; i++)
            {
                builder.Append(i == 0 ? "" : ", ");
                Append(builder, type.TypeArguments[i], Inner(annotations));
            }

            builder.Append('>');
        }
    }

    private static void AppendNamespace(StringBuilder builder, INamespaceSymbol? symbol)
    {
        if (symbol is null or { IsGlobalNamespace: true })
        {
            return;
        }

        AppendNamespace(builder, symbol.ContainingNamespace);
        builder.Append(Identifier(symbol.Name)).Append('.');
    }

    /// <summary>
    /// Appends an array's name. The ranks of nested arrays are written outermost first: an array of two-dimensional arrays is
    /// <c>T[][,]</c>. An annotation ends such a sequence: an array whose elements are arrays or null is <c>T[]?[]</c>.
    /// </summary>
    private static void AppendArray(StringBuilder builder, IArrayTypeSymbol array, Annotations annotations)
    {
        StringBuilder ranks = new();
        ITypeSymbol element = array;
        do
        {
            IArrayTypeSymbol current = (IArrayTypeSymbol)element;
            ranks.Append('[').Append(',', current.Rank - 1).Append(']');
            element = current.ElementType;
        }
        while (element is IArrayTypeSymbol && (annotations == Annotations.None || !IsAnnotated(element)));

        Append(builder, element, Inner(annotations));
        builder.Append(ranks);
        if (annotations == Annotations.All && IsAnnotated(array))
        {
            builder.Append('?');
        }
    }

    private static void AppendTuple(StringBuilder builder, INamedTypeSymbol tuple, Annotations annotations)
    {
        builder.Append('(');
        for (int i = 0; i < tuple.TupleElements.Length; i++)
        {
            IFieldSymbol element = tuple.TupleElements[i];
            builder.Append(i == 0 ? "" : ", ");
            Append(builder, element.Type, Inner(annotations));
            if (element.IsExplicitlyNamedTupleElement)
            {
                builder.Append(' ').Append(Identifier(element.Name));
            }
        }

        builder.Append(')');
    }

    private static bool IsAnnotated(ITypeSymbol type) =>
        type is { NullableAnnotation: NullableAnnotation.Annotated, IsValueType: false };

    private static string? Keyword(SpecialType type) => type switch
    {
        SpecialType.System_Object => "object",
        SpecialType.System_Void => "void",
        SpecialType.System_Boolean => "bool",
        SpecialType.System_Char => "char",
        SpecialType.System_SByte => "sbyte",
        SpecialType.System_Byte => "byte",
        SpecialType.System_Int16 => "short",
        SpecialType.System_UInt16 => "ushort",
        SpecialType.System_Int32 => "int",
        SpecialType.System_UInt32 => "uint",
        SpecialType.System_Int64 => "long",
        SpecialType.System_UInt64 => "ulong",
        SpecialType.System_Decimal => "decimal",
        SpecialType.System_Single => "float",
        SpecialType.System_Double => "double",
        SpecialType.System_String => "string",
        _ => null,
    };
}
