using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>Which of the compiler's own diagnostics a test has to expect.</summary>
internal enum CompilerDiagnostics
{
    /// <summary>None is looked at.</summary>
    None,

    /// <summary>Errors.</summary>
    Errors,

    /// <summary>Errors and warnings.</summary>
    Warnings,

    /// <summary>All but hidden ones.</summary>
    Suggestions,
}

/// <summary>Checks that a test leaves out.</summary>
[Flags]
internal enum TestBehaviors
{
    /// <summary>All checks are made.</summary>
    None = 0,

    /// <summary>Not checked that <c>#pragma warning disable</c> silences the analyzer.</summary>
    SkipSuppressionCheck = 1,
}

/// <summary>What tests of generators, analyzers and code fixes have in common.</summary>
internal abstract class CSharpTest
{
    /// <summary>The first file, marked.</summary>
    public string TestCode
    {
        set => TestState.Sources.Insert(0, value);
    }

    /// <summary>What the test starts from.</summary>
    public SolutionState TestState { get; } = new();

    /// <summary>Diagnostics expected besides those marked in the sources.</summary>
    public List<DiagnosticResult> ExpectedDiagnostics => TestState.ExpectedDiagnostics;

    /// <summary>Target framework, language version, options, references.</summary>
    public CompilationSetup Setup { get; set; } = CompilationSetup.Default;

    /// <summary>Which of the compiler's diagnostics count; errors unless set.</summary>
    public CompilerDiagnostics CompilerDiagnostics { get; set; } = CompilerDiagnostics.Errors;

    /// <summary>Ids that don't count.</summary>
    public List<string> DisabledDiagnostics { get; } = [];

    /// <summary>Checks left out.</summary>
    public TestBehaviors TestBehaviors { get; set; }

    /// <summary>Generators that run before anything is analyzed, in every project.</summary>
    public List<IIncrementalGenerator> SourceGenerators { get; } = [];

    /// <summary>Runs the test and fails it when something isn't as expected.</summary>
    public Task RunAsync() => VerifyAsync(TestHost.CancellationToken);

    /// <summary>Runs the test.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    private protected abstract Task VerifyAsync(CancellationToken cancellationToken);

    /// <summary>Whether a diagnostic of the compiler counts.</summary>
    protected bool Counts(Diagnostic diagnostic) => !DisabledDiagnostics.Contains(diagnostic.Id) && CompilerDiagnostics switch
    {
        CompilerDiagnostics.None => false,
        CompilerDiagnostics.Errors => diagnostic.Severity >= DiagnosticSeverity.Error,
        CompilerDiagnostics.Warnings => diagnostic.Severity >= DiagnosticSeverity.Warning,
        _ => diagnostic.Severity >= DiagnosticSeverity.Info,
    };
}
