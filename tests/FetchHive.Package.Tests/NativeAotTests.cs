using System;
using System.IO;
using System.Threading.Tasks;
using FetchHive.Package.Tests.Kit;

namespace FetchHive.Package.Tests;

/// <summary>Ahead-of-time compilation, which would reveal reflection and unread warnings.</summary>
public sealed class NativeAotTests(Packages packages)
{
    [Fact]
    public async Task A_native_application_is_published_without_a_warning_and_calls_with_typed_input_and_output()
    {
        if (NativeToolchain.Missing() is { } missing)
        {
            Assert.Skip(missing);
        }

        await using HostedEmulator emulator = await HostedEmulator.StartAsync();
        string project = Path.Combine(packages.Consumers, "NativeAot");
        string published = Path.Combine(packages.Folder, "native");

        CommandResult publishing = await Command.RunAsync(
            project, packages.Environment, Command.DotNet, "publish", "-c", "Release", "-o", published, "-tl:off");

        publishing.EnsureClean();
        publishing.EnsureSuccess();
        Assert.DoesNotContain(Directory.GetFiles(published), file => file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase));

        string app = Path.Combine(published, OperatingSystem.IsWindows() ? "NativeAot.exe" : "NativeAot");
        CommandResult run = await Command.RunAsync(published, emulator.Environment, app);

        Assert.Equal(
            """
            dynamic code False
            On bees: 1 finding (they fly, Casual), 812 words
            wasps: Succeeded, On wasps, replayed False
            wasps: Succeeded, On wasps, replayed True

            """,
            run.EnsureSuccess().Output);
        Assert.Equal(2, emulator.Requests.Count);
        Assert.Equal(
            """{"deployment":"research-brief","variant":"production","inputs":{"topic":"bees","companies":[{"name":"Fetch """
            + """Hive","website":"https://example.com/","size":"Small"}],"filters":{"years":[2025,"""
            + """2026]}},"metadata":{"customer_id":"cus_123","trial":false,"invoice_count":12,"region":null}}""",
            emulator.Requests[0].BodyText);
    }

    /// <summary>Shows that the test above can fail, because its settings allow no reflection. Compiling is enough for that.</summary>
    [Fact]
    public async Task A_native_application_that_reflects_is_not_published()
    {
        string project = Path.Combine(packages.Consumers, "NativeAotReflecting");
        Directory.CreateDirectory(project);
        foreach (string file in Directory.GetFiles(Path.Combine(packages.Consumers, "NativeAot")))
        {
            File.Copy(file, Path.Combine(project, Path.GetFileName(file)));
        }

        await File.WriteAllTextAsync(
            Path.Combine(project, "Reflection.cs"),
            """
            static class Reflection
            {
                public static string Write(Brief brief) => System.Text.Json.JsonSerializer.Serialize(brief);

                public static object? Read(object value) => value.GetType().GetProperty("Title")!.GetValue(value);
            }
            """,
            TestContext.Current.CancellationToken);

        CommandResult publishing = await Command.RunAsync(
            project, packages.Environment, Command.DotNet, "publish", "-c", "Release", "-tl:off");

        Assert.NotEqual(0, publishing.ExitCode);
        Assert.Throws<InvalidOperationException>(() => publishing.EnsureClean());
        string findings = string.Join('\n', publishing.Findings());
        Assert.Contains("Reflection.cs(3,48): error IL2026", findings, StringComparison.Ordinal);
        Assert.Contains("Reflection.cs(3,48): error IL3050", findings, StringComparison.Ordinal);
        Assert.Contains("Reflection.cs(5,49): error IL2075", findings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_native_receiver_is_published_without_a_warning_and_gets_the_callbacks_of_its_runs()
    {
        if (NativeToolchain.Missing() is { } missing)
        {
            Assert.Skip(missing);
        }

        await using HostedEmulator emulator = await HostedEmulator.StartAsync();
        string project = Path.Combine(packages.Consumers, "NativeAotReceiver");
        string published = Path.Combine(packages.Folder, "native-receiver");

        CommandResult publishing = await Command.RunAsync(
            project, packages.Environment, Command.DotNet, "publish", "-c", "Release", "-o", published, "-tl:off");

        publishing.EnsureClean();
        publishing.EnsureSuccess();

        string app = Path.Combine(published, OperatingSystem.IsWindows() ? "NativeAotReceiver.exe" : "NativeAotReceiver");
        CommandResult run = await Command.RunAsync(published, emulator.Environment, app);

        Assert.Equal(
            """
            dynamic code False
            On bees: 1 finding, 812 words
            class: On bees
            On bees: 1 finding, 812 words
            lambda: completed
            415 401

            """,
            run.EnsureSuccess().Output);
    }
}
