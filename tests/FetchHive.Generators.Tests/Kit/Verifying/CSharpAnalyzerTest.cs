using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>
/// A test of an analyzer: the marked diagnostics, and no others, are reported, in any project; <c>#pragma</c> silences them; nothing throws.
/// Of the same shape as <c>Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerTest</c>.
/// </summary>
internal class CSharpAnalyzerTest<TAnalyzer> : CSharpTest
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <inheritdoc/>
    private protected override async Task VerifyAsync(CancellationToken cancellationToken) => await VerifyStateAsync("the test's sources", TestState, cancellationToken);

    /// <summary>The analyzers that run: one, unless a derived test adds others.</summary>
    protected virtual IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [new TAnalyzer()];

    /// <summary>What runs the analyzers, with the test's generators.</summary>
    private protected AnalyzerRunner CreateRunner() => new([.. GetDiagnosticAnalyzers()], [.. SourceGenerators]);

    /// <summary>Makes the solution of a state, analyzes all its projects, and compares with what the state expects.</summary>
    private protected async Task<Solution> VerifyStateAsync(string label, SolutionState state, CancellationToken cancellationToken)
    {
        AnalyzerRunner runner = CreateRunner();
        ParsedState parsed = state.Parse(runner.OnlyId);
        Solution solution = TestSolution.Create(Setup, state, parsed, SourceGenerators);

        List<Diagnostic> found = [];
        foreach (Project project in solution.Projects)
        {
            (ImmutableArray<Diagnostic> compiler, ImmutableArray<Diagnostic> analyzer) = await runner.RunAsync(project, cancellationToken);
            found.AddRange(compiler.Where(Counts));
            List<Diagnostic> own = [.. analyzer.Where(diagnostic => !DisabledDiagnostics.Contains(diagnostic.Id))];
            found.AddRange(own);
            if (!TestBehaviors.HasFlag(TestBehaviors.SkipSuppressionCheck))
            {
                await VerifySuppressionAsync(runner, project, own, cancellationToken);
            }
        }

        DiagnosticMatcher.Verify(label, parsed.Expected, found);
        return solution;
    }

    private static async Task VerifySuppressionAsync(AnalyzerRunner runner, Project project, List<Diagnostic> found, CancellationToken cancellationToken)
    {
        HashSet<string> ids = [.. found
            .Where(diagnostic => IsInDocument(project, diagnostic) && !diagnostic.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable))
            .Select(diagnostic => diagnostic.Id)];
        if (ids.Count == 0)
        {
            return;
        }

        Project silenced = project;
        foreach (DocumentId id in project.DocumentIds)
        {
            Document document = silenced.GetDocument(id)!;
            SourceText text = await document.GetTextAsync(cancellationToken);
            silenced = document.WithText(text.Replace(new TextSpan(0, 0), $"#pragma warning disable {string.Join(", ", ids)}\n")).Project;
        }

        (_, ImmutableArray<Diagnostic> left) = await runner.RunAsync(silenced, cancellationToken);
        List<Diagnostic> loud = [.. left.Where(diagnostic => ids.Contains(diagnostic.Id) && IsInDocument(silenced, diagnostic))];
        if (loud.Count != 0)
        {
            TestHost.Fail("#pragma warning disable doesn't silence the analyzer: report at a location in the syntax tree, not one made of a path and a span:\n" + DiagnosticText.List(loud));
        }
    }

    // By path: a location made of a path and a span has no tree, and is what #pragma can't reach.
    private static bool IsInDocument(Project project, Diagnostic diagnostic) =>
        project.Documents.Any(document => document.FilePath == diagnostic.Location.GetLineSpan().Path);
}
