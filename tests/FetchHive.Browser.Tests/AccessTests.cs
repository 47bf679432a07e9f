using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Text;
using System.Threading.Tasks;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using FetchHive.Browser.Tests.Kit;
using FetchHive.Emulator;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FetchHive.Browser.Tests;

/// <summary>Access to the page: by keyboard, with enough contrast, on small screens, and not from other sites.</summary>
public sealed class AccessTests(Chromium chromium)
{
    [Fact]
    public async Task Everything_can_be_done_by_keyboard_in_the_order_in_which_it_is_seen()
    {
        await using Scene scene = await Scene.OpenAsync(chromium, hive => hive
            .Deploy("research-brief", "production", start => start.TakesText("topic").Returns(inputs => $"A brief on {inputs["topic"]}")));
        List<string> way = [];
        IKeyboard keyboard = scene.Page.Keyboard;

        await TabAsync("Skip to the runs", "Copy", "SUMMARY research-brief", "topic");
        await keyboard.TypeAsync("Bees");
        await TabAsync("Callback URL");
        await keyboard.TypeAsync("http://localhost:5000/callbacks");
        await TabAsync("Run");
        await keyboard.PressAsync("Enter");
        await Expect(scene.Newest).ToContainTextAsync("callback delivered");
        await TabAsync(
            "Share of runs %", "Delay of every run s", "The run fails", "503, and no run", "429, and no run", "The response is lost",
            "Apply", "Turn off", "SUMMARY ✓ Completed");
        await Expect(scene.Newest.GetByRole(AriaRole.Group, new() { Name = "Callback body" })).ToBeVisibleAsync();
        await TabAsync("Output", "Request", "Attempts", "Deliver again");
        await keyboard.PressAsync("Space");
        await Expect(scene.Newest.Locator("tbody tr")).ToHaveCountAsync(2);

        async Task TabAsync(params string[] expected)
        {
            foreach (string name in expected)
            {
                await keyboard.PressAsync("Tab");
                way.Add(await scene.Page.EvaluateAsync<string>(
                    """
                    () => {
                      const node = document.activeElement;
                      const text = node.ariaLabel ?? node.labels?.[0]?.textContent ?? node.textContent;
                      return (node.tagName === 'SUMMARY' ? 'SUMMARY ' : '') + text.replace(/\s+/g, ' ').trim();
                    }
                    """));
                Assert.StartsWith(name, way[^1], StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task The_page_is_readable_in_the_light_in_the_dark_and_on_a_narrow_screen()
    {
        await using Scene scene = await Scene.OpenAsync(chromium);
        await FillAsync(scene);

        Assert.Equal([], await ComplaintsAsync(scene.Page, "light", new()));
        string light = await BackgroundAsync(scene.Page);
        await scene.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        AxeRunOptions colours = new() { RunOnly = new() { Type = "rule", Values = ["color-contrast"] } };
        Assert.Equal([], await ComplaintsAsync(scene.Page, "dark", colours));
        Assert.NotEqual(light, await BackgroundAsync(scene.Page));
        await scene.Page.SetViewportSizeAsync(340, 800);
        await TakePictureAsync(scene.Page, "narrow");
        int overflow = await scene.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth");
        Assert.True(overflow <= 0, $"The page is {overflow} pixels wider than the screen.");
    }

    [Fact]
    public async Task Another_site_can_neither_change_nor_read_anything_nor_frame_the_page()
    {
        await using Scene scene = await Scene.OpenAsync(chromium);

        // The other site needs a real server, because the browser blocks access to this machine from pages that Playwright itself serves.
        // Another port is another origin of the same site; another name is another site.
        await using FetchHiveEmulator other = await FetchHiveEmulator.StartAsync(
            cancellationToken: TestContext.Current.CancellationToken);
        foreach (Uri origin in new[] { new Uri(other.BaseAddress, "/"), new Uri($"http://localhost:{other.BaseAddress.Port}/") })
        {
            IPage page = await scene.Page.Context.NewPageAsync();
            other.RespondNext(EmulatorResponse.Raw(
                200,
                Encoding.UTF8.GetBytes($"<iframe src='{scene.Address}'></iframe>"),
                new KeyValuePair<string, string>("Content-Type", "text/html")));
            await page.GotoAsync(origin.AbsoluteUri);

            string[] outcomes = await page.EvaluateAsync<string[]>(
                """
                async address => {
                  const attempts = [
                    ['reachable', { mode: 'no-cors' }],
                    ['emulator/faults', { method: 'POST', mode: 'no-cors', body: '{"chance":1,"delaySeconds":0,"kinds":["FailedRun"]}' }],
                    ['emulator/invoke', { method: 'POST', mode: 'no-cors', body: '{}' }],
                    ['emulator/faults', { method: 'POST', headers: { 'X-Emulator-Token': 'guess' }, body: '{}' }],
                    ['emulator/state', {}],
                    ['', {}],
                  ];
                  const outcomes = [];
                  for (const [path, options] of attempts) {
                    outcomes.push(await fetch(address + path, options).then(r => r.type, () => 'no response'));
                  }
                  return outcomes;
                }
                """,
                scene.Address.AbsoluteUri);

            Assert.Equal("opaque", outcomes[0]);
            Assert.All(outcomes[1..], outcome => Assert.Equal("no response", outcome));
            Assert.Empty(await page.Frames[1].QuerySelectorAllAsync("#runs"));
        }

        Assert.Equal(EmulatorFaults.None, scene.Hive.Faults);
        Assert.All(scene.Hive.Requests, request => Assert.Equal("/reachable", request.Path));
    }

    private static async Task<IEnumerable<string>> ComplaintsAsync(IPage page, string name, AxeRunOptions options)
    {
        await TakePictureAsync(page, name);
        AxeResult result = await page.RunAxe(options);
        return result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}"));
    }

    private static Task<string> BackgroundAsync(IPage page) =>
        page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");

    // For people who change the page and want to look at it.
    private static async Task TakePictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("FETCHHIVE_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"emulator-{name}.png"), FullPage = true });
        }
    }

    private static async Task FillAsync(Scene scene)
    {
        scene.Hive.Faults = new EmulatorFaults { Chance = 1, Kinds = EmulatorFaultKinds.FailedRun };
        await scene.CallAsync("State of enterprise AI in 2026");
        scene.Hive.Faults = new EmulatorFaults { Delay = TimeSpan.FromMilliseconds(20) };
        await scene.CallAsync("x", deployment: "summarise", variant: "v2");
        await scene.CallAsync("x", deployment: "summarise", variant: "v3");
        scene.ReceiverAnswers(HttpStatusCode.ServiceUnavailable);
        await scene.CallAsync("State of enterprise AI in 2026", "http://localhost:5000/callbacks");
        await Expect(scene.Newest).ToContainTextAsync("callback delivered");
        await scene.Page.Locator(".deployment summary").First.ClickAsync();
        await scene.Newest.Locator("summary").ClickAsync();
        await scene.Requests.Nth(1).Locator("summary").ClickAsync();
        await Expect(scene.Newest.Locator("tbody tr")).ToHaveCountAsync(2);
        await Expect(scene.Requests.Nth(1)).ToContainTextAsync("Variant not found");
    }
}
