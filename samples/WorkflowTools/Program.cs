using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Threading.Tasks;
using FetchHive;
using FetchHive.Emulator;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using WorkflowTools;

switch (args)
{
    case []:
        return await ShowAsync();
    case ["--stdio"]:
        await ServeAsync();
        return 0;
    default:
        await Console.Error.WriteLineAsync(
            "Usage: WorkflowTools [--stdio]. With --stdio, it is an MCP server. Without, it starts itself as one and calls the tools.");
        return 2;
}

// An MCP server speaks over its standard input and output, so nothing else may be written there.
static async Task ServeAsync()
{
    bool isReal = !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("FETCH_HIVE_API_KEY"));
    await using FetchHiveEmulator? emulator = isReal ? null : await LocalHive.StartAsync();
    using FetchHiveClient client = new(emulator is null
        ? new FetchHiveOptions()
        : new FetchHiveOptions { ApiKey = emulator.ApiKey, BaseAddress = emulator.BaseAddress });

    McpServerOptions options = Tools.ServerOptions(client, customerId: "cus_123");
    await using StdioServerTransport transport = new(options);
    await using McpServer server = McpServer.Create(transport, options);
    await server.RunAsync();
}

// What an agent does: it asks for the tools, and calls them with JSON.
static async Task<int> ShowAsync()
{
    string program = Environment.ProcessPath!;
    bool isHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
    StdioClientTransport transport = new(new StdioClientTransportOptions
    {
        Command = program,
        Arguments = isHost ? [Path.Combine(AppContext.BaseDirectory, "WorkflowTools.dll"), "--stdio"] : ["--stdio"],
    });
    await using McpClient client = await McpClient.CreateAsync(transport);
    foreach (McpClientTool tool in await client.ListToolsAsync())
    {
        Console.WriteLine($"{tool.Name}: {tool.Description}");
        Console.WriteLine($"  {tool.JsonSchema}");
    }

    Dictionary<string, object?> company = new() { ["name"] = "Fetch Hive", ["website"] = "https://fetchhive.com" };
    await CallAsync(client, "research_brief", new() { ["topic"] = "State of enterprise AI in 2026", ["companies"] = new[] { company } });
    await CallAsync(client, "look_up_company", new() { ["company"] = company, ["aspects"] = new[] { "Market" } });
    await CallAsync(client, "look_up_company", new() { ["company"] = company, ["aspects"] = new[] { "Weather" } });
    return 0;
}

static async Task CallAsync(McpClient client, string tool, Dictionary<string, object?> arguments)
{
    Console.WriteLine($"> {tool} {JsonSerializer.Serialize(arguments)}");
    CallToolResult result = await client.CallToolAsync(tool, arguments);
    foreach (ContentBlock content in result.Content)
    {
        Console.WriteLine($"< {(result.IsError == true ? "error: " : "")}{(content as TextContentBlock)?.Text}");
    }
}
