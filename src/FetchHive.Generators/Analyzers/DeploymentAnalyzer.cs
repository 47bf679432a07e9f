using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;

using FetchHive.Generators.Analyzers.Snippets;
using FetchHive.Generators.Analyzers.Unseen;
using FetchHive.Generators.Findings;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FetchHive.Generators.Analyzers;

/// <summary>
/// Reports the parser's findings in a declaration, and differences between the declaration and its snippet. One analyzer has all of these
/// rules, because they come from parsing the interface once, as the generator does.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeploymentAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = AllRules.OfDeclarations.AddRange(
        AllRules.OfComparisons);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // The generator accepts declarations in generated files, so these are checked as well. If an error weren't reported, the client
        // would throw, but the build would succeed.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (!start.Compilation.GetTypesByMetadataName(Symbols.DeploymentAttribute).IsEmpty)
            {
                Checks checks = new(start.Compilation, SnippetIndex.Of(start.Options));
                start.RegisterSymbolAction(checks.Analyze, SymbolKind.NamedType);
            }
        });
    }

    /// <summary>The state that the checks of one compilation share.</summary>
    private sealed class Checks(Compilation compilation, SnippetIndex? snippets)
    {
        private readonly FindingFilter _filter = new();
        private readonly UnseenParts _unseen = new(new GeneratedFiles(compilation));
        private readonly DifferenceReports _differences = new();

        public void Analyze(SymbolAnalysisContext context)
        {
            INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
            if (!type.IsDeployment())
            {
                return;
            }

            ParseResult result = Parse(type, context.CancellationToken);
            HashSet<(string, Location, string)> reported = [];
            DeploymentComparison? comparison = snippets is null ? null : new DeploymentComparison(snippets, context.CancellationToken);
            List<SnippetDifference> differences =
                comparison?.Compare(result, type, type.FindRuntimeAttribute(Symbols.DeploymentAttributeName)!) ?? [];
            foreach (Finding finding in result.Findings)
            {
                Location location = FindingLocator.Locate(finding, type, context.CancellationToken);
                if (comparison?.MakesUnnecessary(finding, result) != true
                    && _filter.ShouldReport(finding, location, type, reported, other => Parse(other, context.CancellationToken).Findings))
                {
                    context.ReportDiagnostic(Diagnostic.Create(
                        finding.Rule, location, additionalLocations: null, PropertiesOf(finding, type, differences), finding.Arguments));
                }
            }

            foreach (SnippetDifference difference in differences)
            {
                _differences.Report(context, difference, type);
            }
        }

        /// <summary>
        /// The finding for an empty name also carries the fitting snippets, so that the fix is offered when the cursor is between the
        /// quotes.
        /// </summary>
        private static ImmutableDictionary<string, string?> PropertiesOf(
            Finding finding, INamedTypeSymbol type, List<SnippetDifference> differences)
        {
            ImmutableDictionary<string, string?> properties = FindingProperties.Of(finding, type);
            return finding.Rule == DeclarationRules.BlankName
                && differences.Find(static difference => difference.Finding.Rule == SnippetRules.Undeclared) is { } undeclared
                ? properties.AddRange(undeclared.Properties)
                : properties;
        }

        private ParseResult Parse(INamedTypeSymbol type, CancellationToken cancellationToken)
        {
            LanguageVersion language = type.DeclaringSyntaxReferences[0].SyntaxTree.Options is CSharpParseOptions options
                ? options.LanguageVersion
                : LanguageVersion.Default;
            AttributeData attribute = type.FindRuntimeAttribute(Symbols.DeploymentAttributeName)!;
            ParseResult result = ContractParser.Parse(type, attribute, compilation, language, cancellationToken);
            _unseen.AddTo(result, type, attribute, language, cancellationToken);
            return result;
        }
    }
}
