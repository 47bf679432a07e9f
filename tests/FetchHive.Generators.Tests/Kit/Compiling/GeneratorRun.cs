using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>One run of a generator over sources: the generated files, and the compilation with them.</summary>
internal sealed class GeneratorRun
{
    private readonly IIncrementalGenerator _generator;
    private readonly ImmutableArray<IIncrementalGenerator> _others;
    private readonly ImmutableArray<SourceFile> _files;

    private GeneratorRun(
        IIncrementalGenerator generator, CompilationSetup setup, ImmutableArray<IIncrementalGenerator> others,
        ImmutableArray<SourceFile> files)
    {
        _generator = generator;
        _others = others;
        _files = files;
        Setup = setup;
        Input = setup.Compile(files);
        Driver = CreateDriver([generator, .. others], setup).RunGeneratorsAndUpdateCompilation(Input, out Compilation output, out _);
        Output = (CSharpCompilation)output;
        Result = Driver.GetRunResult().Results[0];
    }

    /// <summary>The set-up of the compilation.</summary>
    public CompilationSetup Setup { get; }

    /// <summary>The compilation that the generator saw.</summary>
    public CSharpCompilation Input { get; }

    /// <summary>The compilation with the generated sources.</summary>
    public CSharpCompilation Output { get; }

    /// <summary>The driver after the run; step tracking is on.</summary>
    public GeneratorDriver Driver { get; }

    /// <summary>The compiler's record of the run.</summary>
    public GeneratorRunResult Result { get; }

    /// <summary>Generated texts by hint name, in the order in which they were added.</summary>
    public IReadOnlyList<(string HintName, string Text)> GeneratedSources =>
        [.. Result.GeneratedSources.Select(source => (source.HintName, source.SourceText.ToString()))];

    /// <summary>The diagnostics of the generator itself.</summary>
    public ImmutableArray<Diagnostic> DriverDiagnostics => Result.Diagnostics;

    /// <summary>The compiler's diagnostics about the sources and the generated code together, without hidden ones.</summary>
    public ImmutableArray<Diagnostic> OutputDiagnostics =>
        [.. Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden)];

    /// <summary>Runs a generator. An exception in it fails the test, because the compiler would only warn about it.</summary>
    public static GeneratorRun Of(IIncrementalGenerator generator, CompilationSetup setup, params SourceFile[] files) =>
        Of(generator, setup, others: [], files);

    /// <summary>Runs a generator beside others, whose files are only in <see cref="Output"/>.</summary>
    public static GeneratorRun Of(
        IIncrementalGenerator generator, CompilationSetup setup, ImmutableArray<IIncrementalGenerator> others, params SourceFile[] files)
    {
        GeneratorRun run = new(generator, setup, others, [.. files]);
        if (run.Result.Exception is { } exception)
        {
            TestHost.Fail($"{generator.GetType().Name} threw; it must take any source:\n{exception}");
        }

        return run;
    }

    /// <summary>Runs a generator with its default constructor over sources in the default set-up.</summary>
    public static GeneratorRun Of<TGenerator>(params SourceFile[] files)
        where TGenerator : IIncrementalGenerator, new() => Of(new TGenerator(), CompilationSetup.Default, files);

    /// <summary>The driver that runs a generator in a set-up, with step tracking on.</summary>
    public static GeneratorDriver CreateDriver(IIncrementalGenerator generator, CompilationSetup setup) => CreateDriver([generator], setup);

    private static CSharpGeneratorDriver CreateDriver(IEnumerable<IIncrementalGenerator> generators, CompilationSetup setup) =>
        CSharpGeneratorDriver.Create(
        generators.Select(generator => generator.AsSourceGenerator()),
        setup.AdditionalTexts,
        setup.ParseOptions,
        setup.ConfigOptions,
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The generated text of a hint name.</summary>
    public string Generated(string hintName)
    {
        foreach ((string name, string text) in GeneratedSources)
        {
            if (name == hintName)
            {
                return text;
            }
        }

        TestHost.Fail(
            $"No source '{hintName}' was generated; there are: {string.Join(", ", GeneratedSources.Select(source => source.HintName))}.");
        return "";
    }

    /// <summary>
    /// Fails unless sources and generated code compile without an error, and the generated code without a warning, with every warning on
    /// and documentation comments checked. Then compiles everything again at C# 9. (There, only diagnostics in generated code count,
    /// because the test's own source may be newer.)
    /// </summary>
    public GeneratorRun AssertGeneratedCodeIsClean()
    {
        AssertCompiles();
        LanguageVersion[] versions = Setup.LanguageVersion > LanguageVersion.CSharp9
            ? [Setup.LanguageVersion, LanguageVersion.CSharp9] : [Setup.LanguageVersion];
        foreach (LanguageVersion version in versions)
        {
            AssertGeneratedTreesClean(
                Of(_generator, Setup with { LanguageVersion = version, ChecksDocumentation = true }, _others, [.. _files]));
        }

        return this;
    }

    /// <summary>Fails when the sources and the generated code don't compile.</summary>
    public GeneratorRun AssertCompiles()
    {
        List<Diagnostic> errors = [.. OutputDiagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        if (errors.Count != 0)
        {
            TestHost.Fail("The sources and the generated code don't compile together:\n" + DiagnosticText.List(errors));
        }

        return this;
    }

    /// <summary>Emits the result as an assembly. Compile errors fail the test.</summary>
    public EmittedLibrary Emit() => EmittedLibrary.Emit(Output);

    /// <summary>Emits the result and loads it, together with the set-up's <see cref="CompilationSetup.Libraries"/>. Dispose it to
    /// unload.</summary>
    public LoadedAssembly Load() => LoadedAssembly.Load(Emit(), Setup.Libraries);

    private static void AssertGeneratedTreesClean(GeneratorRun run)
    {
        HashSet<SyntaxTree> generated = [.. run.Output.SyntaxTrees.Except(run.Input.SyntaxTrees)];
        List<Diagnostic> found = [.. run.OutputDiagnostics.Where(diagnostic =>
            diagnostic.Location.SourceTree is { } tree && generated.Contains(tree) && diagnostic.Severity >= DiagnosticSeverity.Warning)];
        if (found.Count != 0)
        {
            TestHost.Fail(
                $"The generated code isn't clean ({run.Setup.Target.Moniker()}, C# {run.Setup.LanguageVersion.ToDisplayString()}):\n"
                    + DiagnosticText.List(found));
        }
    }
}
