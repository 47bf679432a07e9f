using System.Collections.Generic;
using System.Collections.Immutable;

using FetchHive.Generators.Analyzers.Unseen;
using FetchHive.Generators.Findings;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FetchHive.Generators.Analyzers;

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
            if (!start.Compilation.GetTypesByMetadataName(Symbols.DeploymentAttribute).IsEmpty)
            {
                FindingFilter filter = new();
                UnseenParts unseen = new(new GeneratedFiles(start.Compilation));
                start.RegisterSymbolAction(symbol => AnalyzeType(symbol, filter, unseen), SymbolKind.NamedType);
            }
        });
    }

    private static void AnalyzeType(SymbolAnalysisContext context, FindingFilter filter, UnseenParts unseen)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        if (!type.IsDeployment())
        {
            return;
        }

        List<Finding> findings = FindingsOf(type, unseen, context);
        HashSet<(string, Location, string)> said = [];
        foreach (Finding finding in findings)
        {
            Location location = FindingLocator.Locate(finding, type, context.CancellationToken);
            if (filter.IsNews(finding, location, type, said, other => FindingsOf(other, unseen, context)))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    finding.Rule, location, additionalLocations: null, FindingProperties.Of(finding, type), finding.Arguments));
            }
        }
    }

    private static List<Finding> FindingsOf(INamedTypeSymbol type, UnseenParts unseen, SymbolAnalysisContext context)
    {
        LanguageVersion language = type.DeclaringSyntaxReferences[0].SyntaxTree.Options is CSharpParseOptions options
            ? options.LanguageVersion
            : LanguageVersion.Default;
        AttributeData attribute = type.FindRuntimeAttribute(Symbols.DeploymentAttributeName)!;
        ParseResult result = ContractParser.Parse(type, attribute, context.Compilation, language, context.CancellationToken);
        unseen.AddTo(result, type, attribute, language, context.CancellationToken);
        return result.Findings;
    }
}
