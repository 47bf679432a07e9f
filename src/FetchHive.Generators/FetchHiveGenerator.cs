using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using System.Threading;

using FetchHive.Generators.Caching;
using FetchHive.Generators.Emitting;
using FetchHive.Generators.Model;
using FetchHive.Generators.Parsing;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators;

/// <summary>Writes the client of every interface that is annotated with <c>[FetchHiveDeployment]</c>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class FetchHiveGenerator : IIncrementalGenerator
{
    /// <summary>The pipeline's steps, as the driver's run reasons name them.</summary>
    internal static class Steps
    {
        public const string Contracts = nameof(Contracts);
        public const string Twins = nameof(Twins);
        public const string Files = nameof(Files);
    }

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ContractModel> contracts = context.SyntaxProvider
            .ForAttributeWithMetadataName(Symbols.DeploymentAttribute, IsInterface, ParseContract)
            .Where(static contract => contract is not null)
            .Select(static (contract, _) => contract!)
            .WithTrackingName(Steps.Contracts);

        IncrementalValueProvider<EquatableArray<string>> twins = contracts
            .Select(static (contract, _) => contract.MetadataName)
            .Collect()
            .Select(NamesThatDifferByCaseOnly)
            .WithTrackingName(Steps.Twins);

        IncrementalValuesProvider<(ContractModel Contract, EquatableArray<string> Twins)> files = contracts
            .Combine(twins)
            .WithTrackingName(Steps.Files);

        context.RegisterSourceOutput(files, EmitFile);
    }

    private static bool IsInterface(SyntaxNode node, CancellationToken cancellationToken) => node is InterfaceDeclarationSyntax;

    private static ContractModel? ParseContract(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        if (context.TargetSymbol is not INamedTypeSymbol type || !IsFirst(context, type) || IsDouble(type))
        {
            return null;
        }

        Compilation compilation = context.SemanticModel.Compilation;
        CompilationState state = CompilationState.Of(compilation);
        if (ContractCache.Find(context.TargetNode, state, cancellationToken) is { } known)
        {
            return known;
        }

        LanguageVersion language = ((CSharpParseOptions)context.TargetNode.SyntaxTree.Options).LanguageVersion;
        ParseResult result = ContractParser.Parse(type, context.Attributes[0], compilation, language, cancellationToken);
        ContractCache.Keep(context.TargetNode, state, result.Model, result.Dependencies);
        return result.Model;
    }

    /// <summary>
    /// An interface in several parts, each with the attribute, is an error of the compiler's; yet here it comes once for each part.
    /// </summary>
    private static bool IsFirst(GeneratorAttributeSyntaxContext context, INamedTypeSymbol type)
    {
        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is { } candidate && candidate.IsRuntimeType("FetchHiveDeploymentAttribute"))
            {
                return attribute.ApplicationSyntaxReference is { } place
                    && place.SyntaxTree == context.TargetNode.SyntaxTree
                    && context.TargetNode.FullSpan.Contains(place.Span);
            }
        }

        return false;
    }

    /// <summary>
    /// Whether another type has the same full name, which is an error of the compiler's: a class and a struct, each with the interface in it. Of
    /// such, the first is taken, because two files can't have one name either.
    /// </summary>
    private static bool IsDouble(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            INamespaceOrTypeSymbol scope = current.ContainingType is { } outer ? outer : current.ContainingNamespace;
            foreach (INamedTypeSymbol sibling in scope.GetTypeMembers(current.Name, current.Arity))
            {
                // File-local types may have one name in several files; nothing is written for them.
                if (!sibling.IsFileLocal)
                {
                    if (!SymbolEqualityComparer.Default.Equals(sibling, current))
                    {
                        return true;
                    }

                    break;
                }
            }
        }

        return false;
    }

    /// <summary>Files are told apart without regard to case, types are not. Such twins get a number of their own in the file's name.</summary>
    private static EquatableArray<string> NamesThatDifferByCaseOnly(ImmutableArray<string> names, CancellationToken cancellationToken)
    {
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        List<string> twins = [];
        foreach (string name in names)
        {
            if (!seen.Add(name))
            {
                twins.Add(name);
            }
        }

        return new EquatableArray<string>(twins);
    }

    private static void EmitFile(SourceProductionContext context, (ContractModel Contract, EquatableArray<string> Twins) file)
    {
        if (!ContractEmitter.HasFile(file.Contract))
        {
            return;
        }

        string suffix = "";
        for (int i = 0; i < file.Twins.Length; i++)
        {
            if (file.Twins[i] == file.Contract.MetadataName)
            {
                suffix = "." + (i + 2).ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        context.AddSource(
            HintNames.Of(file.Contract.MetadataName + suffix),
            SourceText.From(ContractEmitter.Emit(file.Contract), Encoding.UTF8));
    }
}
