using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FetchHive.Generators.Tests.RulePages;

/// <summary>
/// Builds an example as its reader would: with our generator, with System.Text.Json's generator (which completes a
/// <c>JsonSerializerContext</c>), and with all our analyzers.
/// </summary>
internal static class ExampleBuild
{
    private static readonly Lazy<IIncrementalGenerator> JsonGenerator = new(LoadJsonGenerator);

    /// <summary>The compiler's warnings and errors, and all diagnostics of our analyzers, in the order of the source.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> RunAsync(Example example)
    {
        CompilationSetup setup = example.Setup;
        List<IIncrementalGenerator> generators =
            [new FetchHiveGenerator(), JsonGenerator.Value, .. example.HasMvvm ? MvvmToolkit.Generators : []];
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            generators.Select(generator => generator.AsSourceGenerator()),
            parseOptions: setup.ParseOptions,
            optionsProvider: setup.ConfigOptions);
        driver = driver.RunGeneratorsAndUpdateCompilation(setup.Compile(example.File), out Compilation output,
            out ImmutableArray<Diagnostic> ofGenerators);
        foreach (GeneratorRunResult result in driver.GetRunResult().Results)
        {
            if (result.Exception is { } exception)
            {
                TestHost.Fail($"{example.Name}: {result.Generator.GetGeneratorType().Name} threw:\n{exception}");
            }
        }

        IEnumerable<Diagnostic> ofCompiler = output.GetDiagnostics(TestHost.CancellationToken)
            .Concat(ofGenerators)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        if (!example.HasAnalyzers)
        {
            return [.. ofCompiler];
        }

        ImmutableArray<Diagnostic> ours = await AnalyzerRun.FindAsync(
            output, new AnalyzerOptions(setup.AdditionalTexts, setup.ConfigOptions), Descriptors.Analyzers);
        return
        [
            .. ofCompiler.Concat(ours).OrderBy(diagnostic => diagnostic.Location.SourceSpan),
        ];
    }

    /// <summary>One diagnostic as the compiler prints it.</summary>
    public static string Print(Diagnostic diagnostic)
    {
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{place.Path}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): "
            + $"{Descriptors.Text(diagnostic.Severity)} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
    }

    /// <summary>The generator is beside the reference assemblies, in the framework's targeting pack.</summary>
    private static IIncrementalGenerator LoadJsonGenerator()
    {
        string reference = References.For(Target.Net10).All
            .Select(reference => reference.Display ?? "")
            .Single(path => Path.GetFileName(path) == "System.Text.Json.dll");
        string path = Path.GetFullPath(
            Path.Combine(Path.GetDirectoryName(reference)!, "../../analyzers/dotnet/cs/System.Text.Json.SourceGeneration.dll"));
        Type type = Assembly.LoadFrom(path).GetType("System.Text.Json.SourceGeneration.JsonSourceGenerator", throwOnError: true)!;
        return (IIncrementalGenerator)Activator.CreateInstance(type)!;
    }
}
