using System;
using System.IO;
using System.Threading.Tasks;
using FetchHive.Package.Tests.Kit;

namespace FetchHive.Package.Tests;

/// <summary>A compiler that can't load the generator ignores it silently. The package reports the problem instead.</summary>
public sealed class CompilerCheckTests(Packages packages, CompilerChecks checks) : IClassFixture<CompilerChecks>
{
    [Fact]
    public async Task A_compiler_that_is_too_old_is_warned_about_and_the_build_continues()
    {
        // The SDK selects analyzers by this property, so the generator isn't loaded, as with such a compiler.
        CommandResult build = await Command.RunAsync(
            Path.Combine(packages.Consumers, "OldCompiler"), packages.Environment, Command.DotNet, "run", "-p:CompilerApiVersion=roslyn4.7",
            "-tl:off");

        build.EnsureSuccess();
        string finding = Assert.Single(build.Findings());
        Assert.Contains(": warning FH0001: ", finding, StringComparison.Ordinal);
        Assert.EndsWith("no client\n", build.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("roslyn3.11")]
    [InlineData("roslyn4.7")]
    [InlineData("")] // Older than the property itself.
    public void An_old_compiler_is_warned_about(string version)
    {
        string finding = Assert.Single(checks.Findings, finding => finding.Contains($"has '{version}'", StringComparison.Ordinal));

        Assert.Contains(": warning FH0001: ", finding, StringComparison.Ordinal);
        Assert.Contains("FetchHiveSkipCompilerCheck", finding, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("roslyn4.8")]
    [InlineData("roslyn4.14")]
    [InlineData("roslyn5.0")]
    [InlineData("roslyn-next")] // An unknown form counts as newer, not older.
    [InlineData("roslyn4.0")] // With the property that silences the check.
    [InlineData("roslyn4.1")] // For Visual Basic, which has no generator.
    public void A_compiler_that_is_new_or_not_ours_is_not_warned_about(string version)
    {
        Assert.DoesNotContain(checks.Findings, finding => finding.Contains($"has '{version}'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Brief.vb", "VB")]
    [InlineData("Brief's (first).fs", "F#")]
    public void The_attribute_is_warned_about_in_languages_that_have_no_generator(string file, string language)
    {
        string finding = Assert.Single(checks.Findings, finding => finding.Contains(file, StringComparison.Ordinal));

        Assert.Contains(": warning FH0003: ", finding, StringComparison.Ordinal);
        Assert.Contains($"in this {language} project", finding, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_another_language_that_only_calls_clients_is_left_alone() =>
        Assert.DoesNotContain(checks.Findings, finding => finding.Contains("Caller.vb", StringComparison.Ordinal));

    [Fact]
    public void A_project_with_packages_config_gets_a_warning()
    {
        Assert.Single(checks.Findings, finding => finding.Contains("PackagesConfig", StringComparison.Ordinal)
            && finding.Contains(": warning FH0002: ", StringComparison.Ordinal));
    }
}
