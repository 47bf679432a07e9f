using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>The settings of all our tests that use Microsoft's testing packages: references from this machine, and no list of generated
/// files.</summary>
internal static class TestProject
{
    // A target framework without a package. The references come from the set-up, so no test downloads anything.
    private static readonly ReferenceAssemblies NoDownload = new("net10.0");

    public static void Prepare(AnalyzerTest<DefaultVerifier> test)
    {
        test.ReferenceAssemblies = NoDownload;
        // Raw interpolated strings begin with dollar signs, which would otherwise be position markers.
        test.MarkupOptions = MarkupOptions.TreatPositionIndicatorsAsCode;
        test.TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck;
    }

    public static void AddSetup(AnalyzerTest<DefaultVerifier> test, CompilationSetup setup)
    {
        test.TestState.DocumentationMode ??= setup.ParseOptions.DocumentationMode;
        foreach (SourceFile file in setup.AnalyzerConfigFiles)
        {
            test.TestState.AnalyzerConfigFiles.Add((file.Path, file.Text));
        }

        foreach (SourceFile file in setup.AdditionalFiles)
        {
            test.TestState.AdditionalFiles.Add((file.Path, file.Text));
        }

        IEnumerable<MetadataReference> references = setup.References.All.Concat(setup.Libraries.Select(library => library.Reference));
        test.SolutionTransforms.Add((solution, _) =>
        {
            foreach (ProjectId project in solution.ProjectIds)
            {
                solution = solution.WithProjectMetadataReferences(project,
                    [.. solution.GetProject(project)!.MetadataReferences.Union(references)]);
            }

            return solution;
        });
    }

    /// <summary>Adds files without a path.</summary>
    public static void AddAll(this SourceFileList sources, params IEnumerable<string> files)
    {
        foreach (string file in files)
        {
            sources.Add(file);
        }
    }

    /// <summary>Changes the text of the first file.</summary>
    public static void ChangeFirst(this SourceFileList sources, Func<string, string> change)
    {
        (string name, SourceText text) = sources[0];
        sources[0] = (name, SourceText.From(change(text.ToString()), text.Encoding));
    }
}
