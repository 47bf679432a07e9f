using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>A solution as in an editor, for tests that type into it.</summary>
internal static class EditorSolution
{
    private static readonly Lazy<MefHostServices> Host = new(() => MefHostServices.Create(MefHostServices.DefaultAssemblies));

    /// <summary>One project with these files, and the set-up's additional files.</summary>
    public static Solution Create(CompilationSetup setup, params IEnumerable<SourceFile> files)
    {
        ProjectId project = ProjectId.CreateNewId(setup.AssemblyName);
        Solution solution = new AdhocWorkspace(Host.Value).CurrentSolution.AddProject(ProjectInfo.Create(
            project,
            VersionStamp.Create(),
            setup.AssemblyName,
            setup.AssemblyName,
            LanguageNames.CSharp,
            filePath: $"/{setup.AssemblyName}.csproj",
            // The workspace makes its own provider from the analyzer config documents.
            compilationOptions: setup.CompilationOptions.WithSyntaxTreeOptionsProvider(null),
            parseOptions: setup.ParseOptions,
            metadataReferences: setup.References.All.Concat(setup.Libraries.Select(library => library.Reference))));
        foreach (SourceFile file in SourceFile.WithPaths(files))
        {
            SourceText text = SourceText.From(file.Text, Encoding.UTF8);
            solution =
                solution.AddDocument(DocumentId.CreateNewId(project, file.Path), Path.GetFileName(file.Path), text, filePath: file.Path);
        }

        foreach (SourceFile file in setup.AdditionalFiles)
        {
            solution = solution.AddAdditionalDocument(
                DocumentId.CreateNewId(project, file.Path), Path.GetFileName(file.Path), SourceText.From(file.Text, Encoding.UTF8),
                filePath: file.Path);
        }

        return solution;
    }
}
