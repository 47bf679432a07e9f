using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using FetchHive.Generators.CodeFixes;
using FetchHive.Generators.Tests.Kit;
using FetchHive.Generators.Tests.RulePages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.Tests.Robustness;

/// <summary>
/// Runs the generator, all analyzers, and the fixes for their diagnostics on one damaged variant of a source after the other, as an editor
/// does after each key. The generator's driver keeps its state from the previous variant. All three share one compilation of each variant.
/// </summary>
internal sealed class Survivor
{
    private static readonly ImmutableArray<DeploymentCodeFix> Fixes =
    [
        .. typeof(DeploymentCodeFix).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(DeploymentCodeFix).IsAssignableFrom(type))
            .Select(type => (DeploymentCodeFix)Activator.CreateInstance(type)!),
    ];

    private readonly Solution _solution;
    private readonly DocumentId _damaged;
    private GeneratorDriver _driver;

    public Survivor(FuzzSource source)
    {
        CompilationSetup setup = CompilationSetup.Default with
        {
            OutputKind = source.Others.IsEmpty
            ? OutputKind.DynamicallyLinkedLibrary : OutputKind.ConsoleApplication
        };
        _solution = EditorSolution.Create(setup, [("/0/Source.cs", source.Text), .. source.Others]);
        _damaged = _solution.Projects.Single().DocumentIds[0];
        _driver = CSharpGeneratorDriver.Create([new FetchHiveGenerator().AsSourceGenerator()], parseOptions: setup.ParseOptions);
    }

    /// <summary>The number of fixes that were made.</summary>
    public int FixesMade { get; private set; }

    /// <summary>Fails the test and shows the source when something throws or reports nonsense.</summary>
    public async Task TryAsync(Mutation mutation)
    {
        Document document = _solution.WithDocumentText(_damaged, SourceText.From(mutation.Text, Encoding.UTF8)).GetDocument(_damaged)!;
        Compilation compilation = (await document.Project.GetCompilationAsync(TestHost.CancellationToken))!;
        _driver = _driver.RunGenerators(compilation, TestHost.CancellationToken);
        if (_driver.GetRunResult().Results[0].Exception is { } exception)
        {
            TestHost.Fail($"The generator threw ({mutation.Name}); it must take any source:\n"
                    + $"{mutation.Text}\n{exception}");
        }

        SyntaxTree tree = (await document.GetSyntaxTreeAsync(TestHost.CancellationToken))!;
        ImmutableArray<Diagnostic> found = await AnalyzeAsync(compilation, tree, mutation);
        if (Nonsense.In(found) is { } nonsense)
        {
            TestHost.Fail($"{nonsense} ({mutation.Name}):\n{DiagnosticText.List(found)}\n{mutation.Text}");
        }

        foreach (Diagnostic diagnostic in found)
        {
            await FixAsync(document, diagnostic, mutation);
        }
    }

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation, SyntaxTree tree, Mutation mutation)
    {
        ConcurrentQueue<string> exceptions = new();
        CompilationWithAnalyzers analyzed = compilation.WithAnalyzers(Descriptors.Analyzers, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            (exception, analyzer,
                _) => exceptions.Enqueue(
                $"{analyzer.GetType().Name} threw ({mutation.Name}); it must take any source:\n{mutation.Text}\n{exception}"),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false));

        // With other files in the project, analyzes only the damaged one, as an editor does for the open file.
        bool isAlone = compilation.SyntaxTrees.Count() == 1;
        ImmutableArray<Diagnostic> found = isAlone
            ? await analyzed.GetAnalyzerDiagnosticsAsync(TestHost.CancellationToken)
            : await analyzed.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), filterSpan: null,
            TestHost.CancellationToken);
        if (exceptions.TryPeek(out string? first))
        {
            TestHost.Fail(first);
        }

        return found;
    }

    /// <summary>Finds each fix and makes it, without the later steps of an editor (formatting, using directives), which aren't our
    /// code.</summary>
    private async Task FixAsync(Document document, Diagnostic diagnostic, Mutation mutation)
    {
        if (document.Project.Solution.GetDocument(diagnostic.Location.SourceTree) is not { } place)
        {
            return;
        }

        foreach (DeploymentCodeFix fix in Fixes)
        {
            if (!fix.FixableDiagnosticIds.Contains(diagnostic.Id))
            {
                continue;
            }

            try
            {
                List<CodeAction> actions = [];
                await fix.RegisterCodeFixesAsync(
                    new CodeFixContext(place, diagnostic, (action, _) => actions.Add(action), TestHost.CancellationToken));
                foreach (CodeAction action in actions)
                {
                    ApplyChangesOperation change =
                        (await action.GetPreviewOperationsAsync(TestHost.CancellationToken)).OfType<ApplyChangesOperation>().Single();
                    _ = await change.ChangedSolution.GetDocument(place.Id)!.GetTextAsync(TestHost.CancellationToken);
                    FixesMade++;
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                TestHost.Fail(
                    $"{fix.GetType().Name} threw for {diagnostic.Id} ({mutation.Name}); it must take any source:\n"
                    + $"{mutation.Text}\n{exception}");
            }
        }
    }
}
