using System;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using FetchHive.Emulator;
using FetchHive.Generators.Tests.Kit;
using FetchHive.Generators.Tests.Surface;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.AI;

namespace FetchHive.Generators.Tests.Tools;

/// <summary>Compiles a declaration in a project that references Microsoft.Extensions.AI, loads it, and creates its tools with an
/// emulator.</summary>
internal sealed class ToolLab : IAsyncDisposable
{
    private readonly LoadedAssembly _loaded;
    private readonly FetchHiveClient _client;

    private ToolLab(LoadedAssembly loaded, FetchHiveEmulator hive, FetchHiveClient client, AIFunction tool)
    {
        _loaded = loaded;
        _client = client;
        Hive = hive;
        Tool = tool;
    }

    public static CompilationSetup Setup { get; } = CompilationSetup.Default with
    {
        LanguageVersion = LanguageVersion.CSharp12,
        References = References.For(Target.Net10).With(TestProcess.Reference("Microsoft.Extensions.AI.Abstractions")),
    };

    public FetchHiveEmulator Hive { get; }

    public AIFunction Tool { get; }

    public static GeneratorRun Run(string source, CompilationSetup? setup = null) =>
        GeneratorRun.Of(new FetchHiveGenerator(), setup ?? Setup,
        Declarations.Usings + "using System.ComponentModel; using Microsoft.Extensions.AI;\n" + source);

    /// <summary>Creates the tool of an interface <c>IBrief</c> with a deployment <c>brief/production</c>, with a given
    /// expression.</summary>
    public static async Task<ToolLab> StartAsync(string declarations, string output = "\"done\"", string tool = "brief.CreateRunTool()")
    {
        GeneratorRun run = Run($$"""
            {{declarations}}
            public static class Use { public static AIFunction Tool(FetchHiveClient client) { IBrief brief = IBrief.Create(client); return {{tool}}; } }
            """);
        LoadedAssembly loaded = run.AssertGeneratedCodeIsClean().Load();
        FetchHiveEmulator hive = await FetchHiveEmulator.StartAsync(
            hive => hive.Deploy("brief", "production", start => start
                .TakesAnyValue("topic", required: false).TakesAnyValue("companies", required: false).TakesAnyValue("tone", required: false)
                .TakesAnyValue("max_words", required: false).Returns(JsonNode.Parse(output)!)), TestHost.CancellationToken);
        FetchHiveClient client = new(new FetchHiveOptions { ApiKey = hive.ApiKey, BaseAddress = hive.BaseAddress, MaxRetries = 0 });
        return new ToolLab(loaded, hive, client, (AIFunction)loaded.Invoke("Use", "Tool", client)!);
    }

    /// <summary>Calls the tool with arguments in JSON, as a model gives them.</summary>
    public async Task<object?> CallAsync(string arguments)
    {
        AIFunctionArguments given = [];
        using JsonDocument document = JsonDocument.Parse(arguments);
        foreach (JsonProperty argument in document.RootElement.EnumerateObject())
        {
            given[argument.Name] = argument.Value.Clone();
        }

        return await Tool.InvokeAsync(given, TestHost.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _loaded.Dispose();
        await Hive.DisposeAsync();
    }
}
