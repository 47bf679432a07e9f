using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.Playwright;

namespace FetchHive.Browser.Tests.Kit;

/// <summary>The page of a folder of snippets, served by <c>fetchhive emulate</c> in a separate process.</summary>
internal sealed class ToolScene : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;

    private ToolScene(Process process, IPage page)
    {
        _process = process;
        Page = page;
        page.PageError += (_, error) => Errors.Add(error);
    }

    public IPage Page { get; }

    /// <summary>The errors of the page's script.</summary>
    public List<string> Errors { get; } = [];

    public static async Task<ToolScene> OpenAsync(Chromium chromium, string folder, params string[] arguments)
    {
        IPage page = await chromium.OpenAsync();
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { RedirectStandardOutput = true };
        string tool = typeof(ToolScene).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "Tool").Value!;
        foreach (string argument in (string[])[tool, "emulate", folder, "--port", "0", "--json", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        ToolScene scene = new(Process.Start(start)!, page);
        JsonNode listening = await scene.NextLineAsync();
        await page.GotoAsync(listening["page"]!.GetValue<string>());
        await Assertions.Expect(page.Locator("#connection")).ToHaveTextAsync("Live");
        return scene;
    }

    /// <summary>The next line of the tool's log.</summary>
    public async Task<JsonNode> NextLineAsync()
    {
        string? line = await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience);
        return JsonNode.Parse(line ?? throw new EndOfStreamException("The tool has ended."))!;
    }

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
