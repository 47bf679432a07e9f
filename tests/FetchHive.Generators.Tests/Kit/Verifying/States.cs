using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>What one project of a test is made of.</summary>
internal class ProjectState
{
    /// <summary>The files. Those of the project under test may be marked: see <see cref="MarkupParser"/>.</summary>
    public List<SourceFile> Sources { get; } = [];

    /// <summary>Additional files.</summary>
    public List<SourceFile> AdditionalFiles { get; } = [];

    /// <summary><c>.editorconfig</c> and <c>.globalconfig</c> files, by absolute path: <c>/.editorconfig</c> covers all files.</summary>
    public List<SourceFile> AnalyzerConfigFiles { get; } = [];

    /// <summary>References beyond the set-up's.</summary>
    public List<MetadataReference> AdditionalReferences { get; } = [];

    /// <summary>The names of the <see cref="SolutionState.AdditionalProjects"/> that this one references.</summary>
    public List<string> AdditionalProjectReferences { get; } = [];
}

/// <summary>What a test starts from, or ends with: the project under test, others, and the diagnostics expected.</summary>
internal sealed class SolutionState : ProjectState
{
    /// <summary>Other projects by name; they are referenced only where a project says so.</summary>
    public Dictionary<string, ProjectState> AdditionalProjects { get; } = [];

    /// <summary>Diagnostics expected besides those marked in the sources.</summary>
    public List<DiagnosticResult> ExpectedDiagnostics { get; } = [];

    /// <summary>Sources that a generator test expects; when there is one, all have to be listed.</summary>
    public List<(Type GeneratorType, string HintName, string Text)> GeneratedSources { get; } = [];

    /// <summary>Takes the marks out of the sources, of all projects.</summary>
    /// <param name="defaultId">The rule that <c>[|…|]</c> stands for, or null where there isn't just one.</param>
    public ParsedState Parse(string? defaultId)
    {
        Dictionary<string, ImmutableArray<MarkedSource>> projects = new(StringComparer.Ordinal)
        {
            [""] = MarkupParser.ParseAll(SourceFile.WithPaths(Sources)),
        };
        foreach ((string name, ProjectState project) in AdditionalProjects)
        {
            projects[name] = MarkupParser.ParseAll(project.Sources.Select((file, index) => file.Path == "/0/Test0.cs" ? file with { Path = $"/{name}/Test{index}.cs" } : file));
        }

        List<MarkedSpan> spans = [.. projects.Values.SelectMany(files => files).SelectMany(file => file.Spans)];
        ImmutableArray<DiagnosticResult> expected =
        [
            .. spans.Where(span => span.Number is null).Select(span => DiagnosticResult.At(
                span.Label ?? defaultId ?? throw new FormatException($"{span.Path}: [|…|] stands for the one rule of one analyzer, and here there are others: write {{|ID:…|}}."),
                span)),
            .. ExpectedDiagnostics.Select(result => result.Resolve(spans)),
        ];
        return new ParsedState(projects, expected);
    }
}

/// <summary>A state after its marks were taken out.</summary>
/// <param name="Sources">The files of each project, by the project's name; the one under test is <c>""</c>.</param>
/// <param name="Expected">The diagnostics expected, locations resolved.</param>
internal sealed record ParsedState(IReadOnlyDictionary<string, ImmutableArray<MarkedSource>> Sources, ImmutableArray<DiagnosticResult> Expected);
