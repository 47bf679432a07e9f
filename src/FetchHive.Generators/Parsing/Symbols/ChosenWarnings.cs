using System;
using System.Collections.Generic;

using FetchHive.Generators.Model;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Generators.Parsing;

/// <summary>
/// The ids of the warnings that a type or member defines for code that uses it, by <c>[Obsolete(DiagnosticId = …)]</c> or
/// <c>[Experimental(…)]</c>. The author of the declaration has seen these warnings there. Nobody could suppress them in generated code, so
/// generated code disables them.
/// </summary>
internal sealed class ChosenWarnings
{
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _definitions = new(SymbolEqualityComparer.Default);
    private SortedSet<string>? _ids;

    public EquatableArray<string> ToArray() => _ids is null ? default : new(new List<string>(_ids));

    /// <summary>Whether one of the uses is an error (<c>[Obsolete(…, error: true)]</c>), which a pragma can't disable.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>
    /// Adds the warning for a parameter with a postcondition, such as <c>[NotNull] string?</c>. The implementation doesn't repeat the
    /// attribute, because older frameworks may lack it, and the compiler warns about that.
    /// </summary>
    public void NotePostconditions(IParameterSymbol parameter)
    {
        foreach (AttributeData attribute in parameter.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "NotNullAttribute" or "MaybeNullAttribute" or "NotNullIfNotNullAttribute" } type
                && type.ContainingNamespace.Is(KnownNamespaces.SystemDiagnosticsCodeAnalysis))
            {
                Add("CS8769");
            }
        }
    }

    /// <summary>Adds the warnings of a symbol that generated code will name.</summary>
    public void Note(ISymbol symbol)
    {
        switch (symbol)
        {
            case IArrayTypeSymbol array:
                Note(array.ElementType);
                break;
            case INamedTypeSymbol type:
                NoteType(type);
                break;
            case IPropertySymbol property:
                // The compiler reports the use of an overriding member for the overridden member.
                for (IPropertySymbol? current = property; current is not null; current = current.OverriddenProperty)
                {
                    NoteAttributes(current);
                    NoteAccessor(current.GetMethod);
                    NoteAccessor(current.SetMethod);
                }

                break;
            default:
                NoteAttributes(symbol);
                break;
        }
    }

    private void NoteType(INamedTypeSymbol type)
    {
        if (type.SpecialType != SpecialType.None && type.TypeKind != TypeKind.Enum || !_seen.Add(type))
        {
            return;
        }

        foreach (ITypeSymbol argument in type.TypeArguments)
        {
            Note(argument);
        }

        // Once for `Page<T>`, not for each `Page<…>`: `class Page<T> : Base<Page<Page<T>>>` has infinitely many bases.
        INamedTypeSymbol definition = type.OriginalDefinition;
        if (_definitions.Add(definition))
        {
            NoteDefinition(definition);
        }
    }

    /// <summary>
    /// Adds the warnings of the symbols that generated code may name together with a type: containing types, bases, constructors, and an
    /// enum's members.
    /// </summary>
    private void NoteDefinition(INamedTypeSymbol type)
    {
        NoteAttributes(type);
        if (type.IsInSystemNamespace())
        {
            return;
        }

        if (type.ContainingType is { } outer)
        {
            NoteType(outer);
        }
        else if (type.DeclaringSyntaxReferences.IsEmpty)
        {
            // Within their own assembly, the assembly's attributes don't cause warnings.
            NoteScope(type.ContainingAssembly);
            NoteScope(type.ContainingModule);
        }

        if (type.BaseType is { } inherited)
        {
            NoteType(inherited);
        }

        if (type.TypeKind == TypeKind.Enum)
        {
            foreach (ISymbol member in type.GetMembers())
            {
                NoteAttributes(member);
            }
        }

        foreach (IMethodSymbol constructor in type.InstanceConstructors)
        {
            if (!constructor.IsImplicitlyDeclared)
            {
                NoteAttributes(constructor);
            }
        }
    }

    private void NoteScope(ISymbol? scope)
    {
        if (scope is not null && _seen.Add(scope))
        {
            NoteAttributes(scope);
        }
    }

    private void NoteAccessor(IMethodSymbol? accessor)
    {
        if (accessor is not null)
        {
            NoteAttributes(accessor);
        }
    }

    private void NoteAttributes(ISymbol symbol)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            switch (attribute.AttributeClass?.Name)
            {
                case "ObsoleteAttribute":
                    HasErrors |= Obsolescence.IsError(attribute);
                    NoteId(attribute.NamedArgument("DiagnosticId") as string);
                    break;
                case "ExperimentalAttribute":
                    NoteId(attribute.StringArgument(0));
                    break;
                case "RequiresPreviewFeaturesAttribute":
                    Add("CA2252");
                    break;
            }
        }
    }

    private void NoteId(string? id)
    {
        // A pragma accepts only identifiers. Warnings with other ids can't be suppressed.
        if (id is not null && SyntaxFacts.IsValidIdentifier(id))
        {
            Add(id);
        }
    }

    private void Add(string id) => (_ids ??= new SortedSet<string>(StringComparer.Ordinal)).Add(id);
}
