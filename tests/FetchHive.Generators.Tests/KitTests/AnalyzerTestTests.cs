using System;
using System.Collections.Immutable;
using System.Threading.Tasks;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit.Sdk;
using Verify = FetchHive.Generators.Tests.Kit.AnalyzerVerifier<FetchHive.Generators.Tests.KitTests.CapitalAnalyzer>;

namespace FetchHive.Generators.Tests.KitTests;

public class AnalyzerTestTests
{
    [Theory]
    [InlineData("class A { } class [|b|] { }")]
    [InlineData("class {|KT1001:a|} { } class {|KT1001:b|} { }")]
    [InlineData("class A { }")]
    public Task Marked_diagnostics_are_found(string source) => Verify.VerifyAnalyzerAsync(source);

    [Theory]
    [InlineData("class [|A|] { }", "Expected, not found:\n/0/Test0.cs(1,7,1,8): any severity KT1001")]
    [InlineData("class a { }", "Found, not expected:\n/0/Test0.cs(1,7): warning KT1001: Rename 'a' to 'A'\n    class a { }")]
    [InlineData("[|class a|] { }", "(1,1,1,8)")]
    [InlineData("class {|KT1002:a|} { }", "KT1002")]
    [InlineData("class A : Missing { }", "CS0246")]
    public async Task Missing_unexpected_and_misplaced_diagnostics_fail_the_test(string source, string message)
    {
        FailException failure = await Assert.ThrowsAsync<FailException>(() => Verify.VerifyAnalyzerAsync(source));

        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Places_messages_arguments_and_severities_can_be_stated()
    {
        const string Source = "class {|#0:a|} { }";

        await Verify.VerifyAnalyzerAsync(Source, Verify.Diagnostic().WithLocation(0));
        await Verify.VerifyAnalyzerAsync(Source, Verify.Diagnostic("KT1001").WithLocation(0).WithArguments("a", "A"));
        await Verify.VerifyAnalyzerAsync(Source, Verify.Diagnostic().WithLocation(1, 7).WithMessage("Rename 'a' to 'A'"));
        await Verify.VerifyAnalyzerAsync(Source, Verify.Diagnostic(CapitalAnalyzer.Rule).WithSpan(1, 7, 1, 8));
    }

    public static TheoryData<string> WrongResults => ["place", "end", "no place", "message", "arguments", "severity", "further places", "file"];

    [Theory]
    [MemberData(nameof(WrongResults))]
    public async Task What_is_stated_wrongly_fails_the_test(string what)
    {
        DiagnosticResult right = Verify.Diagnostic().WithLocation(0);
        DiagnosticResult wrong = what switch
        {
            "place" => Verify.Diagnostic().WithLocation(1, 8),
            "end" => Verify.Diagnostic().WithSpan(1, 7, 1, 9),
            "no place" => Verify.Diagnostic(),
            "message" => right.WithMessage("Rename 'a'"),
            "arguments" => right.WithArguments("a", "B"),
            "severity" => right.WithSeverity(DiagnosticSeverity.Error),
            "further places" => right.WithLocation(0),
            _ => Verify.Diagnostic().WithLocation("/0/Test1.cs", 1, 7),
        };

        await Assert.ThrowsAsync<FailException>(() => Verify.VerifyAnalyzerAsync("class {|#0:a|} { }", wrong));
    }

    [Fact]
    public async Task A_place_that_is_not_marked_is_an_error() =>
        await Assert.ThrowsAsync<FormatException>(() => Verify.VerifyAnalyzerAsync("class a { }", Verify.Diagnostic().WithLocation(0)));

    [Fact]
    public async Task Brackets_are_refused_where_they_could_mean_several_rules() =>
        await Assert.ThrowsAsync<FormatException>(() => AnalyzerVerifier<TwoRules>.VerifyAnalyzerAsync("class [|a|] { }"));

    [Fact]
    public async Task Compiler_errors_can_be_expected_or_left_aside()
    {
        await Verify.VerifyAnalyzerAsync("class A : {|CS0246:Missing|} { }");
        await Verify.VerifyAnalyzerAsync("class A : {|#0:Missing|} { }", DiagnosticResult.CompilerError("CS0246").WithLocation(0).WithArguments("Missing"));
        await new Verify.Test { TestCode = "class A : Missing { }", CompilerDiagnostics = CompilerDiagnostics.None }.RunAsync();
        await new Verify.Test { TestCode = "class A : Missing { }", DisabledDiagnostics = { "CS0246" } }.RunAsync();
        await new Verify.Test { TestCode = "class A { void M() { int {|CS0168:i|}; } }", CompilerDiagnostics = CompilerDiagnostics.Warnings }.RunAsync();
    }

    [Fact]
    public async Task Editorconfig_gives_options_by_path()
    {
        Verify.Test test = new()
        {
            TestState =
            {
                Sources = { ("/src/one.cs", "class a { }"), ("/src/two.cs", "class [|a1|] { }"), ("/old/one.cs", "class [|b|] { }") },
                AnalyzerConfigFiles = { ("/src/.editorconfig", "[one.cs]\nkit_allowed_name = a\n") },
            },
        };

        await test.RunAsync();
    }

    [Theory]
    [InlineData("none", null)]
    [InlineData("error", DiagnosticSeverity.Error)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    public async Task Editorconfig_sets_severities(string severity, DiagnosticSeverity? expected)
    {
        Verify.Test test = new()
        {
            TestCode = "class {|#0:a|} { }",
            TestState = { AnalyzerConfigFiles = { ("/.editorconfig", $"root = true\n[*.cs]\ndotnet_diagnostic.KT1001.severity = {severity}\n") } },
        };
        if (expected is { } value)
        {
            test.ExpectedDiagnostics.Add(Verify.Diagnostic().WithLocation(0).WithSeverity(value));
        }

        await test.RunAsync();
    }

    [Fact]
    public async Task Generators_run_first()
    {
        await new Verify.Test
        {
            TestCode = "[System.Obsolete] partial class [|greeter|] { string Text => Greet(null); }",
            SourceGenerators = { new GreeterGenerator() },
        }.RunAsync();
        FailException failure = await Assert.ThrowsAsync<FailException>(() => new Verify.Test
        {
            TestCode = "class A { }",
            SourceGenerators = { new ThrowingGenerator() },
        }.RunAsync());
        Assert.Contains("ThrowingGenerator threw", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_projects_are_analyzed_with_it()
    {
        Verify.Test test = new()
        {
            TestState =
            {
                Sources = { "class C : Lib.Base { }" },
                AdditionalProjects = { ["Lib"] = new ProjectState { Sources = { "namespace Lib; public class Base { } class [|low|] { }" } } },
                AdditionalProjectReferences = { "Lib" },
            },
        };

        await test.RunAsync();

        test.TestState.AdditionalProjectReferences.Clear();
        await Assert.ThrowsAsync<FailException>(() => test.RunAsync());
    }

    [Fact]
    public async Task The_set_up_decides_what_compiles()
    {
        const string Source = "class A { System.DateOnly Day { get; set; } }";

        await new Verify.Test { TestCode = Source, Setup = CompilationSetup.Default with { Target = Target.Net8 } }.RunAsync();
        await Assert.ThrowsAsync<FailException>(() =>
            new Verify.Test { TestCode = Source, Setup = CompilationSetup.Default with { Target = Target.NetStandard20 } }.RunAsync());
    }

    [Fact]
    public async Task An_analyzer_that_throws_fails_the_test()
    {
        FailException failure = await Assert.ThrowsAsync<FailException>(() => AnalyzerVerifier<Throwing>.VerifyAnalyzerAsync("class A { }"));

        Assert.Contains("Throwing threw", failure.Message, StringComparison.Ordinal);
        Assert.Contains("on purpose", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_analyzer_that_pragma_cannot_silence_fails_the_test()
    {
        FailException failure = await Assert.ThrowsAsync<FailException>(() => AnalyzerVerifier<WithoutTree>.VerifyAnalyzerAsync("class [|a|] { }"));
        Assert.Contains("#pragma", failure.Message, StringComparison.Ordinal);

        await new AnalyzerVerifier<WithoutTree>.Test
        {
            TestCode = "class {|#0:a|} { }",
            TestBehaviors = TestBehaviors.SkipSuppressionCheck,
            ExpectedDiagnostics = { AnalyzerVerifier<WithoutTree>.Diagnostic().WithLocation(0) },
        }.RunAsync();
    }

    private sealed class ThrowingGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
            context.CompilationProvider, static (_, _) => throw new InvalidOperationException("on purpose"));
    }

    private abstract class OnEachType(params DiagnosticDescriptor[] rules) : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [.. rules];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
        }

        protected static DiagnosticDescriptor Rule(string id) => new(id, "t", "m", "Kit", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        protected abstract void Analyze(SymbolAnalysisContext context);
    }

    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class Throwing() : OnEachType(Rule("KT2001"))
    {
        protected override void Analyze(SymbolAnalysisContext context) => throw new InvalidOperationException("on purpose");
    }

    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class TwoRules() : OnEachType(Rule("KT2001"), Rule("KT2002"))
    {
        protected override void Analyze(SymbolAnalysisContext context)
        {
        }
    }

    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class WithoutTree() : OnEachType(Rule("KT2001"))
    {
        protected override void Analyze(SymbolAnalysisContext context)
        {
            Location place = context.Symbol.Locations[0];
            context.ReportDiagnostic(Diagnostic.Create(
                SupportedDiagnostics[0], Location.Create(place.SourceTree!.FilePath, place.SourceSpan, place.GetLineSpan().Span)));
        }
    }
}
