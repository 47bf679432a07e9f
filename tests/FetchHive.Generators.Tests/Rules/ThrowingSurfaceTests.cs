using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using FetchHive.Generators.Analyzers;
using FetchHive.Generators.Rules;
using FetchHive.Generators.Tests.Kit;
using FetchHive.Generators.Tests.Surface;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Verify = FetchHive.Generators.Tests.Kit.AnalyzerVerifier<FetchHive.Generators.Analyzers.DeploymentAnalyzer>;

namespace FetchHive.Generators.Tests.Rules;

public class ThrowingSurfaceTests
{
    // These need another assembly or another set-up. Each has its own test below.
    private static readonly string[] CasesOfTheirOwn = ["FH1012", "FH1014", "FH1017", "FH1020", "FH2009", "FH4005"];

    public static TheoryData<string> Names => [.. RuleCases.All.Keys];

    public static TheoryData<string> CorrectNames => [.. RuleCases.Correct.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task One_mistake_is_one_message_at_its_token_and_calls_still_compile(string name)
    {
        Verify.Test test = new() { TestCode = RuleCases.Usings + RuleCases.All[name] };
        test.SourceGenerators.Add(typeof(FetchHiveGenerator));

        await test.RunAsync();
    }

    [Theory]
    [MemberData(nameof(CorrectNames))]
    public async Task Correct_code_gives_no_diagnostics(string name)
    {
        Verify.Test test =
            new() { TestCode = RuleCases.Usings + RuleCases.Correct[name], CompilerDiagnostics = CompilerDiagnostics.Warnings };
        test.SourceGenerators.Add(typeof(FetchHiveGenerator));

        await test.RunAsync();
    }

    [Fact]
    public void Each_error_rule_has_a_case()
    {
        IEnumerable<string> errors = AllRules.OfDeclarations.Where(rule => rule.DefaultSeverity == DiagnosticSeverity.Error)
            .Select(rule => rule.Id);
        IEnumerable<string> covered = RuleCases.All.Keys.Select(name => name[.."FH0000".Length]).Concat(CasesOfTheirOwn);

        Assert.Empty(errors.Except(covered));
    }

    [Theory]
    [InlineData(Target.Net10, LanguageVersion.CSharp8, "IBrief.Create(client)", "8.0")]
    [InlineData(Target.NetStandard20, LanguageVersion.CSharp8, "client.CreateBrief()", "8.0")]
    [InlineData(Target.NetStandard20, LanguageVersion.CSharp7_3, "client.CreateBrief()", "7.3")]
    public async Task A_language_that_is_too_old_is_one_message(Target target, LanguageVersion version, string create, string shown)
    {
        Verify.Test test = new()
        {
            TestCode = $$"""
                using System.Threading;
                using System.Threading.Tasks;
                using FetchHive;

                namespace Acme
                {
                    [FetchHiveDeployment("brief", "production")]
                    public partial interface {|#0:IBrief|}
                    {
                        Task<string> RunAsync(string topic, CancellationToken cancellationToken = default);
                    }

                    public static class Use
                    {
                        public static IBrief Direct(FetchHiveClient client) => {{create}};
                        public static FetchHiveBuilder Registered(FetchHiveBuilder builder) => builder.AddBrief();
                    }
                }
                """,
            Setup = CompilationSetup.Default with { Target = target, LanguageVersion = version, Nullable = NullableContextOptions.Disable },
            ExpectedDiagnostics = { Verify.Diagnostic("FH1012").WithLocation(0).WithArguments("IBrief", shown) },
        };
        test.SourceGenerators.Add(typeof(FetchHiveGenerator));

        await test.RunAsync();
    }

    [Fact]
    public async Task An_inaccessible_member_of_another_assembly_is_one_message()
    {
        Verify.Test test = new()
        {
            TestCode = RuleCases.Usings + """
                [FetchHiveDeployment("brief", "production")]
                public partial interface {|FH1014:IBrief|} : Lib.IRuns { Task<string> RunAsync(CancellationToken cancellationToken = default); }

                """ + RuleCases.Use,
            TestState =
            {
                AdditionalProjectReferences = { "Lib" },
                AdditionalProjects =
                {
                    ["Lib"] = { Sources =
                        { "namespace Lib { public interface IRuns { internal System.Threading.Tasks.Task<string> HiddenAsync(); } }" } },
                },
            },
        };
        test.SourceGenerators.Add(typeof(FetchHiveGenerator));

        await test.RunAsync();
    }

    [Theory]
    [InlineData("Task<string> RunAsync({|FH2009:Odd|} odd, CancellationToken cancellationToken = default);")]
    [InlineData("{|FH4005:Task<Odd>|} RunAsync(CancellationToken cancellationToken = default);")]
    public async Task A_context_that_does_not_know_the_type_is_one_message(string method)
    {
        Verify.Test test = new()
        {
            TestCode = RuleCases.Usings + $$"""
                [FetchHiveDeployment("brief", "production", JsonContext = typeof(Context))]
                public partial interface IBrief { {{method}} }
                {{RuleCases.Use}}
                [JsonPolymorphic] public record Odd(string Name);
                [JsonSerializable(typeof(string))] public class Context : JsonSerializerContext
                {
                    public Context() : base(null) { }
                    public static Context Default => throw new NotSupportedException();
                    protected override JsonSerializerOptions? GeneratedSerializerOptions => null;
                    public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null;
                }
                """,
        };
        test.SourceGenerators.Add(typeof(FetchHiveGenerator));

        await test.RunAsync();
    }

    [Theory]
    [InlineData("FH1010", DiagnosticSeverity.Info, "Task<string> {|#0:RunAsync|}(string topic);")]
    [InlineData("FH2007", DiagnosticSeverity.Warning, "Task<string> RunAsync({|#0:byte[]|} topic, CancellationToken token);")]
    [InlineData("FH2011", DiagnosticSeverity.Warning, "Task<string> RunAsync({|#0:Empty|} topic, CancellationToken token);")]
    [InlineData("FH2012", DiagnosticSeverity.Warning,
        "Task<string> RunAsync(Dictionary<string, int> {|#0:inputs|}, CancellationToken token);")]
    [InlineData("FH3007", DiagnosticSeverity.Warning,
        "Task<string> RunAsync(Dictionary<string, MetadataValue> {|#0:labels|}, CancellationToken token);")]
    [InlineData("FH4006", DiagnosticSeverity.Warning, "{|#0:Task<Empty>|} RunAsync(string topic, CancellationToken token);")]
    [InlineData("FH4007", DiagnosticSeverity.Warning, "Task<string> RunAsync(Uri {|#0:callbackUrl|}, CancellationToken token);")]
    [InlineData("FH3005", DiagnosticSeverity.Warning, "Task<string> RunAsync([Metadata] {|#0:Empty|} caller, CancellationToken token);")]
    [InlineData("FH3006", DiagnosticSeverity.Warning, "Task<string> RunAsync([Metadata] {|#0:string|} password, CancellationToken token);")]
    public async Task A_warning_leaves_the_client_complete(string id, DiagnosticSeverity severity, string method)
    {
        Verify.Test test = new()
        {
            TestCode = RuleCases.Usings + $$"""
                [FetchHiveDeployment("brief", "production")]
                public partial interface IBrief { {{method}} }
                public sealed class Empty;
                {{RuleCases.Use}}
                """,
            ExpectedDiagnostics = { new DiagnosticResult(id, severity).WithLocation(0) },
        };
        Assert.Equal(severity, new DeploymentAnalyzer().SupportedDiagnostics.Single(rule => rule.Id == id).DefaultSeverity);
        test.SourceGenerators.Add(typeof(FetchHiveGenerator));
        await test.RunAsync();

        string source = RuleCases.Usings
            + $"[FetchHiveDeployment(\"b\", \"p\")] public partial interface IBrief {{ {Unmarked(method)} }} public sealed class Empty {{ "
            + $"}}";
        GeneratorRun run = GeneratorRun.Of<FetchHiveGenerator>(source).AssertGeneratedCodeIsClean();
        Assert.True(Generated.IsComplete(run));
    }

    [Fact]
    public void A_client_of_a_declaration_with_errors_says_what_to_do()
    {
        GeneratorRun run = GeneratorRun.Of<FetchHiveGenerator>(Unmarked(RuleCases.Usings + RuleCases.All["FH2002 object"]));
        using LoadedAssembly loaded = run.AssertCompiles().Load();
        using FetchHiveClient client = new(new FetchHiveOptions { ApiKey = "k" });

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => loaded.Invoke("Use", "Direct", client));

        Assert.Equal(
            "The declaration of 'IBrief' has errors, so it has no client:\n"
                + "FH2002: 'any' is of type 'object', which doesn't define its shape, so arrays in it may not be sent as native arrays: "
                + "use a concrete type, or JsonElement for any JSON",
            exception.Message);
    }

    [Fact]
    public void A_client_with_very_many_errors_says_the_first_ten()
    {
        string parameters = string.Join(", ", Enumerable.Range(1, 12).Select(number => $"object a{number}"));
        GeneratorRun run = GeneratorRun.Of<FetchHiveGenerator>(
            $"{RuleCases.Usings}[FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief {{ Task RunAsync({parameters}, "
            + $"CancellationToken token); }}{RuleCases.Use}");
        using LoadedAssembly loaded = run.AssertCompiles().Load();

        string message = Assert.Throws<InvalidOperationException>(() => loaded.Invoke("Use", "Registered", [null])).Message;

        Assert.Equal(11, message.Split('\n').Length);
        Assert.Contains("FH2002: 'a10'", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("build_property.RunAnalyzers = \nbuild_property.RunAnalyzersDuringBuild = ", null)]
    [InlineData("build_property.RunAnalyzers = true\nbuild_property.RunAnalyzersDuringBuild = false", null)]
    [InlineData("build_property.RunAnalyzers = False", "FH0004")]
    [InlineData("build_property.RunAnalyzers = \nbuild_property.RunAnalyzersDuringBuild = false", "FH0004")]
    public void Without_analyzers_the_generator_itself_says_that_there_is_no_client(string properties, string? id)
    {
        CompilationSetup setup =
            CompilationSetup.Default with { AnalyzerConfigFiles = [("/.globalconfig", "is_global = true\n" + properties)] };

        foreach ((string name, string source) in RuleCases.All)
        {
            GeneratorRun run = GeneratorRun.Of(new FetchHiveGenerator(), setup, Unmarked(RuleCases.Usings + source));
            string?[] ids = [.. run.DriverDiagnostics.Select(found => found.Id).Distinct()];

            Assert.True(ids.SequenceEqual(id is null ? [] : [id]), $"{name}: {DiagnosticText.List(run.DriverDiagnostics)}");
            Assert.All(run.DriverDiagnostics, found => Assert.Contains(name[.."FH0000".Length] + ": ",
                found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Without_analyzers_a_complete_client_is_not_reported()
    {
        CompilationSetup setup = CompilationSetup.Default with
        {
            AnalyzerConfigFiles =
            [("/.globalconfig", "is_global = true\nbuild_property.RunAnalyzers = false")]
        };

        foreach (string source in RuleCases.Correct.Values)
        {
            Assert.Empty(GeneratorRun.Of(new FetchHiveGenerator(), setup, RuleCases.Usings + source).DriverDiagnostics);
        }
    }

    [Fact]
    public void Without_analyzers_the_message_points_at_the_interface()
    {
        CompilationSetup setup = CompilationSetup.Default with
        {
            AnalyzerConfigFiles =
            [("/.globalconfig", "is_global = true\nbuild_property.RunAnalyzers = false")]
        };
        GeneratorRun run = GeneratorRun.Of(new FetchHiveGenerator(), setup, Unmarked(RuleCases.Usings + RuleCases.All["FH2002 object"]));

        Diagnostic found = Assert.Single(run.DriverDiagnostics);

        Assert.Equal("IBrief", found.Location.SourceTree!.GetText(TestHost.CancellationToken).ToString(found.Location.SourceSpan));
        Assert.StartsWith(
            "Interface 'IBrief' has no client, and the analyzers that would say why are disabled in this build: FH2002: 'any' is of type "
            + "'object'",
            found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declaration_in_a_file_that_some_tool_wrote_is_checked_too()
    {
        // The generator accepts such a file, so a mistake in it must be reported. Otherwise its client would throw, and the build would
        // show nothing.
        Verify.Test test = new()
        {
            TestState =
            { Sources = { ("/0/Brief.g.cs", "// <auto-generated/>\n" + RuleCases.Usings + RuleCases.All["FH1007 void"]) } }
        };
        test.SourceGenerators.Add(typeof(FetchHiveGenerator));

        await test.RunAsync();
    }

    private static string Unmarked(string source) => Marked.Without(source);
}
