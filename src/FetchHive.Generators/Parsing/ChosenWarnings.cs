using System;
using System.Collections.Generic;

using FetchHive.Generators.Model;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Generators.Parsing;

/// <summary>
/// The ids of warnings that a type or member chooses for those who use it, by <c>[Obsolete(DiagnosticId = …)]</c> or <c>[Experimental(…)]</c>.
/// Whoever wrote the declaration has seen them there; generated code, where nobody could suppress them, has to keep quiet.
/// </summary>
internal sealed class ChosenWarnings
{
    private SortedSet<string>? _ids;

    public EquatableArray<string> ToArray() => _ids is null ? default : new(new List<string>(_ids));

    /// <summary>
    /// Notes a parameter that promises something of its value after the call, such as <c>[NotNull] string?</c>. The implementation doesn't repeat the
    /// attribute, which an older framework may not have, and would be warned of that.
    /// </summary>
    public void NotePostconditions(IParameterSymbol parameter)
    {
        foreach (AttributeData attribute in parameter.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "NotNullAttribute" or "MaybeNullAttribute" or "NotNullIfNotNullAttribute" } type
                && type.ContainingNamespace.Is("CodeAnalysis", "Diagnostics", "System"))
            {
                Add("CS8769");
            }
        }
    }

    /// <summary>Notes what generated code is going to name.</summary>
    public void Note(ISymbol symbol)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            string? id = attribute.AttributeClass switch
            {
                { Name: "ObsoleteAttribute" } => attribute.NamedArgument("DiagnosticId") as string,
                { Name: "ExperimentalAttribute" } => attribute.StringArgument(0),
                _ => null,
            };

            // A pragma takes nothing else, and then nobody can suppress it.
            if (id is not null && SyntaxFacts.IsValidIdentifier(id))
            {
                Add(id);
            }
        }

        if (symbol is INamedTypeSymbol { TypeKind: TypeKind.Enum } type)
        {
            foreach (ISymbol member in type.GetMembers())
            {
                Note(member);
            }
        }
    }

    private void Add(string id) => (_ids ??= new SortedSet<string>(StringComparer.Ordinal)).Add(id);
}
