using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using System.Threading;

using FetchHive.Generators.Caching;
using FetchHive.Generators.Emitting;
using FetchHive.Generators.Model;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators;

/// <summary>Writes the client of every interface that is annotated with <c>[FetchHiveDeployment]</c>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class FetchHiveGenerator : IIncrementalGenerator
{
    /// <summary>The names of the pipeline's steps in the driver's run reasons.</summary>
    internal static class Steps
    {
        public const string Contracts = nameof(Contracts);
        public const string Twins = nameof(Twins);
        public const string Files = nameof(Files);
    }

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Not ForAttributeWithMetadataName: it binds the attributes of every annotated interface again after each edit. For a thousand of
        // them that takes six times as long as this whole generator (docs/performance.md).
        IncrementalValuesProvider<ContractModel> contracts = context.SyntaxProvider
            .CreateSyntaxProvider(IsInterfaceWithAttributes, static (context, cancellationToken) => ParseContract(
                context, cancellationToken)!)
            .Where(static contract => contract is not null)
            .WithTrackingName(Steps.Contracts);

        IncrementalValueProvider<TwinNames> twins = contracts
            .Select(static (contract, _) => contract.MetadataName)
            .Collect()
            .Select(NamesThatDifferByCaseOnly)
            .WithTrackingName(Steps.Twins);

        IncrementalValuesProvider<(ContractModel Contract, TwinNames Twins)> files = contracts
            .Combine(twins)
            .WithTrackingName(Steps.Files);

        context.RegisterSourceOutput(files, EmitFile);

        // Only this step needs the compilation, to find the line. If analyzers run, it has nothing to do.
        IncrementalValueProvider<bool> hasAnalyzers = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => AnalyzersRun(options.GlobalOptions));
        context.RegisterSourceOutput(
            contracts
                .Where(static contract => !contract.IsComplete)
                .Combine(hasAnalyzers)
                .Where(static pair => !pair.Right)
                .Combine(context.CompilationProvider),
            static (output, pair) => ReportMistakes(output, pair.Left.Left, pair.Right));
    }

    /// <summary>
    /// Decides like the compiler's targets. If the properties are missing, the project doesn't use the package's targets, and analyzers
    /// run.
    /// </summary>
    private static bool AnalyzersRun(AnalyzerConfigOptions options)
    {
        if (options.TryGetValue("build_property.RunAnalyzers", out string? always) && always.Length > 0)
        {
            return !IsFalse(always);
        }

        return !options.TryGetValue("build_property.RunAnalyzersDuringBuild", out string? duringBuild) || !IsFalse(duringBuild);
    }

    private static bool IsFalse(string value) => value.Equals("false", StringComparison.OrdinalIgnoreCase);

    private static void ReportMistakes(SourceProductionContext context, ContractModel contract, Compilation compilation)
    {
        string mistakes = contract.Mistakes.Length == 0
            ? "a name in its declaration doesn't exist, or another source generator declares it"
            : string.Join("; ", contract.Mistakes);
        INamedTypeSymbol? type = compilation.Assembly.GetTypeByMetadataName(contract.MetadataName);
        context.ReportDiagnostic(Diagnostic.Create(BuildRules.NoClient, type?.Locations[0] ?? Location.None, contract.Name, mistakes));
    }

    private static bool IsInterfaceWithAttributes(SyntaxNode node, CancellationToken cancellationToken) =>
        node is InterfaceDeclarationSyntax { AttributeLists.Count: > 0 };

    private static ContractModel? ParseContract(GeneratorSyntaxContext context, CancellationToken cancellationToken)
    {
        Compilation compilation = context.SemanticModel.Compilation;
        CompilationState state = CompilationState.Of(compilation);
        if (ContractCache.TryFind(context.Node, state, out ContractModel? known, cancellationToken))
        {
            return known;
        }

        if (context.SemanticModel.GetDeclaredSymbol((InterfaceDeclarationSyntax)context.Node, cancellationToken) is not { } type)
        {
            return null;
        }

        if (FindAttribute(context.Node, type) is not { } attribute || IsDouble(type))
        {
            ContractCache.Keep(context.Node, state, model: null, FilesOf(type));
            return null;
        }

        LanguageVersion language = ((CSharpParseOptions)context.Node.SyntaxTree.Options).LanguageVersion;
        ParseResult result = ContractParser.Parse(type, attribute, compilation, language, cancellationToken);
        ContractCache.Keep(context.Node, state, result.Model, result.Dependencies);
        return result.Model;
    }

    /// <summary>
    /// The attribute, if it is on this part of the interface. If several parts have it, the compiler reports an error, and only the first
    /// counts here.
    /// </summary>
    private static AttributeData? FindAttribute(SyntaxNode declaration, INamedTypeSymbol type)
    {
        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is { } candidate && candidate.IsRuntimeType(Symbols.DeploymentAttributeName))
            {
                bool isHere = attribute.ApplicationSyntaxReference is { } place
                    && place.SyntaxTree == declaration.SyntaxTree
                    && declaration.FullSpan.Contains(place.Span);
                return isHere ? attribute : null;
            }
        }

        return null;
    }

    private static HashSet<SyntaxTree> FilesOf(INamedTypeSymbol type)
    {
        HashSet<SyntaxTree> files = [];
        foreach (SyntaxReference part in type.DeclaringSyntaxReferences)
        {
            files.Add(part.SyntaxTree);
        }

        return files;
    }

    /// <summary>
    /// Whether another type has the same full name, such as a class and a struct that both contain the interface. The compiler reports
    /// that. The first is used, because two files can't have the same name.
    /// </summary>
    private static bool IsDouble(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            INamespaceOrTypeSymbol scope = current.ContainingType is { } outer ? outer : current.ContainingNamespace;
            foreach (INamedTypeSymbol sibling in scope.GetTypeMembers(current.Name, current.Arity))
            {
                // File-local types in several files may have the same name. Nothing is written for them.
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

    /// <summary>
    /// The compiler compares the names of generated files without regard to case, but type names with it. If type names differ only in
    /// case, each after the first gets a number in its file's name.
    /// </summary>
    private static TwinNames NamesThatDifferByCaseOnly(ImmutableArray<string> names, CancellationToken cancellationToken)
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

        return new TwinNames(new EquatableArray<string>(twins));
    }

    private static void EmitFile(SourceProductionContext context, (ContractModel Contract, TwinNames Twins) file)
    {
        if (!ContractEmitter.HasFile(file.Contract))
        {
            return;
        }

        string suffix = "";
        EquatableArray<string> twins = file.Twins.Names;
        for (int i = 0; i < twins.Length; i++)
        {
            if (twins[i] == file.Contract.MetadataName)
            {
                suffix = "." + (i + 2).ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        context.AddSource(
            HintNames.Of(file.Contract.MetadataName + suffix),
            SourceText.From(ContractEmitter.Emit(file.Contract), Encoding.UTF8));
    }
}
