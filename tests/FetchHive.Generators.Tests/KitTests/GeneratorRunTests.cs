using System;
using System.Threading.Tasks;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Sdk;

namespace FetchHive.Generators.Tests.KitTests;

public class GeneratorRunTests
{
    private const string Greeter = "[System.Obsolete] partial class Greeter { }";

    [Fact]
    public void Gives_the_generated_sources()
    {
        GeneratorRun run = GeneratorRun.Of<GreeterGenerator>(Greeter);

        Assert.Equal(["Greeter.g.cs", "All.g.cs"], [run.GeneratedSources[0].HintName, run.GeneratedSources[1].HintName]);
        Assert.Contains("class Greeter", run.Generated("Greeter.g.cs"), StringComparison.Ordinal);
        Assert.Empty(run.OutputDiagnostics);
        FailException failure = Assert.Throws<FailException>(() => run.Generated("Other.g.cs"));
        Assert.Contains("Greeter.g.cs", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Target.Net10)]
    [InlineData(Target.Net8)]
    [InlineData(Target.NetStandard20)]
    public void Generated_code_can_be_loaded_and_called(Target target)
    {
        GeneratorRun run = GeneratorRun.Of(new GreeterGenerator(), CompilationSetup.Default with { Target = target }, Greeter);

        using LoadedAssembly loaded = run.AssertGeneratedCodeIsClean().Load();

        Assert.Equal("Hello, Ada", loaded.Invoke("Greeter", "Greet", "Ada"));
    }

    [Fact]
    public async Task Another_project_of_the_test_is_loaded_with_it()
    {
        EmittedLibrary library = EmittedLibrary.Build(
            CompilationSetup.Default with { AssemblyName = "Words" },
            "public static class Words { public static string Polite => \"please\"; }");
        GeneratorRun run = GeneratorRun.Of(
            new GreeterGenerator(),
            CompilationSetup.Default with { Libraries = [library] },
            "static class Test { static async System.Threading.Tasks.Task<string> Run() { await System.Threading.Tasks.Task.Yield(); return Words.Polite; } }");

        using LoadedAssembly loaded = run.Load();

        Assert.Equal("please", await loaded.InvokeAsync<string>("Test", "Run"));
    }

    [Fact]
    public void An_exception_of_called_code_comes_out_as_it_was_thrown()
    {
        GeneratorRun run = GeneratorRun.Of<GreeterGenerator>("static class Test { static void Run() => throw new System.TimeoutException(\"late\"); }");
        using LoadedAssembly loaded = run.Load();

        Assert.Throws<TimeoutException>(() => loaded.Invoke("Test", "Run"));
    }

    [Fact]
    public void Options_reach_the_generator()
    {
        GeneratorRun run = GeneratorRun.Of(
            new GreeterGenerator(),
            CompilationSetup.Default with { AnalyzerConfigFiles = [("/.globalconfig", "is_global = true\nbuild_property.Greeting = Good day\n")] },
            Greeter);

        Assert.Contains("Good day, ", run.Generated("Greeter.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_generator_that_throws_fails_the_test()
    {
        FailException failure = Assert.Throws<FailException>(() => GeneratorRun.Of<ThrowingGenerator>("class A { }"));

        Assert.Contains("on purpose", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    // An error; a warning; a nullable warning; a warning that only the newest warning level has; syntax newer than C# 9.
    [InlineData("class G { int }", "CS1519")]
    [InlineData("class G { void M() { int unused; } }", "CS0168")]
    [InlineData("#nullable enable\nclass G { string M() => null; }", "CS8603")]
    [InlineData("class g { }", "CS8981")]
    [InlineData("namespace N; class G { }", "CS8773")]
    public void Generated_code_that_is_not_clean_fails_the_test(string generated, string id)
    {
        GeneratorRun run = GeneratorRun.Of(new TextGenerator(generated), CompilationSetup.Default, "class A { }");

        FailException failure = Assert.Throws<FailException>(run.AssertGeneratedCodeIsClean);

        Assert.Contains(id, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_newer_language_version_in_the_tests_own_source_is_no_fault_of_the_generated_code()
    {
        GeneratorRun run = GeneratorRun.Of<GreeterGenerator>("[System.Obsolete] partial class Greeter(int number) { public int Number => number; }");

        run.AssertGeneratedCodeIsClean();
        Assert.Equal(LanguageVersion.CSharp12, run.Setup.LanguageVersion);
    }

    [Fact]
    public void A_source_that_does_not_compile_cannot_be_loaded()
    {
        GeneratorRun run = GeneratorRun.Of<GreeterGenerator>("class A : Missing { }");

        FailException failure = Assert.Throws<FailException>(run.Load);
        Assert.Contains("CS0246", failure.Message, StringComparison.Ordinal);
        Assert.Throws<FailException>(run.AssertCompiles);
    }

    [Fact]
    public void A_loaded_assembly_can_be_unloaded()
    {
        WeakReference assembly = LoadAndDrop();

        for (int attempt = 0; assembly.IsAlive && attempt < 20; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(assembly.IsAlive);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference LoadAndDrop()
    {
        using LoadedAssembly loaded = GeneratorRun.Of<GreeterGenerator>(Greeter).Load();
        return new WeakReference(loaded.Assembly);
    }

    private sealed class ThrowingGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
            context.CompilationProvider, static (_, _) => throw new InvalidOperationException("on purpose"));
    }

    private sealed class TextGenerator(string text) : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterPostInitializationOutput(output => output.AddSource("G.g.cs", text));
    }
}
