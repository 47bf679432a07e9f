using System.Collections.Generic;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.Parsing;

/// <summary>
/// The members that a type itself declares and that may be properties or fields, in the order of their declarations. If possible, they are
/// found by the names in the syntax. To list all members in order, the compiler would sort them and create a symbol for each, and a record
/// has about twenty.
/// </summary>
internal static class DeclaredMembers
{
    // With more names, comparing each pair costs more than it saves.
    private const int MaxNames = 32;

    public static void AddTo(List<ISymbol> members, INamedTypeSymbol type)
    {
        ImmutableArray<SyntaxReference> parts = type.DeclaringSyntaxReferences;
        List<string> names = [];
        if (parts.Length != 1 || parts[0].GetSyntax() is not TypeDeclarationSyntax declaration || !AddNames(names, declaration))
        {
            members.AddRange(type.GetMembers());
            return;
        }

        foreach (string name in names)
        {
            members.AddRange(type.GetMembers(name));
        }
    }

    /// <summary>Adds the names of a declaration's members. Returns <see langword="false"/> if they aren't unique.</summary>
    private static bool AddNames(List<string> names, TypeDeclarationSyntax declaration)
    {
        if (declaration is RecordDeclarationSyntax { ParameterList: { } list })
        {
            foreach (ParameterSyntax parameter in list.Parameters)
            {
                if (!Add(names, parameter.Identifier))
                {
                    return false;
                }
            }
        }

        foreach (MemberDeclarationSyntax member in declaration.Members)
        {
            switch (member)
            {
                case PropertyDeclarationSyntax property
                    when property.ExplicitInterfaceSpecifier is not null || !Add(names, property.Identifier):
                    return false;
                case FieldDeclarationSyntax fields:
                    foreach (VariableDeclaratorSyntax field in fields.Declaration.Variables)
                    {
                        if (!Add(names, field.Identifier))
                        {
                            return false;
                        }
                    }

                    break;
            }
        }

        return true;
    }

    /// <summary>
    /// Adds a name. Returns <see langword="false"/> if it occurs twice: a record declares a property for its parameter, or there is a
    /// mistake.
    /// </summary>
    private static bool Add(List<string> names, SyntaxToken identifier)
    {
        string name = identifier.ValueText;
        if (name.Length == 0 || names.Count == MaxNames || names.Contains(name))
        {
            return false;
        }

        names.Add(name);
        return true;
    }
}
