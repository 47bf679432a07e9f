using System.Threading.Tasks;
using FetchHive.Package.Tests.Kit;

namespace FetchHive.Package.Tests;

/// <summary>Projects that have the packages and nothing else of ours: they build without a warning, and run.</summary>
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
                """{"deployment":"research-brief","variant":"production","inputs":{"topic":"hives","companies":[{"name":"Fetch Hive","website":"https://example.com/"}],"max_words":100}}""",
            ],
            printed);
    }

    [Fact]
    public async Task Partial_properties_that_another_generator_completes_are_sent_and_read()
    {
        string[] printed = await consumers.RunAsync("MvvmInputs");

        Assert.Equal(
            ["""{"deployment":"research-brief","variant":"production","inputs":{"company":{"name":"Acme","employees":5}}}""", "Fetch Hive, 9"],
            printed);
    }

    [Fact]
    public async Task Whoever_installs_the_emulator_alone_has_the_generator_too()
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
            """{"deployment":"research-brief","variant":"production","inputs":{"topic":"bees","companies":["Fetch Hive","Acme"]},"metadata":{"customer_id":"cus_123","trial":false}}""",
            emulator.BodyText);
    }

    [Fact]
    public async Task A_netstandard_library_in_the_lowest_language_version_runs_on_the_newest_framework()
    {
        await using HostedEmulator emulator = await HostedEmulator.StartAsync();

        string[] printed = await consumers.RunAsync("Standard20Caller", emulator, "Standard20Library");

        Assert.Equal(["On bees: 1 finding, 812 words"], printed);
        Assert.Equal(
            """{"deployment":"research-brief","variant":"production","inputs":{"topic":"bees","companies":[{"name":"Fetch Hive","website":"https://example.com/"}]},"metadata":{"plan":"enterprise"}}""",
            emulator.BodyText);
    }
}
