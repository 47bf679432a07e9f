using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>Makes a workspace solution, as an editor holds one, out of a test's state.</summary>
internal static class TestSolution
{
    private static readonly Lazy<MefHostServices> Host = new(() => MefHostServices.Create(MefHostServices.DefaultAssemblies));

    /// <summary>The solution of a state. Its first project is the one under test.</summary>
    /// <param name="setup">How each project is compiled.</param>
    /// <param name="state">What the projects are made of.</param>
    /// <param name="sources">The projects' files, marks taken out.</param>
    /// <param name="generators">Generators that run in each project.</param>
    public static Solution Create(CompilationSetup setup, SolutionState state, ParsedState sources, IEnumerable<IIncrementalGenerator> generators)
    {
        AdhocWorkspace workspace = new(Host.Value);
        Solution solution = workspace.CurrentSolution.WithOptions(
            workspace.Options.WithChangedOption(FormattingOptions.NewLine, LanguageNames.CSharp, "\n"));

        List<(string Name, string AssemblyName, ProjectState State)> projects = [("", setup.AssemblyName, state)];
        projects.AddRange(state.AdditionalProjects.Select(project => (project.Key, project.Key, project.Value)));
        Dictionary<string, ProjectId> ids = projects.ToDictionary(project => project.Name, project => ProjectId.CreateNewId(project.AssemblyName));
        ImmutableArray<AnalyzerReference> analyzers = generators.Any() ? [new GeneratorReference([.. generators])] : [];

        foreach ((string name, string assemblyName, ProjectState project) in projects)
        {
            solution = solution.AddProject(ProjectInfo.Create(
                ids[name],
                VersionStamp.Create(),
                assemblyName,
                assemblyName,
                LanguageNames.CSharp,
                filePath: $"/{assemblyName}.csproj",
                // The workspace makes its own out of the analyzer config documents.
                compilationOptions: setup.CompilationOptions.WithSyntaxTreeOptionsProvider(null),
                parseOptions: setup.ParseOptions,
                metadataReferences: setup.References.All.Concat(setup.Libraries.Select(library => library.Reference)).Concat(project.AdditionalReferences),
                analyzerReferences: analyzers));
            solution = AddDocuments(solution, ids[name], setup, project, sources.Sources[name]);
        }

        foreach ((string name, _, ProjectState project) in projects)
        {
            foreach (string reference in project.AdditionalProjectReferences)
            {
                solution = solution.AddProjectReference(ids[name], new ProjectReference(ids[reference]));
            }
        }

        return solution;
    }

    /// <summary>The solution of one project with these files, and no generators.</summary>
    public static Solution Create(CompilationSetup setup, IEnumerable<SourceFile> files)
    {
        SolutionState state = new();
        ParsedState sources = new(new Dictionary<string, ImmutableArray<MarkedSource>> { [""] = [.. files.Select(file => new MarkedSource(file.Path, file.Text, [], []))] }, []);
        return Create(setup, state, sources, []);
    }

    private static Solution AddDocuments(Solution solution, ProjectId id, CompilationSetup setup, ProjectState project, ImmutableArray<MarkedSource> sources)
    {
        foreach (MarkedSource source in sources)
        {
            solution = solution.AddDocument(NewId(source.Path), Path.GetFileName(source.Path), Text(source.Text), filePath: source.Path);
        }

        foreach (SourceFile file in setup.AdditionalFiles.Concat(project.AdditionalFiles))
        {
            solution = solution.AddAdditionalDocument(NewId(file.Path), Path.GetFileName(file.Path), Text(file.Text), filePath: file.Path);
        }

        foreach (SourceFile file in setup.AnalyzerConfigFiles.Concat(project.AnalyzerConfigFiles))
        {
            solution = solution.AddAnalyzerConfigDocument(NewId(file.Path), Path.GetFileName(file.Path), Text(file.Text), filePath: file.Path);
        }

        return solution;

        DocumentId NewId(string path) => DocumentId.CreateNewId(id, path);
    }

    private static SourceText Text(string text) => SourceText.From(text, Encoding.UTF8);

    private sealed class GeneratorReference(ImmutableArray<IIncrementalGenerator> generators) : AnalyzerReference
    {
        private readonly ImmutableArray<ISourceGenerator> _generators = [.. generators.Select(generator => generator.AsSourceGenerator())];

        public override string? FullPath => null;

        public override object Id => this;

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

        public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;

        public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => _generators;
    }
}
