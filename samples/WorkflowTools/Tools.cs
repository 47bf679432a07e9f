using System.Collections.Generic;
using FetchHive;
using Microsoft.Extensions.AI;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace WorkflowTools;

/// <summary>The two deployments as tools: for an agent in this process, and for agents elsewhere.</summary>
public static class Tools
{
    /// <summary>The tools for an agent in this process: <c>new ChatOptions { Tools = [.. Tools.Of(client, customerId)] }</c>.</summary>
    /// <param name="client">Sends the requests.</param>
    /// <param name="customerId">Who pays for the runs. The model neither sees nor chooses it.</param>
    public static IReadOnlyList<AIFunction> Of(FetchHiveClient client, string? customerId) =>
    [
        IResearchBrief.Create(client).CreateRunTool(customerId),
        ICompanyProfile.Create(client).CreateRunTool(),
    ];

    /// <summary>The same tools for an MCP server.</summary>
    /// <param name="client">Sends the requests.</param>
    /// <param name="customerId">Who pays for the runs.</param>
    public static McpServerOptions ServerOptions(FetchHiveClient client, string? customerId)
    {
        McpServerOptions options = new()
        {
            ServerInfo = new Implementation { Name = "workflow-tools", Version = "1.0.0" },
            ToolCollection = [],
        };
        foreach (AIFunction tool in Of(client, customerId))
        {
            // A run costs money, and another one with the same inputs costs as much again.
            McpServerToolCreateOptions hints = new() { ReadOnly = false, Idempotent = false, OpenWorld = true };
            options.ToolCollection.Add(McpServerTool.Create(tool, hints));
        }

        return options;
    }
}
