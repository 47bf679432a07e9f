using System.Text.Json.Nodes;

namespace FetchHive.Tool.Tests.Kit;

/// <summary>How a command ended.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Out">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
/// <param name="Printed">Both, in the order in which they were written.</param>
internal sealed record ToolResult(int ExitCode, string Out, string Error, string Printed = "")
{
    public JsonNode Json => JsonNode.Parse(Out)!;

    /// <summary>Fails the test unless the command ended with this exit code.</summary>
    public ToolResult Ended(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"It ended with {ExitCode}, not with {exitCode}:\n{Out}\n{Error}");
        return this;
    }
}
