using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>Checks that a code fix test leaves out.</summary>
[Flags]
internal enum CodeFixTestBehaviors
{
    /// <summary>All checks are made.</summary>
    None = 0,

    /// <summary>Fix-all isn't tried.</summary>
    SkipFixAllCheck = 1,

    /// <summary>Only the first diagnostic is fixed.</summary>
    FixOne = 2,
}

/// <summary>
/// A test of a code fix. Checks the diagnostics before; applies the fix one diagnostic at a time, and all at once in each scope; compares the
/// texts; then takes the fixed texts as new sources: only the diagnostics marked in them are left, they compile, and fixing them again
/// changes nothing. Of the same shape as <c>Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixTest</c>.
/// </summary>
internal class CSharpCodeFixTest<TAnalyzer, TFix> : CSharpAnalyzerTest<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    /// <summary>The first file after the fix, marked with what is left to report.</summary>
    public string FixedCode
    {
        set => FixedState.Sources.Insert(0, value);
    }

    /// <summary>The first file after fix-all, where that isn't <see cref="FixedCode"/>.</summary>
    public string BatchFixedCode
    {
        set => BatchFixedState.Sources.Insert(0, value);
    }

    /// <summary>
    /// What is expected after the fix. Without sources: that no fix is offered. All but sources, other projects' sources and expected diagnostics is as in the test state.
    /// </summary>
    public SolutionState FixedState { get; } = new();

    /// <summary>What is expected after fix-all; without sources, <see cref="FixedState"/>.</summary>
    public SolutionState BatchFixedState { get; } = new();

    /// <summary>Which of the actions offered is chosen, counted from 0; the first unless set.</summary>
    public int? CodeActionIndex { get; set; }

    /// <summary>The equivalence key of the action that is chosen, instead of an index.</summary>
    public string? CodeActionEquivalenceKey { get; set; }

    /// <summary>Checks left out.</summary>
    public CodeFixTestBehaviors CodeFixTestBehaviors { get; set; }

    /// <inheritdoc/>
    private protected override async Task VerifyAsync(CancellationToken cancellationToken)
    {
        Solution start = await VerifyStateAsync("before the fix", TestState, cancellationToken);
        CodeFixRunner runner = new(CreateRunner(), new TFix(), CodeActionIndex, CodeActionEquivalenceKey);
        bool fixOne = CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.FixOne);

        SolutionState fixedState = Complete(FixedState.Sources.Count == 0 ? TestState : FixedState);
        Solution expected = await VerifyFixedStateAsync("after the fix", fixedState, runner, fixOne, cancellationToken);
        await CompareAsync("one fix at a time", expected, await runner.FixOneByOneAsync(start, fixOne, cancellationToken), cancellationToken);

        if (fixOne || CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.SkipFixAllCheck))
        {
            return;
        }

        if (BatchFixedState.Sources.Count != 0)
        {
            expected = await VerifyFixedStateAsync("after fix-all", Complete(BatchFixedState), runner, fixOne, cancellationToken);
        }

        FixAllRunner fixAll = new(runner);
        foreach (FixAllScope scope in fixAll.SupportedScopes)
        {
            Solution found = await fixAll.FixAllAsync(start, scope, cancellationToken);
            await CompareAsync($"fix-all in the {scope.ToString().ToLowerInvariant()}", expected, found, cancellationToken);
        }
    }

    // From the fixed texts, not from the fixed trees: a tree made by hand can say what its text doesn't.
    private async Task<Solution> VerifyFixedStateAsync(string label, SolutionState state, CodeFixRunner runner, bool fixOne, CancellationToken cancellationToken)
    {
        Solution solution = await VerifyStateAsync(label, state, cancellationToken);
        if (!fixOne && await runner.ChooseFixesAsync(solution, firstOnly: true, cancellationToken) is [ChosenFix left, ..])
        {
            TestHost.Fail($"The fix is still offered {label}: it must not be, where it has been applied.\n{DiagnosticText.List([left.Diagnostic])}");
        }

        return solution;
    }

    private SolutionState Complete(SolutionState state)
    {
        SolutionState complete = new();
        complete.Sources.AddRange(state.Sources);
        complete.ExpectedDiagnostics.AddRange(state.ExpectedDiagnostics);
        CopyAllButSources(TestState, complete);
        foreach ((string name, ProjectState project) in TestState.AdditionalProjects)
        {
            ProjectState copy = new();
            CopyAllButSources(project, copy);
            copy.Sources.AddRange(state.AdditionalProjects.TryGetValue(name, out ProjectState? changed) ? changed.Sources : project.Sources);
            complete.AdditionalProjects.Add(name, copy);
        }

        return complete;
    }

    private static void CopyAllButSources(ProjectState from, ProjectState to)
    {
        to.AdditionalFiles.AddRange(from.AdditionalFiles);
        to.AnalyzerConfigFiles.AddRange(from.AnalyzerConfigFiles);
        to.AdditionalReferences.AddRange(from.AdditionalReferences);
        to.AdditionalProjectReferences.AddRange(from.AdditionalProjectReferences);
    }

    private static async Task CompareAsync(string label, Solution expected, Solution found, CancellationToken cancellationToken)
    {
        Dictionary<string, string> expectedTexts = await TextsAsync(expected, cancellationToken);
        Dictionary<string, string> foundTexts = await TextsAsync(found, cancellationToken);
        List<string> problems = [];
        foreach (string path in expectedTexts.Keys.Union(foundTexts.Keys))
        {
            string? difference = TextDifference.Describe(expectedTexts.GetValueOrDefault(path, "(no such file)"), foundTexts.GetValueOrDefault(path, "(no such file)"));
            if (difference is not null)
            {
                problems.Add($"{path} {difference}");
            }
        }

        if (problems.Count != 0)
        {
            TestHost.Fail($"The fixed code differs ({label}).\n{string.Join("\n", problems)}");
        }
    }

    private static async Task<Dictionary<string, string>> TextsAsync(Solution solution, CancellationToken cancellationToken)
    {
        Dictionary<string, string> texts = [];
        foreach (Document document in solution.Projects.SelectMany(project => project.Documents))
        {
            texts.Add(document.FilePath ?? document.Name, (await document.GetTextAsync(cancellationToken)).ToString());
        }

        return texts;
    }
}
