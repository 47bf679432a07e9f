using System;
using System.Threading.Tasks;
using FetchHive.Emulator;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Generators.Tests.Surface;

/// <summary>Generated code for each target framework and language version, and without the abstractions of dependency injection.</summary>
public class TargetTests
{
    // C# 9 throughout: no file-scoped namespace, no global using, no raw string.
    private const string Source = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using FetchHive;

        namespace Acme
        {
            [FetchHiveDeployment("brief", "production")]
            public partial interface IResearchBrief
            {
                Task<Answer> RunAsync(string topic, IReadOnlyList<string> lines, int? maxWords = null, [Metadata] string? plan = null, CancellationToken token = default);
                Task<AcceptedRun<Answer>> StartAsync(string topic, [CallbackUrl] Uri url, CancellationToken token = default);
                Task<AcceptedRun<string?>> StartAsync(int topic, [CallbackUrl] Uri url, CancellationToken token = default);
            }

            public sealed class Answer
            {
                public string Text { get; set; } = "";
            }
        }
        """;

    [Theory]
    [InlineData(Target.Net10, LanguageVersion.CSharp9)]
    [InlineData(Target.Net10, LanguageVersion.CSharp12)]
    [InlineData(Target.Net8, LanguageVersion.CSharp9)]
    [InlineData(Target.Net8, LanguageVersion.CSharp12)]
    public async Task If_interfaces_have_static_members_Create_and_the_contracts_are_on_the_interface(Target target,
    LanguageVersion version)
    {
        string result = await RunAsync(target, version, "IResearchBrief.Create(client)", "IResearchBrief.StartCallback",
            "IResearchBrief.StartCallback2");

        Assert.Equal("On bees; brief/production StartAsync; brief/production StartAsync", result);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp12)]
    public async Task Otherwise_Create_and_the_contracts_are_on_the_class_of_extension_methods(LanguageVersion version)
    {
        string result = await RunAsync(
            Target.NetStandard20,
            version,
            "client.CreateResearchBrief()",
            "IResearchBriefFetchHiveExtensions.StartCallback",
            "IResearchBriefFetchHiveExtensions.StartCallback2");

        Assert.Equal("On bees; brief/production StartAsync; brief/production StartAsync", result);
    }

    [Theory]
    [InlineData(Target.Net10)]
    [InlineData(Target.NetStandard20)]
    public void Without_dependency_injection_there_is_no_Add_method(Target target)
    {
        CompilationSetup setup = CompilationSetup.Default with
        {
            Target = target,
            References = References.For(target).Without("Microsoft.Extensions.DependencyInjection.Abstractions"),
        };

        string text = GeneratorRun.Of(new FetchHiveGenerator(), setup, Source).AssertGeneratedCodeIsClean()
            .Generated("Acme.IResearchBrief.g.cs");

        Assert.DoesNotContain("AddResearchBrief", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{\n\n", text, StringComparison.Ordinal);
        Assert.Equal(target == Target.NetStandard20, text.Contains("class IResearchBriefFetchHiveExtensions", StringComparison.Ordinal));
    }

    [Fact]
    public void With_nullable_off_in_the_project_the_generated_code_is_clean_too()
    {
        foreach (Target target in Enum.GetValues<Target>())
        {
            CompilationSetup setup =
                CompilationSetup.Default with { Target = target, Nullable = Microsoft.CodeAnalysis.NullableContextOptions.Disable };

            GeneratorRun.Of(new FetchHiveGenerator(), setup, "#nullable enable annotations\n" + Source).AssertGeneratedCodeIsClean();
            GeneratorRun.Of(new FetchHiveGenerator(), setup, Source.Replace("string?", "string", StringComparison.Ordinal))
                .AssertGeneratedCodeIsClean();
        }
    }

    [Fact]
    public void A_record_struct_around_the_interface_is_continued_as_one()
    {
        GeneratorRun run = GeneratorRun.Of<FetchHiveGenerator>(Declarations.Usings + """
            public partial record struct Outer(int X)
            {
                [FetchHiveDeployment("brief", "production")]
                public partial interface IBrief { Task<string> RunAsync(CancellationToken token = default); }
            }
            """).AssertCompiles();

        Assert.Contains("partial record struct Outer\n", run.Generated("Outer+IBrief.g.cs"), StringComparison.Ordinal);
        Assert.Empty(Generated.WarningsWithoutPragmas(run, LanguageVersion.CSharp10));
    }

    private static async Task<string> RunAsync(Target target, LanguageVersion version, string create, string contract,
        string secondContract)
    {
        await using FetchHiveEmulator hive = await FetchHiveEmulator.StartAsync(
            hive => hive.Deploy("brief", "production", start => start
                .TakesText("topic").TakesArray("lines").TakesAnyValue("max_words", required: false).Returns("{\"text\": \"On bees\"}")),
            TestHost.CancellationToken);
        using FetchHiveClient client = new(new FetchHiveOptions { ApiKey = hive.ApiKey, BaseAddress = hive.BaseAddress });

        CompilationSetup setup = CompilationSetup.Default with { Target = target, LanguageVersion = version };
        GeneratorRun run = GeneratorRun.Of(new FetchHiveGenerator(), setup, Source, $$"""
            using System.Threading.Tasks;
            using FetchHive;
            using Acme;

            public static class Use
            {
                public static async Task<string> Run(FetchHiveClient client)
                {
                    CallbackContract<Answer> contract = {{contract}};
                    CallbackContract<string?> second = {{secondContract}};
                    Answer answer = await {{create}}.RunAsync("bees", new[] { "a" }, maxWords: 5);
                    return answer.Text + "; " + contract + "; " + second;
                }

                public static FetchHiveBuilder Register(FetchHiveBuilder builder) => builder.AddResearchBrief();
            }
            """);
        using LoadedAssembly loaded = run.AssertGeneratedCodeIsClean().Load();
        string result = await loaded.InvokeAsync<string>("Use", "Run", client);

        Assert.Equal("""{"deployment":"brief","variant":"production","inputs":{"topic":"bees","lines":["a"],"max_words":5}}""".Replace("}}",
            "},\"metadata\":{\"plan\":null}}", StringComparison.Ordinal), hive.Requests[0].BodyText);
        return result;
    }
}
