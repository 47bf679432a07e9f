using System;
using System.IO;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using FetchHive.Browser.Tests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FetchHive.Browser.Tests;

/// <summary>The page that <c>fetchhive emulate</c> serves for snippets and samples on disk.</summary>
public sealed class ToolTests(Chromium chromium) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fetchhive-browser-tests-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_deployment_from_a_snippet_is_run_by_hand_and_yields_its_sample()
    {
        File.WriteAllText(
            Path.Combine(_folder, "brief.fetchhive.sh"),
            """
            # optional: max_words
            {"deployment": "brief", "variant": "live", "inputs": {"topic": "Bees", "max_words": 200}}
            """);
        File.WriteAllText(Path.Combine(_folder, "brief.fetchhive.output.json"), """{"title": "On bees"}""");
        await using ToolScene scene = await ToolScene.OpenAsync(chromium, _folder, "--delay", "100ms");
        ILocator deployment = scene.Page.Locator(".deployment");

        await Expect(deployment.Locator("summary")).ToContainTextAsync("topic, max_words?");
        await Expect(scene.Page.Locator("#faults .state")).ToContainTextAsync("0.1 s delay");
        await Expect(deployment.GetByLabel("topic")).ToHaveValueAsync("Bees");
        await deployment.GetByLabel("topic").FillAsync("Wasps");
        await deployment.GetByRole(AriaRole.Button, new() { Name = "Run" }).ClickAsync();

        ILocator run = scene.Page.Locator("#requests > li");
        await Expect(run.Locator(".status")).ToHaveTextAsync("✓ Completed");
        await Expect(run.GetByRole(AriaRole.Group, new() { Name = "Output" })).ToContainTextAsync("On bees");
        await Expect(run.GetByRole(AriaRole.Group, new() { Name = "Request" })).ToContainTextAsync("Wasps");
        JsonNode logged = await scene.NextLineAsync();
        Assert.Equal("request brief live 200", $"{logged["event"]} {logged["deployment"]} {logged["variant"]} {logged["status"]}");
        Assert.Empty(scene.Errors);
    }
}
