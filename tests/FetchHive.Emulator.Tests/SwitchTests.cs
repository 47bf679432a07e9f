using System;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace FetchHive.Emulator.Tests;

/// <summary>Each undocumented assumption in docs/api.md has a switch, and the switch works.</summary>
public sealed class SwitchTests
{
    [Fact]
    public async Task Refused_requests_can_have_status_400()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync(options => options.ValidationStatus = 400);
        using var caller = new Caller(hive);

        Assert.Equal(400, (await caller.PostAsync("{}")).Status);
        Assert.Equal(400, (await caller.InvokeAsync([])).Status);
        Assert.Equal(400, (await caller.InvokeAsync(null, ("async", new JsonObject { ["enabled"] = true }))).Status);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    public async Task An_unknown_deployment_can_have_another_status(int status)
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync(options => options.UnknownDeploymentStatus = status);
        using var caller = new Caller(hive);

        Assert.Equal(status, (await caller.PostAsync("""{"deployment":"other","variant":"v"}""")).Status);
    }

    [Fact]
    public async Task Unknown_inputs_and_fields_can_be_ignored()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync(options =>
        {
            options.UnknownInputs = UnknownNames.Ignore;
            options.UnknownFields = UnknownNames.Ignore;
        });
        using var caller = new Caller(hive);
        JsonObject settings = Briefs.Async();
        settings["extra"] = 1;

        Assert.Equal(200, (await caller.InvokeAsync(new JsonObject { ["topic"] = "t", ["extra"] = 1 }, ("extra", 1))).Status);
        Assert.Equal(202, (await caller.InvokeAsync(null, ("async", settings))).Status);
    }

    [Fact]
    public async Task Text_can_take_numbers_and_booleans()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync(options => options.TextAcceptsNumbersAndBooleans = true);
        using var caller = new Caller(hive);

        Assert.Equal("A brief on 7", (string?)(await caller.InvokeAsync(new JsonObject { ["topic"] = 7 })).Json["output"]);
        Assert.Equal(200, (await caller.InvokeAsync(new JsonObject { ["topic"] = true })).Status);
        Assert.Equal(422, (await caller.InvokeAsync(new JsonObject { ["topic"] = new JsonArray() })).Status);
    }

    [Fact]
    public async Task An_empty_text_can_count_as_missing()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync(options => options.EmptyTextCountsAsMissing = true);
        using var caller = new Caller(hive);

        Assert.StartsWith("inputs.topic is required.", (await caller.InvokeAsync(new JsonObject { ["topic"] = "" })).Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_variant_can_be_optional()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync(hive => hive
            .Configure(options => options.VariantRequired = false)
            .Deploy("d", "first", start => start.Returns("1"))
            .Deploy("d", "second", start => start.Returns("2")));
        using var caller = new Caller(hive);

        Assert.Equal("1", (string?)(await caller.PostAsync("""{"deployment":"d"}""")).Json["output"]);
        Assert.Equal("2", (string?)(await caller.PostAsync("""{"deployment":"d","variant":"second"}""")).Json["output"]);
        Assert.Equal(422, (await caller.PostAsync("""{"deployment":"d","variant":7}""")).Status);
        Assert.Equal(422, (await caller.PostAsync("""{"deployment":"other"}""")).Status);
    }

    [Fact]
    public async Task A_callback_URL_can_be_required_to_be_https()
    {
        await using FetchHiveEmulator lenient = await Briefs.StartAsync();
        await using FetchHiveEmulator strict = await Briefs.StartAsync(options => options.CallbackUrlMustBeHttps = true);
        using var lenientCaller = new Caller(lenient);
        using var strictCaller = new Caller(strict);

        Assert.Equal(202, (await lenientCaller.InvokeAsync(null, ("async", Briefs.Async("http://127.0.0.1:5000/callback")))).Status);
        Assert.Equal(422, (await strictCaller.InvokeAsync(null, ("async", Briefs.Async("http://127.0.0.1:5000/callback")))).Status);
        Assert.Equal(202, (await strictCaller.InvokeAsync(null, ("async", Briefs.Async()))).Status);
    }

    [Fact]
    public void A_switch_refuses_values_outside_its_range()
    {
        var options = new FetchHiveEmulatorOptions();

        Assert.Throws<ArgumentOutOfRangeException>(() => options.ValidationStatus = 500);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.UnknownDeploymentStatus = 200);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.AcceptedStatus = 201);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.FailedRunStatus = 200);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.FailedRuns = (FailedRunResponse)9);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.UnknownInputs = (UnknownNames)9);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.UnknownFields = (UnknownNames)9);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.MaxRequestBytes = 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.MaxRecordedRequests = 0);
        Assert.Throws<ArgumentException>(() => options.ApiKey = " ");
        Assert.Throws<ArgumentException>(() => options.ApiKey = "two words");
        Assert.Throws<ArgumentException>(() => options.ApiKey = "line\nbreak");
    }

    [Fact]
    public async Task Options_changed_after_the_start_have_no_effect()
    {
        FetchHiveEmulatorOptions? kept = null;
        await using FetchHiveEmulator hive = await Briefs.StartAsync((FetchHiveEmulatorOptions options) => kept = options);
        using var caller = new Caller(hive);
        kept!.ValidationStatus = 400;

        Assert.Equal(422, (await caller.PostAsync("{}")).Status);
    }
}
