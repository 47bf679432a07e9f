using System;
using System.Net;
using System.Threading.Tasks;
using FetchHive.Browser.Tests.Kit;
using FetchHive.Emulator;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FetchHive.Browser.Tests;

/// <summary>What a person does with the emulator's page.</summary>
public sealed class PageTests(Chromium chromium)
{
    [Fact]
    public async Task A_deployment_is_listed_with_its_inputs_and_run_by_its_form()
    {
        await using Scene scene = await Scene.OpenAsync(chromium);
        ILocator deployment = scene.Page.Locator(".deployment").Nth(0);
        await Expect(deployment.Locator("summary")).ToContainTextAsync("research-brief");
        await Expect(deployment.Locator("summary")).ToContainTextAsync("topic, companies?");
        await Expect(scene.Page.Locator("#no-runs")).ToBeVisibleAsync();

        await deployment.Locator("summary").ClickAsync();
        await deployment.GetByLabel("topic").FillAsync("Bees");
        await deployment.GetByLabel("companies").FillAsync("Fetch");
        await deployment.GetByRole(AriaRole.Button, new() { Name = "Run" }).ClickAsync();
        await Expect(deployment.Locator(".problem").Nth(1)).ToHaveTextAsync("Enter JSON, such as [\"one\", \"two\"].");
        await deployment.GetByLabel("companies").FillAsync("[\"Fetch Hive\"]");
        await deployment.GetByRole(AriaRole.Button, new() { Name = "Run" }).ClickAsync();

        await Expect(deployment.GetByRole(AriaRole.Status)).ToContainTextAsync("Answered with 200 after");
        await Expect(scene.Newest.Locator(".status")).ToHaveTextAsync("✓ Completed");
        await Expect(scene.Newest.GetByRole(AriaRole.Group, new() { Name = "Output" })).ToContainTextAsync("A brief on Bees");
        await Expect(scene.Newest.GetByRole(AriaRole.Group, new() { Name = "Request" })).ToContainTextAsync("Fetch Hive");
        await Expect(scene.Page.Locator("#no-runs")).ToBeHiddenAsync();
        Assert.Equal("""{"topic":"Bees","companies":["Fetch Hive"]}""", Assert.Single(scene.Hive.Runs).Inputs.ToJsonString());
        Assert.Empty(scene.Errors);
    }

    [Fact]
    public async Task The_run_of_a_form_is_opened_also_when_the_list_shows_it_before_the_response_arrives()
    {
        await using Scene scene = await Scene.OpenAsync(chromium);
        await scene.Page.RouteAsync("**/emulator/invoke", async route =>
        {
            IAPIResponse response = await route.FetchAsync();
            await Expect(scene.Newest.Locator(".status")).ToHaveTextAsync("✓ Completed");
            await route.FulfillAsync(new() { Response = response });
        });
        ILocator deployment = scene.Page.Locator(".deployment").Nth(0);

        await deployment.Locator("summary").ClickAsync();
        await deployment.GetByLabel("topic").FillAsync("Bees");
        await deployment.GetByRole(AriaRole.Button, new() { Name = "Run" }).ClickAsync();

        await Expect(scene.Newest.GetByRole(AriaRole.Group, new() { Name = "Output" })).ToContainTextAsync("A brief on Bees");
        Assert.Empty(scene.Errors);
    }

    [Fact]
    public async Task Runs_of_a_program_appear_as_they_happen_and_what_is_open_stays_open()
    {
        var done = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using Scene scene = await Scene.OpenAsync(chromium, hive => hive
            .Deploy("research-brief", "production", start => start.TakesText("topic").Returns(_ => done.Task))
            .Deploy("summarise", "v2", start => start.TakesText("text").Fails("The model is deprecated.", "model_deprecated")));

        Task<HttpStatusCode> call = scene.CallAsync("Bees");
        await Expect(scene.Newest.Locator(".status")).ToHaveTextAsync("◐ Running");
        ILocator first = scene.Page.Locator("#requests > li", new() { HasText = "research-brief" });
        await first.Locator("summary").ClickAsync();
        await scene.CallAsync("x", deployment: "summarise", variant: "v2");
        await scene.CallAsync("x", deployment: "summarise", variant: "v3");
        done.SetResult("A brief");
        await call;

        await Expect(scene.Requests).ToHaveCountAsync(3);
        await Expect(first.Locator(".status")).ToHaveTextAsync("✓ Completed");
        await Expect(first.GetByRole(AriaRole.Group, new() { Name = "Output" })).ToHaveTextAsync("A brief");
        await Expect(first.Locator(".duration")).ToContainTextAsync("s");
        ILocator refused = scene.Requests.Nth(0);
        ILocator failed = scene.Requests.Nth(1);
        await Expect(refused.Locator(".status")).ToHaveTextAsync("⊘ Refused 422");
        await refused.Locator("summary").ClickAsync();
        await Expect(refused).ToContainTextAsync("Variant not found");
        await Expect(failed.Locator(".status")).ToHaveTextAsync("✕ Failed");
        await failed.Locator("summary").ClickAsync();
        await Expect(failed.Locator(".failure")).ToContainTextAsync("The model is deprecated.");
        await Expect(failed.Locator(".failure")).ToContainTextAsync("model_deprecated");
        Assert.Empty(scene.Errors);
    }

    [Fact]
    public async Task A_callback_is_shown_with_every_attempt_and_delivered_again()
    {
        await using Scene scene = await Scene.OpenAsync(chromium);
        scene.ReceiverAnswers(HttpStatusCode.ServiceUnavailable, HttpStatusCode.BadGateway);

        await scene.CallAsync("Bees", "http://localhost:5000/callbacks");
        await Expect(scene.Newest).ToContainTextAsync("callback not delivered");
        await scene.Newest.Locator("summary").ClickAsync();
        ILocator rows = scene.Newest.Locator("tbody tr");
        await Expect(rows).ToHaveCountAsync(2);
        await Expect(rows.Nth(0)).ToContainTextAsync("✕ 503");
        await Expect(rows.Nth(1)).ToContainTextAsync("✕ 502");
        await scene.Newest.GetByRole(AriaRole.Button, new() { Name = "Deliver again" }).ClickAsync();

        await Expect(rows).ToHaveCountAsync(3);
        await Expect(rows.Nth(2)).ToContainTextAsync("✓ 200");
        await Expect(scene.Newest.Locator(".result")).ToHaveTextAsync("The receiver answered with 200.");
        await Expect(scene.Newest).ToContainTextAsync("callback delivered");
        await Expect(scene.Newest.GetByRole(AriaRole.Button, new() { Name = "Deliver again" })).ToBeFocusedAsync();
        Assert.Equal(3, scene.Hive.Callbacks.Count);
        Assert.Empty(scene.Errors);
    }

    [Fact]
    public async Task Faults_are_switched_on_and_off()
    {
        await using Scene scene = await Scene.OpenAsync(chromium);
        ILocator faults = scene.Page.Locator("#faults");
        await Expect(faults.Locator(".state")).ToHaveTextAsync("Off");

        await faults.GetByLabel("Share of runs").FillAsync("100");
        await faults.GetByLabel("Delay of every run").FillAsync("0.01");
        await faults.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Expect(faults.Locator(".state")).ToHaveTextAsync("On: 100 % of runs, 0.01 s delay");
        Assert.Equal(new EmulatorFaults { Chance = 1, Delay = TimeSpan.FromSeconds(0.01) }, scene.Hive.Faults);
        await scene.CallAsync("Bees");
        await Expect(scene.Newest).ToContainTextAsync("failed by chance");

        await faults.GetByLabel("Share of runs").FillAsync("101");
        await faults.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Expect(faults.GetByRole(AriaRole.Status)).ToHaveTextAsync("The share of runs must be from 0 to 100 %.");
        await faults.GetByRole(AriaRole.Button, new() { Name = "Turn off" }).ClickAsync();
        await Expect(faults.Locator(".state")).ToHaveTextAsync("Off");
        Assert.Equal(EmulatorFaults.None, scene.Hive.Faults);

        // The page also shows a switch that a program changed.
        scene.Hive.Faults = new EmulatorFaults { Chance = 0.125, Kinds = EmulatorFaultKinds.LostResponse };
        await Expect(faults.Locator(".state")).ToHaveTextAsync("On: 12.5 % of runs");
        await Expect(faults.GetByLabel("The response is lost")).ToBeCheckedAsync();
        await Expect(faults.GetByLabel("The run fails")).Not.ToBeCheckedAsync();
    }

    [Fact]
    public async Task Outputs_and_names_are_shown_as_text()
    {
        const string Attack = "<img src=x onerror=\"document.title='attacked'\"><script>document.title='attacked'</script>";
        await using Scene scene = await Scene.OpenAsync(chromium, hive => hive
            .Deploy("research-brief", "production", start => start.TakesText("topic").Returns(Attack))
            .Deploy(Attack, Attack, start => start.TakesText(Attack).Fails(Attack, Attack)));

        await scene.CallAsync(Attack);
        await scene.CallAsync(Attack, deployment: Attack, variant: Attack);
        ILocator refused = scene.Requests.Nth(0);
        ILocator completed = scene.Requests.Nth(1);
        await completed.Locator("summary").ClickAsync();
        await refused.Locator("summary").ClickAsync();

        await Expect(completed.GetByRole(AriaRole.Group, new() { Name = "Output" })).ToHaveTextAsync(Attack);
        await Expect(refused.Locator(".title")).ToHaveTextAsync(Attack);
        await Expect(scene.Page.Locator("main img, main script, aside img, aside script")).ToHaveCountAsync(0);
        await Expect(scene.Page).ToHaveTitleAsync("Fetch Hive emulator");
        Assert.Empty(scene.Errors);
    }

    [Fact]
    public async Task The_page_says_when_the_emulator_is_gone_and_continues_when_it_is_back()
    {
        await using Scene scene = await Scene.OpenAsync(chromium, _ => { });
        await Expect(scene.Page.Locator("#no-deployments")).ToBeVisibleAsync();

        await scene.Hive.StopListeningAsync();
        await Expect(scene.Page.Locator("#connection")).ToContainTextAsync("Not connected.");
        await scene.Hive.StartListeningAsync(TestContext.Current.CancellationToken);
        await Expect(scene.Page.Locator("#connection")).ToHaveTextAsync("Live");
        scene.Hive.Deploy("research-brief", "production", start => start.Returns("A brief"));

        await Expect(scene.Page.Locator(".deployment")).ToContainTextAsync("research-brief");
        await Expect(scene.Page.Locator("#no-deployments")).ToBeHiddenAsync();
    }
}
