using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

// This generator is never shipped, so rules for shipped generators don't apply.
#pragma warning disable RS1036, RS1041, RS1042

namespace FetchHive.Benchmarks.Generation;

/// <summary>
/// Finds the annotated interfaces and asks Roslyn, once, for each symbol that a client depends on: methods, parameters, properties,
/// constructors and their attributes, of the interface and of each type that it leads to. It does nothing with the symbols, so it measures
/// the cost of the compiler itself. The study of builds compiles it into its own assembly, as an analyzer of the compiler.
/// </summary>
[Generator]
internal sealed class AskingGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.SyntaxProvider.ForAttributeWithMetadataName(
            "FetchHive.FetchHiveDeploymentAttribute",
            static (node, _) => node is InterfaceDeclarationSyntax,
            static (context, _) => Ask((INamedTypeSymbol)context.TargetSymbol)),
        static (_, _) => { });

    public static int Ask(INamedTypeSymbol type)
    {
        HashSet<ITypeSymbol> seen = new(SymbolEqualityComparer.Default);
        Visit(type, seen);
        return seen.Count;
    }

    private static void Visit(ITypeSymbol? type, HashSet<ITypeSymbol> seen)
    {
        if (type is not INamedTypeSymbol named || !seen.Add(named))
        {
            return;
        }

        foreach (ITypeSymbol argument in named.TypeArguments)
        {
            Visit(argument, seen);
        }

        if (named.Locations[0].IsInMetadata)
        {
            return;
        }

        _ = named.GetAttributes();
        foreach (ISymbol member in named.GetMembers())
        {
            if (member is IPropertySymbol property)
            {
                _ = property.GetAttributes();
                Visit(property.Type, seen);
            }
            else if (member
            is IMethodSymbol { IsImplicitlyDeclared: false, MethodKind: MethodKind.Ordinary or MethodKind.Constructor } method)
            {
                _ = method.GetAttributes();
                Visit(method.ReturnType, seen);
                foreach (IParameterSymbol parameter in method.Parameters)
                {
                    _ = parameter.GetAttributes();
                    Visit(parameter.Type, seen);
                }
            }
        }
    }
}
