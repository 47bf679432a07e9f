using System.Collections.Generic;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.Parsing;

/// <summary>
/// The members that a type itself declares and that may be properties or fields, in the order of their declarations. They are found by the
/// names in its syntax if that is enough: to list all members in order, the compiler sorts them and creates a symbol for each, and a record
/// has about twenty.
/// </summary>
internal static class DeclaredMembers
{
    // With more names, comparing each with each isn't cheaper.
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

    /// <summary>Adds the names; <see langword="false"/> when they aren't unique.</summary>
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

    /// <summary>Two declarations of one name: a record's parameter that its body declares a property for, or a mistake.</summary>
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
