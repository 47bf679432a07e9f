using System;
using System.Threading.Tasks;
using FetchHive.Emulator;
using FetchHive.Generators.Tests.Kit;

namespace FetchHive.Generators.Tests.Surface;

public class InheritanceTests
{
    private const string Base = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using FetchHive;

        namespace Lib
        {
            public interface IRuns<TIn, TOut>
            {
                Task<TOut> RunAsync(TIn input, int? maxWords = null, [Metadata("plan_name")] string? plan = null, CancellationToken token = default);
                Task<TOut> AgainAsync(TIn input) => RunAsync(input);
            }

            public interface IStarts<TOut> : IRuns<string, TOut>
            {
                Task<AcceptedRun<TOut>> StartAsync([Input("the topic")] string topic, [CallbackUrl] Uri url, CancellationToken token = default);
            }

            public sealed record Answer(string Text, IReadOnlyList<string?> Lines);
        }
        """;

    private const string Derived = """
        using FetchHive;
        using Lib;

        [FetchHiveDeployment("brief", "production")]
        public partial interface IBrief : IStarts<Answer>, IRuns<Answer, string?> { }
        """;

    private const string Use = """
        using System;
        using System.Threading.Tasks;
        using FetchHive;
        using Lib;

        public static class Use
        {
            public static async Task<string> Run(FetchHiveClient client)
            {
                IBrief brief = IBrief.Create(client);
                Answer answer = await brief.AgainAsync("bees");
                string? text = await brief.RunAsync(answer, maxWords: 1, plan: "pro");
                AcceptedRun<Answer> run = await brief.StartAsync("bees", new Uri("https://acme.example/"));
                CallbackContract<Answer> contract = IBrief.StartCallback;
                return answer.Text + answer.Lines.Count + " " + text + " " + contract.Deployment;
            }
        }
        """;

    [Fact]
    public async Task Members_come_from_bases_in_other_files() => await VerifyAsync(CompilationSetup.Default, Base, Derived, Use);

    [Theory]
    [InlineData(Target.Net10)]
    [InlineData(Target.Net8)]
    public async Task Members_come_from_bases_in_other_assemblies(Target target)
    {
        CompilationSetup setup = CompilationSetup.Default with { Target = target };
        EmittedLibrary library = EmittedLibrary.Build(setup with { AssemblyName = "Lib" }, Base);

        await VerifyAsync(setup with { Libraries = [library] }, Derived, Use);
    }

    [Fact]
    public void An_annotated_base_in_another_assembly_has_its_own_client_there()
    {
        EmittedLibrary library =
            GeneratorRun.Of(new FetchHiveGenerator(), CompilationSetup.Default with { AssemblyName = "Lib" }, Declarations.Usings + """
            namespace Lib { [FetchHiveDeployment("base", "b")] public partial interface IBase { Task<AcceptedRun<string>> StartAsync([CallbackUrl] Uri url, CancellationToken token = default); } }
            """).AssertGeneratedCodeIsClean().Emit();

        GeneratorRun run =
            GeneratorRun.Of(new FetchHiveGenerator(), CompilationSetup.Default with { Libraries = [library] }, Declarations.Usings + """
            [FetchHiveDeployment("brief", "production")] public partial interface IBrief : Lib.IBase { }
            public static class Use { public static string Run() => Lib.IBase.StartCallback.Deployment + " " + IBrief.StartCallback.Deployment; }
            """);
        using LoadedAssembly loaded = run.AssertGeneratedCodeIsClean().Load();

        Assert.Equal("base brief", loaded.Invoke("Use", "Run"));
    }

    [Fact]
    public void A_base_compiled_with_nullable_off_gives_no_warning()
    {
        EmittedLibrary library = EmittedLibrary.Build(
            CompilationSetup.Default with { AssemblyName = "Lib", Nullable = Microsoft.CodeAnalysis.NullableContextOptions.Disable },
            Base.Replace("string?", "string", StringComparison.Ordinal));

        GeneratorRun run = GeneratorRun.Of(new FetchHiveGenerator(), CompilationSetup.Default with { Libraries = [library] }, Derived);

        Assert.True(Generated.IsComplete(run.AssertGeneratedCodeIsClean()));
    }

    private static async Task VerifyAsync(CompilationSetup setup, params SourceFile[] files)
    {
        await using FetchHiveEmulator hive = await FetchHiveEmulator.StartAsync(
            hive => hive.Deploy("brief", "production", start => start
                .TakesAnyValue("input", required: false).TakesAnyValue("max_words", required: false)
                .TakesAnyValue("the topic", required: false)
                .Returns("{\"text\": \"On bees\", \"lines\": [null]}")),
            TestHost.CancellationToken);
        using FetchHiveClient client = new(new FetchHiveOptions { ApiKey = hive.ApiKey, BaseAddress = hive.BaseAddress });

        using LoadedAssembly loaded = GeneratorRun.Of(new FetchHiveGenerator(), setup, files).AssertGeneratedCodeIsClean().Load();
        string result = await loaded.InvokeAsync<string>("Use", "Run", client);

        Assert.Equal("On bees1 {\"text\": \"On bees\", \"lines\": [null]} brief", result);
        Assert.Equal(
            """{"deployment":"brief","variant":"production","inputs":{"input":{"text":"On bees","lines":["""
            + """null]},"max_words":1},"metadata":{"plan_name":"pro"}}""",
            hive.Requests[1].BodyText);
        Assert.Equal("""{"the topic":"bees"}""", hive.Requests[2].Inputs!.ToJsonString());
    }
}
