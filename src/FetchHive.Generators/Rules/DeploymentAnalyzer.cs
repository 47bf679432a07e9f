using System.Collections.Immutable;

using FetchHive.Generators.Parsing;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FetchHive.Generators.Rules;

/// <summary>
/// Reports what the parser finds in a declaration. One analyzer for all of these rules, because they come out of one walk of the interface,
/// which is the walk that the generator makes.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeploymentAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = AllRules.OfDeclarations;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // The generator takes declarations that another tool wrote to a file, so they are checked as well: an error that isn't said would
        // leave a client that throws, and nothing to see in the build.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(Symbols.DeploymentAttribute) is not null)
            {
                start.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
            }
        });
    }

    private static void AnalyzeType(SymbolAnalysisContext context)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Interface || type.FindRuntimeAttribute("FetchHiveDeploymentAttribute") is not { } attribute)
        {
            return;
        }

        LanguageVersion language = type.DeclaringSyntaxReferences[0].SyntaxTree.Options is CSharpParseOptions options
            ? options.LanguageVersion
            : LanguageVersion.Default;
        ParseResult result = ContractParser.Parse(type, attribute, context.Compilation, language, context.CancellationToken);
        foreach (Finding finding in result.Findings)
        {
            if (finding.Rule == DeclarationRules.ContainingTypeNotPartial && !IsFirstDeploymentIn((INamedTypeSymbol)finding.Subject, type))
            {
                // Said once for a type, however many deployments it contains.
                continue;
            }

            Location location = FindingLocator.Locate(finding, type, context.CancellationToken);
            context.ReportDiagnostic(Diagnostic.Create(
                finding.Rule, location, additionalLocations: null, FindingProperties.Of(finding, type), finding.Arguments));
        }
    }

    private static bool IsFirstDeploymentIn(INamedTypeSymbol outer, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(FirstDeploymentIn(outer), type);

    private static INamedTypeSymbol? FirstDeploymentIn(INamedTypeSymbol outer)
    {
        foreach (INamedTypeSymbol nested in outer.GetTypeMembers())
        {
            if (nested.TypeKind == TypeKind.Interface && nested.FindRuntimeAttribute("FetchHiveDeploymentAttribute") is not null)
            {
                return nested;
            }

            if (FirstDeploymentIn(nested) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
