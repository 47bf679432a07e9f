using System;
using System.Linq;
using System.Threading.Tasks;
using FetchHive.Emulator;
using FetchHive.Generators.Tests.Kit;

namespace FetchHive.Generators.Tests.Surface;

/// <summary>Generated clients, compiled, loaded, and called against a local server that responds as the service does.</summary>
public class CallTests
{
    private const string Brief = """
        [FetchHiveDeployment("brief", "production")]
        public partial interface IBrief
        {
            Task<string> RunAsync(string topic, int? maxWords = null, [Metadata] string? plan = null, [User] string? user = null, CancellationToken token = default);
            ValueTask<Answer> RunAsync(string topic, Answer previous, CancellationToken token = default);
            Task<AcceptedRun<Answer>> StartAsync(string topic, [CallbackUrl] Uri url, CancellationToken token = default);
        }
        public sealed record Answer(string Text, int WordCount);

        """;

    [Fact]
    public async Task A_client_made_by_Create_sends_the_request_and_reads_the_response()
    {
        await using FetchHiveEmulator hive = await StartAsync();
        using FetchHiveClient client = Client(hive);

        string result = await CallAsync(Brief, """
            IBrief brief = IBrief.Create(client);
            string text = await brief.RunAsync("bees", maxWords: 50, plan: "pro", user: "ada");
            Answer answer = await brief.RunAsync("wasps", new Answer("none", 0));
            return text + "; " + answer;
            """, client);

        Assert.Equal("""{"text": "On bees", "word_count": 2}; Answer { Text = On wasps, WordCount = 2 }""", result);
        Assert.Equal(
            """{"deployment":"brief","variant":"production","inputs":{"topic":"bees","max_words":50},"metadata":"""
            + """{"plan":"pro"},"user":"ada"}""",
            hive.Requests[0].BodyText);
        Assert.Equal(
            """{"deployment":"brief","variant":"production","inputs":{"topic":"wasps","previous":{"text":"none","word_count":0}}}""",
            hive.Requests[1].BodyText);
    }

    [Fact]
    public async Task A_run_that_is_started_has_its_callback_contract()
    {
        await using FetchHiveEmulator hive = await StartAsync();
        using FetchHiveClient client = Client(hive);

        string result = await CallAsync(Brief, """
            AcceptedRun<Answer> run = await IBrief.Create(client).StartAsync("bees", new Uri("https://acme.example/callback"));
            CallbackContract<Answer> contract = IBrief.StartCallback;
            return run.Status + " " + contract;
            """, client);

        Assert.Equal("running brief/production StartAsync", result);
        Assert.Equal("https://acme.example/callback", hive.Requests[0].CallbackUrl);
    }

    [Fact]
    public async Task A_registered_client_is_resolved_from_the_container()
    {
        await using FetchHiveEmulator hive = await StartAsync();
        using FetchHiveClient client = Client(hive);

        string result = await CallAsync(Brief, """
            ServiceCollection services = new();
            services.AddFetchHive(options => { options.ApiKey = "unused"; options.BaseAddress = client.BaseAddressOf(); }).AddBrief();
            services.AddFetchHive("eu", options => { options.ApiKey = Use.Key; options.BaseAddress = client.BaseAddressOf(); }).AddBrief();
            await using ServiceProvider provider = services.BuildServiceProvider();
            IBrief plain = provider.GetRequiredService<IBrief>();
            IBrief eu = provider.GetRequiredKeyedService<IBrief>("eu");
            string refused = "";
            try { await plain.RunAsync("bees"); } catch (FetchHiveAuthenticationException exception) { refused = exception.StatusCode.ToString(); }
            return refused + "; " + await eu.RunAsync("bees") + "; " + ReferenceEquals(eu, provider.GetRequiredKeyedService<IBrief>("eu"));
            """
            .Replace("client.BaseAddressOf()", $"new Uri(\"{hive.BaseAddress}\")", StringComparison.Ordinal)
            .Replace("Use.Key", $"\"{hive.ApiKey}\"", StringComparison.Ordinal), client);

        Assert.Equal("""Unauthorized; {"text": "On bees", "word_count": 2}; True""", result);
    }

    [Fact]
    public async Task A_member_with_a_body_calls_the_generated_ones()
    {
        await using FetchHiveEmulator hive = await StartAsync();
        using FetchHiveClient client = Client(hive);

        string result = await CallAsync("""
            public interface IRuns<T> { Task<T> RunAsync(string topic, CancellationToken token = default); Task<T> DefaultAsync() => RunAsync("default"); }
            public interface IMiddle : IRuns<string> { Task<string> IRuns<string>.DefaultAsync() => RunAsync("middle"); }
            [FetchHiveDeployment("brief", "production")]
            public partial interface IBrief : IMiddle, IRuns<Answer> { Task<string> TwiceAsync(string topic) => ((IRuns<string>)this).RunAsync(topic + topic); }
            public sealed record Answer(string Text);
            """, """
            IBrief brief = IBrief.Create(client);
            await brief.TwiceAsync("a");
            await ((IRuns<string>)brief).DefaultAsync();
            return (await ((IRuns<Answer>)brief).DefaultAsync()).Text;
            """, client);

        Assert.Equal("On default", result);
        Assert.Equal(["aa", "middle", "default"], hive.Requests.Select(request => (string?)request.Inputs!["topic"]));
    }

    [Fact]
    public async Task The_interface_that_is_created_names_the_deployment()
    {
        await using FetchHiveEmulator hive = await FetchHiveEmulator.StartAsync(
            hive => hive.Deploy("one", "a", start => start.Returns("one")).Deploy("two", "b", start => start.Returns("two")),
            TestHost.CancellationToken);
        using FetchHiveClient client = Client(hive);

        string result = await CallAsync("""
            [FetchHiveDeployment("one", "a")] public partial interface IBase { Task<string> RunAsync(CancellationToken token = default); Task<AcceptedRun<string>> StartAsync([CallbackUrl] Uri url, CancellationToken token = default); }
            [FetchHiveDeployment("two", "b")] public partial interface IBrief : IBase { }
            """, """
            return await IBase.Create(client).RunAsync() + await IBrief.Create(client).RunAsync() + " " + IBase.StartCallback + " " + IBrief.StartCallback;
            """, client);

        Assert.Equal("onetwo one/a StartAsync two/b StartAsync", result);
    }

    [Fact]
    public async Task Interfaces_whose_extension_methods_have_one_name_are_registered_through_their_classes()
    {
        string result = await CallAsync(
            Declarations.All["one name in several types of a namespace"].Replace(Declarations.Usings, "", StringComparison.Ordinal)
                .Replace("namespace Acme;", "", StringComparison.Ordinal), """
            ServiceCollection services = new();
            FetchHiveBuilder builder = services.AddFetchHive(options => options.ApiKey = "k");
            One_IBrief_FetchHiveExtensions.AddBrief(builder);
            Two_IBriefFetchHiveExtensions.AddBrief(builder);
            IBriefFetchHiveExtensions.AddBrief(builder).AddOne_IBrief();
            await using ServiceProvider provider = services.BuildServiceProvider();
            return string.Join(" ", provider.GetRequiredService<One.IBrief>(), provider.GetRequiredService<Two.IBrief>(), provider.GetRequiredService<IBrief>(), provider.GetRequiredService<One_IBrief>());
            """, client: null);

        Assert.Equal("One+IBriefImplementation Two+IBriefImplementation IBriefImplementation One_IBriefImplementation", result);
    }

    [Fact]
    public async Task The_names_of_deployment_variant_inputs_and_metadata_arrive_as_they_are_written()
    {
        await using FetchHiveEmulator hive = await FetchHiveEmulator.StartAsync(null, TestHost.CancellationToken);
        using FetchHiveClient client = Client(hive);

        await CallAsync(Declarations.All["names with odd letters in them"].Replace(Declarations.Usings, "", StringComparison.Ordinal), """
            try { await IBrief.Create(client).RunAsync("a", 1, 2); } catch (FetchHiveRequestException) { }
            return "";
            """, client);

        ReceivedRequest request = Assert.Single(hive.Requests);
        Assert.Equal("quote\" back\\slash {brace} <tag> & ]]> */ // \r\n\t\0 \u0001 \u2028 \ud83d\ude00 $", request.Deployment);
        Assert.Equal("\uffffx", request.Variant);
        Assert.Equal(["in \"put\" \\ <&> \n.", "\ud83d\ude00"], request.Inputs!.Select(input => input.Key));
        Assert.Equal("{0} \u2028.", Assert.Single(request.Metadata!).Key);
    }

    [Fact]
    public async Task An_attribute_of_the_users_that_is_named_DisallowNull_does_not_disallow_null()
    {
        await using FetchHiveEmulator hive = await StartAsync();
        using FetchHiveClient client = Client(hive);

        string result = await CallAsync("""
            public sealed class DisallowNullAttribute : Attribute { }
            [FetchHiveDeployment("brief", "production")]
            public partial interface IBrief
            {
                Task<string> RunAsync(string topic, [DisallowNull] string? previous, CancellationToken token = default);
            }
            """, """return await IBrief.Create(client).RunAsync("bees", null);""", client);

        Assert.StartsWith("""{"text": "On bees",""", result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_context_that_fails_only_fails_the_calls_that_need_it()
    {
        await using FetchHiveEmulator hive = await StartAsync();
        using FetchHiveClient client = Client(hive);

        string result = await CallAsync("""
            public class Broken : System.Text.Json.Serialization.JsonSerializerContext
            {
                public Broken() : base(null) { }
                public static Broken Default => throw new InvalidOperationException("boom");
                protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
                public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null;
            }
            [FetchHiveDeployment("brief", "production", JsonContext = typeof(Broken))]
            public partial interface IBrief
            {
                Task<string> RunAsync(string topic, CancellationToken token = default);
                Task<int> CountAsync(string topic, CancellationToken token = default);
                Task<AcceptedRun<string>> StartAsync(string topic, [CallbackUrl] Uri url, CancellationToken token = default);
            }
            """, """
            IBrief brief = IBrief.Create(client);
            string text = await brief.RunAsync("bees") + " " + IBrief.StartCallback;
            try
            {
                return text + await brief.CountAsync("bees");
            }
            catch (Exception exception)
            {
                return text + " " + exception.GetBaseException().Message;
            }
            """, client);

        Assert.Equal("""{"text": "On bees", "word_count": 2} brief/production StartAsync boom""", result);
    }

    private static Task<FetchHiveEmulator> StartAsync() => FetchHiveEmulator.StartAsync(
        hive => hive.Deploy("brief", "production", start => start
            .TakesText("topic").TakesAnyValue("max_words", required: false).TakesAnyValue("previous", required: false)
            .Returns(inputs => $$"""{"text": "On {{inputs["topic"]}}", "word_count": 2}""")),
        TestHost.CancellationToken);

    private static FetchHiveClient Client(FetchHiveEmulator hive) =>
        new(new FetchHiveOptions { ApiKey = hive.ApiKey, BaseAddress = hive.BaseAddress });

    private static async Task<string> CallAsync(string declarations, string body, FetchHiveClient? client)
    {
        GeneratorRun run = GeneratorRun.Of(
            new FetchHiveGenerator(),
            CompilationSetup.Default with
            {
                References = References.For(Target.Net10)
                .With(TestProcess.Reference("Microsoft.Extensions.DependencyInjection"))
            },
            $$"""
            {{Declarations.Usings}}
            using Microsoft.Extensions.DependencyInjection;
            {{declarations}}
            public static class Use
            {
                public static async Task<string> Run(FetchHiveClient client)
                {
                    await Task.Yield();
                    {{body}}
                }
            }
            """);
        using LoadedAssembly loaded = run.AssertGeneratedCodeIsClean().Load();
        return await loaded.InvokeAsync<string>("Use", "Run", client);
    }
}
