using System;
using System.IO;
using System.Threading.Tasks;
using FetchHive.Emulator;
using FetchHive.Package.Tests.Kit;

namespace FetchHive.Package.Tests;

/// <summary>Projects that have only our packages: they build without a warning, and run.</summary>
public sealed class ConsumerTests(BuiltConsumers consumers) : IClassFixture<BuiltConsumers>
{
    [Fact]
    public async Task A_console_application_calls_the_emulator_from_the_package()
    {
        string[] printed = await consumers.RunAsync("Net10Console");

        Assert.Equal(
            [
                "A brief on bees for 1 companies",
                "A brief on hives for 1 companies",
                """{"deployment":"research-brief","variant":"production","inputs":{"topic":"hives","companies":[{"name":"Fetch """
                + """Hive","website":"https://example.com/"}],"max_words":100}}""",
            ],
            printed);
    }

    [Fact]
    public async Task Partial_properties_that_another_generator_completes_are_sent_and_read()
    {
        string[] printed = await consumers.RunAsync("MvvmInputs");

        Assert.Equal(
            ["""{"deployment":"research-brief","variant":"production","inputs":{"company":{"name":"Acme","employees":5}}}""",
                "Fetch Hive, 9"],
            printed);
    }

    [Fact]
    public async Task A_project_with_only_the_emulator_package_has_the_generator_too()
    {
        Assert.Equal(["Hello Ada"], await consumers.RunAsync("EmulatorOnly"));
    }

    [Fact]
    public async Task A_self_contained_application_for_net8_brings_its_own_runtime_and_all_it_needs()
    {
        await using HostedEmulator emulator = await HostedEmulator.StartAsync();

        string[] printed = await consumers.RunAsync("SelfContainedNet8", emulator);

        Assert.Equal(["runtime 8", "On bees: 1 finding, 812 words"], printed);
        Assert.Equal(
            """{"deployment":"research-brief","variant":"production","inputs":{"topic":"bees","companies":["Fetch """
            + """Hive","Acme"]},"metadata":{"customer_id":"cus_123","trial":false}}""",
            emulator.BodyText);
    }

    [Fact]
    public async Task A_netstandard_library_in_the_lowest_language_version_runs_on_the_newest_framework()
    {
        await using HostedEmulator emulator = await HostedEmulator.StartAsync();

        string[] printed = await consumers.RunAsync("Standard20Caller", emulator, "Standard20Library");

        Assert.Equal(["On bees: 1 finding, 812 words", "Busy. May have run: False"], printed);
        Assert.Equal(
            """{"deployment":"research-brief","variant":"production","inputs":{"topic":"bees","companies":[{"name":"Fetch """
            + """Hive","website":"https://example.com/"}]},"metadata":{"plan":"enterprise"}}""",
            emulator.BodyText);
    }

    /// <summary>Both reference the package with <c>PrivateAssets="all"</c>, have polyfills of attributes, and compile the same
    /// file.</summary>
    [Fact]
    public async Task An_application_and_a_library_that_keep_the_package_to_themselves_share_a_file_and_polyfills()
    {
        await using HostedEmulator emulator = await HostedEmulator.StartAsync();

        string[] printed = await consumers.RunAsync("PrivateCaller", emulator, "PrivateLibrary");

        Assert.Equal(["On bees: they fly", "On hives: they fly"], printed);
    }

    /// <summary>docs/declaring.md describes the effect of <c>PrivateAssets="all"</c> in a library.</summary>
    [Fact]
    public async Task A_library_that_keeps_the_package_private_fails_in_a_project_without_it()
    {
        Assert.Equal(["missing: FetchHive"], await consumers.RunAsync("PlainCaller", dependencies: "PrivateLibrary"));
    }

    [Fact]
    public async Task An_application_for_net8_that_pins_packages_of_its_age_installs_every_package_and_runs_on_it()
    {
        string[] printed = await consumers.RunAsync("PinnedNet8");

        Assert.Equal(
            [
                "runtime 8, System.Text.Json 8, fetchhive:",
                "On bees: they fly (Casual), short",
                "On hives",
                "refused at $.output.title",
                "refused at $.output.title",
                "refused at $.output.summary",
                "refused at $.output.findings[1].claim",
                "read t, none, Plain, 0.5",
            ],
            printed);
    }

    [Fact]
    public async Task An_application_for_NET_Framework_calls_retries_times_out_and_verifies_on_Mono()
    {
        if (MonoRuntime.Missing() is { } missing)
        {
            Assert.Skip(missing);
        }

        await using HostedEmulator emulator = await HostedEmulator.StartAsync();
        emulator.RespondNext(
            EmulatorResponse.Regular(),
            EmulatorResponse.Json(503, """{"error":"busy"}""").WithHeader("Retry-After", "1"),
            EmulatorResponse.Regular(),
            EmulatorResponse.Regular(),
            EmulatorResponse.Regular(),
            EmulatorResponse.Json(200, """{"request_id":"req_1","run_status":"completed","output":{"title":null,"findings":[]}}"""),
            EmulatorResponse.Regular(),
            EmulatorResponse.Never());

        string[] printed = await consumers.RunAsync("NetFramework472", emulator);

        Assert.Equal(
            [
                "typed: On bees, 1 finding, 812 words",
                "retried: On bees, 1 finding, 812 words",
                "compressed: 20003 characters, 1 finding, 812 words",
                "started: running",
                "refused: True",
                "any JSON: On bees",
                "timed out: True, in time: True",
                "signature: Valid, other: Mismatched",
                "callback: On bees",
            ],
            printed);
        Assert.Equal(8, emulator.Requests.Count);
        Assert.Equal(
            """{"deployment":"research-brief","variant":"production","inputs":{"topic":"bees","companies":[{"name":"Fetch """
            + """Hive","website":"https://example.com/"}]},"metadata":{"plan":"enterprise"}}""",
            emulator.Requests[0].BodyText);
        Assert.Contains("gzip", emulator.Requests[3].Headers["Accept-Encoding"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_setup_of_the_page_on_telemetry_shows_the_spans_and_metrics_of_a_web_application()
    {
        string[] printed = await consumers.RunAsync("WebTelemetry");

        Assert.Equal(
            [
                "Hello Ada",
                "Server GET / > Client invoke_workflow greeting > Client POST",
                "fetchhive.client.active_calls fetchhive.client.attempts gen_ai.client.operation.duration",
            ],
            printed);

        // The program contains the page's code block.
        string page = await ReadAsync("docs/telemetry.md");
        string block = page[(page.IndexOf("```csharp\n", StringComparison.Ordinal) + "```csharp\n".Length)..];
        block = block[..block.IndexOf("```", StringComparison.Ordinal)];
        Assert.Contains(block, await ReadAsync("tests/FetchHive.Package.Tests/Consumers/WebTelemetry/Program.cs"),
            StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(string path) =>
        (await File.ReadAllTextAsync(Path.Combine(Places.RepositoryRoot, path), TestContext.Current.CancellationToken)).ReplaceLineEndings(
        "\n");
}
