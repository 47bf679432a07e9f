using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;
using FetchHive.Generators.Analyzers;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Rules;

/// <summary>What the analyzer of declarations says of a compilation.</summary>
internal static class Findings
{
    /// <summary>The analyzer's diagnostics. An exception in it fails the test: the compiler would only warn of it.</summary>
    public static Task<ImmutableArray<Diagnostic>> OfAsync(Compilation compilation) =>
        AnalyzerRun.FindAsync(compilation, new DeploymentAnalyzer());

    /// <summary>The errors among them.</summary>
    public static async Task<List<Diagnostic>> ErrorsOfAsync(Compilation compilation)
    {
        List<Diagnostic> errors = [];
        foreach (Diagnostic diagnostic in await OfAsync(compilation))
        {
            if (diagnostic.Severity == DiagnosticSeverity.Error)
            {
                errors.Add(diagnostic);
            }
        }

        return errors;
    }
}
