using System;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using FetchHive.Emulator;
using FetchHive.Generators.Tests.Kit;

namespace FetchHive.Generators.Tests.Strangers;

/// <summary>The values that clients in such projects send and read.</summary>
public sealed class StrangerValueTests
{
    [Fact]
    public async Task Members_that_are_obsolete_as_an_error_are_sent_and_read_as_System_Text_Json_would()
    {
        Stranger project = new("""
            public class Old { [Obsolete("gone", true)] public string? Legacy { get; set; } public int Count { get; [Obsolete("gone", true)] init; } public Kind Kind { get; set; } }
            public enum Kind { A, [Obsolete("gone", true)] B }
            [FetchHiveDeployment("reader", "test")] public partial interface IBrief { Task<Old> RunAsync(Old old, CancellationToken token = default); }
            public static class Use
            {
                public static async Task<string> Run(FetchHiveClient client)
                {
                    Old old = JsonSerializer.Deserialize<Old>("{\"Legacy\":\"in\",\"Count\":1,\"Kind\":1}")!;
                    return JsonSerializer.Serialize(await IBrief.Create(client).RunAsync(old));
                }
            }
            """);

        (string read, string sent) = await CallAsync(project, """{"legacy":"out","count":2,"kind":"B"}""");

        Assert.Equal("""{"legacy":"in","count":1,"kind":"B"}""", sent.Split("\"old\":")[1].TrimEnd('}') + "}");
        Assert.Equal("""{"Legacy":"out","Count":2,"Kind":1}""", read);
    }

    [Fact]
    public async Task Types_of_one_name_are_told_apart_by_their_aliases()
    {
        Stranger project = new(
            """
            extern alias LA;
            extern alias LB;
            [FetchHiveDeployment("reader", "test")] public partial interface IBrief { Task<LA::Shared.Dto> RunAsync(LB::Shared.Dto b, Shared.Dto own, CancellationToken token = default); }
            namespace Shared { public class Dto { public int C { get; set; } } }
            public static class Use
            {
                public static async Task<string> Run(FetchHiveClient client)
                {
                    LA::Shared.Dto read = await IBrief.Create(client).RunAsync(new LB::Shared.Dto { B = 1 }, new Shared.Dto { C = 2 });
                    return read.A + read.GetType().Assembly.GetName().Name;
                }
            }
            """,
            ("SharedA", ["LA"], "namespace Shared { public class Dto { public string? A { get; set; } } }"),
            ("SharedB", ["LB"], "namespace Shared { public class Dto { public int B { get; set; } } }"));

        (string read, string sent) = await CallAsync(project, """{"a":"x","b":3,"c":4}""");

        Assert.EndsWith("""{"b":{"b":1},"own":{"c":2}}}""", sent, StringComparison.Ordinal);
        Assert.Equal("xSharedA", read);
    }

    [Fact]
    public async Task A_missing_constructor_parameter_has_its_default_constant()
    {
        Stranger project = new(Strangers.Constants.Replace("\"d\", \"v\"", "\"reader\", \"test\"", StringComparison.Ordinal) + """
            public static class Use { public static async Task<object> Run(FetchHiveClient client) => await IBrief.Create(client).RunAsync(); }
            """);
        await using FetchHiveEmulator hive = await StartAsync();
        using FetchHiveClient client = Client(hive);
        hive.RespondNext(200, """{"request_id":"req_1","run_status":"completed","output":{}}""");
        using LoadedAssembly assembly = GeneratorRun.Of(new FetchHiveGenerator(), project.Setup, project.File()).Load();

        object read = await assembly.InvokeAsync<object>("Use", "Run", client);

        // Compares with reflection on the constructor, which System.Text.Json uses. Reflection has null for the default of a struct.
        foreach (ParameterInfo parameter in read.GetType().GetConstructors().Single().GetParameters())
        {
            object? expected = parameter.DefaultValue
                ?? (parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null);
            Type type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
            expected = type.IsEnum && expected is not null ? Enum.ToObject(type, expected) : expected;
            object? actual = read.GetType().GetProperties()
                .Single(property => string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)).GetValue(read);

            Assert.True(Equals(expected, actual), $"{parameter.Name} is {actual} and should be {expected}.");
            if (actual is decimal number)
            {
                Assert.Equal(decimal.GetBits((decimal)expected!), decimal.GetBits(number));
            }
        }
    }

    [Theory]
    [InlineData(Target.Net8, "untitled 5")]
    [InlineData(Target.NetStandard20, " 0")]
    public async Task A_polyfill_of_UnsafeAccessor_counts_for_nothing(Target target, string expected)
    {
        string create = target == Target.NetStandard20
            ? "Acme.IBriefFetchHiveExtensions.CreateBrief(client)" : "Acme.IBrief.Create(client)";
        Stranger project = new(Strangers.Polyfills.Replace("\"d\", \"v\"", "\"reader\", \"test\"", StringComparison.Ordinal) + $$"""

            public static class Use
            {
                public static async Task<string> Run(FetchHiveClient client)
                {
                    Acme.Answer read = await {{create}}.RunAsync(new Acme.Answer());
                    return read.Title + " " + read.Words;
                }
            }
            """)
        {
            Setup = CompilationSetup.Default with { Target = target },
        };
        GeneratorRun run = GeneratorRun.Of(new FetchHiveGenerator(), project.Setup, project.File());

        // On .NET Framework, calling such a method throws. This test's runtime would recognize the attribute by its name, so the text is
        // checked.
        Assert.Equal(target != Target.NetStandard20, run.GeneratedSources[0].Text.Contains("UnsafeAccessor", StringComparison.Ordinal));
        Assert.Equal(expected, (await CallAsync(project, "{}")).Read);
    }

    private static async Task<(string Read, string Sent)> CallAsync(Stranger project, string output)
    {
        await using FetchHiveEmulator hive = await StartAsync();
        using FetchHiveClient client = Client(hive);
        hive.RespondNext(200, $$"""{"request_id":"req_1","run_status":"completed","output":{{output}}}""");
        using LoadedAssembly assembly = GeneratorRun.Of(new FetchHiveGenerator(), project.Built(), project.File()).AssertCompiles().Load();
        string read = await assembly.InvokeAsync<string>("Use", "Run", client);
        return (read, hive.Requests[0].BodyText);
    }

    private static Task<FetchHiveEmulator> StartAsync() =>
        FetchHiveEmulator.StartAsync(hive => hive.Deploy("reader", "test", start => start.Returns("ok")), TestHost.CancellationToken);

    private static FetchHiveClient Client(FetchHiveEmulator hive) =>
        new(new FetchHiveOptions { ApiKey = hive.ApiKey, BaseAddress = hive.BaseAddress });
}
