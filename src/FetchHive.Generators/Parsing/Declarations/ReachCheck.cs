using System.Collections.Generic;

using FetchHive.Generators.Findings;
using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>Finds types that generated code needs but can't name, because of the project's references.</summary>
internal static class ReachCheck
{
    // One type of each library whose types all generated code names with `global::`.
    private static readonly string[] Libraries = ["FetchHive.FetchHiveClient", "System.Text.Json.JsonSerializerOptions"];

    public static void Report(ParseContext context, INamedTypeSymbol contract, List<INamedTypeSymbol> nameless)
    {
        foreach (string library in Libraries)
        {
            if (context.Compilation.GetTypeByMetadataName(library) is null
                && context.Compilation.GetTypesByMetadataName(library) is { IsEmpty: false } types)
            {
                Report(context, contract, types[0]);
            }
        }

        foreach (INamedTypeSymbol type in nameless)
        {
            Report(context, contract, type);
        }
    }

    private static void Report(ParseContext context, INamedTypeSymbol contract, INamedTypeSymbol type)
    {
        string assembly = type.ContainingAssembly?.Name ?? "";
        string alias = $"give the reference to '{assembly}' an alias beside 'global', such as Aliases=\"global,Other\"";
        (string reason, string advice) = TypeRoots.RivalOf(type, context.Compilation) switch
        {
            null => ($"the reference to '{assembly}' has an alias in place of 'global'", "add 'global' to its Aliases"),
            { DeclaringSyntaxReferences.IsEmpty: false } => ("this project also has a type with that name", "rename it, or " + alias),
            { } rival => ($"'{rival.ContainingAssembly?.Name}' also has a type with that name", alias),
        };
        context.Report(DeclarationRules.NamelessType, contract, FindingTarget.Name, TypeNames.Metadata(type), reason, advice);
    }
}
