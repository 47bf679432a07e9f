using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;
using FetchHive.Generators.Analyzers;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Rules;

/// <summary>The diagnostics of the analyzer of declarations for a compilation.</summary>
internal static class Findings
{
    /// <summary>The analyzer's diagnostics. An exception in it fails the test, because the compiler would only warn about it.</summary>
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
