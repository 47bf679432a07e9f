using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FetchHive.Generators.Tests.KitTests;

/// <summary>For the kit's own tests: a type's name starts with a capital, unless an option says that it may not.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CapitalAnalyzer : DiagnosticAnalyzer
{
    public static readonly DiagnosticDescriptor Rule = new(
        "KT1001", "Start with a capital", "Rename '{0}' to '{1}'", "Kit", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        string name = context.Symbol.Name;
        Location location = context.Symbol.Locations[0];
        if (name.Length != 0
            && char.IsLower(name[0])
            && !(context.Options.AnalyzerConfigOptionsProvider.GetOptions(location.SourceTree!).TryGetValue("kit_allowed_name", out string? allowed) && allowed == name))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, location, name, char.ToUpperInvariant(name[0]) + name[1..]));
        }
    }
}
