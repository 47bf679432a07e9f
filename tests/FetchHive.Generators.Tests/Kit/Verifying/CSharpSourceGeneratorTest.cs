using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>
/// A test of a generator by the text it writes and the diagnostics it reports. Of the same shape as
/// <c>Microsoft.CodeAnalysis.CSharp.Testing.CSharpSourceGeneratorTest</c>, except that generated sources needn't be stated.
/// </summary>
/// <remarks>To call the generated code, use <see cref="GeneratorRun"/>.</remarks>
internal class CSharpSourceGeneratorTest<TGenerator> : CSharpTest
    where TGenerator : IIncrementalGenerator, new()
{
    /// <summary>
    /// The folder, in the test project's, that holds the generated sources (<c>Snapshots/ResearchBrief</c>), or null when there are no snapshots.
    /// </summary>
    public string? SnapshotFolder { get; set; }

    /// <inheritdoc/>
    private protected override Task VerifyAsync(CancellationToken cancellationToken)
    {
        ParsedState parsed = TestState.Parse(defaultId: null);
        Dictionary<string, EmittedLibrary> built = [];
        GeneratorRun run = GeneratorRun.Of(new TGenerator(), SetupOf("", TestState, parsed, built), Files(parsed, ""));

        DiagnosticMatcher.Verify("generator and compiler", parsed.Expected, run.DriverDiagnostics.Concat(run.OutputDiagnostics.Where(Counts)));
        VerifyGeneratedSources(run);
        if (SnapshotFolder is { } folder)
        {
            Snapshots.Verify(folder, run.GeneratedSources);
        }

        return Task.CompletedTask;
    }

    private void VerifyGeneratedSources(GeneratorRun run)
    {
        if (TestState.GeneratedSources.Count == 0)
        {
            return;
        }

        List<string> problems = [];
        Dictionary<string, string> found = run.GeneratedSources.ToDictionary(source => source.HintName, source => source.Text);
        foreach ((_, string hintName, string text) in TestState.GeneratedSources)
        {
            string? difference = found.Remove(hintName, out string? generated) ? TextDifference.Describe(text, generated) : "it isn't generated";
            if (difference is not null)
            {
                problems.Add($"{hintName}: {difference}");
            }
        }

        problems.AddRange(found.Select(source => $"{source.Key}: it is generated, but the test doesn't list it:\n{source.Value}"));
        if (problems.Count != 0)
        {
            TestHost.Fail("The generated sources differ.\n" + string.Join("\n", problems));
        }
    }

    // The generator runs in the other projects too; each is built to an assembly, as it would be on a command line.
    private CompilationSetup SetupOf(string name, ProjectState project, ParsedState parsed, Dictionary<string, EmittedLibrary> built)
    {
        List<EmittedLibrary> libraries = [];
        foreach (string reference in project.AdditionalProjectReferences)
        {
            if (!built.TryGetValue(reference, out EmittedLibrary? library))
            {
                CompilationSetup setup = SetupOf(reference, TestState.AdditionalProjects[reference], parsed, built);
                library = GeneratorRun.Of(new TGenerator(), setup, Files(parsed, reference)).Emit();
                built.Add(reference, library);
            }

            libraries.Add(library);
        }

        return Setup with
        {
            AssemblyName = name.Length == 0 ? Setup.AssemblyName : name,
            Libraries = [.. Setup.Libraries, .. libraries],
            References = Setup.References.With(project.AdditionalReferences),
            AdditionalFiles = [.. Setup.AdditionalFiles, .. project.AdditionalFiles],
            AnalyzerConfigFiles = [.. Setup.AnalyzerConfigFiles, .. project.AnalyzerConfigFiles],
        };
    }

    private static SourceFile[] Files(ParsedState parsed, string name) => [.. parsed.Sources[name].Select(source => source.File)];
}
