using System.IO;
using System.Threading.Tasks;
using FetchHive.Package.Tests.Kit;

namespace FetchHive.Package.Tests;

/// <summary>A compiler that can't load the generator loads nothing and says nothing. The package says it in its stead.</summary>
public sealed class CompilerCheckTests(Packages packages)
{
    [Fact]
    public async Task A_compiler_that_is_too_old_is_warned_about_and_the_build_goes_on()
    {
        // The SDK picks analyzers by this property, so the generator is really not loaded, as with such a compiler.
        CommandResult build = await Command.RunAsync(
            Path.Combine(packages.Consumers, "OldCompiler"), packages.Environment, Command.DotNet, "run", "-p:CompilerApiVersion=roslyn4.7", "-tl:off");

        build.EnsureSuccess();
        string finding = Assert.Single(build.Findings());
        Assert.Contains(": warning FH0001: ", finding, System.StringComparison.Ordinal);
        Assert.EndsWith("no client\n", build.Output, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("roslyn4.7", true)]
    [InlineData("roslyn3.11", true)]
    [InlineData("", true)] // Older than the property itself.
    [InlineData("roslyn4.8", false)]
    [InlineData("roslyn4.14", false)]
    [InlineData("roslyn5.0", false)]
    [InlineData("roslyn-next", false)] // A form that nobody knows yet is newer, not older.
    public async Task The_check_knows_old_from_new(string version, bool isTooOld)
    {
        CommandResult check = await CheckAsync("PlainProject.proj", $"-p:CompilerApiVersion={version}");

        if (isTooOld)
        {
            Assert.Contains("warning FH0001: ", Assert.Single(check.Findings()), System.StringComparison.Ordinal);
        }
        else
        {
            Assert.Empty(check.Findings());
        }
    }

    [Fact]
    public async Task The_warning_names_a_property_that_silences_it()
    {
        CommandResult loud = await CheckAsync("PlainProject.proj", "-p:CompilerApiVersion=roslyn4.7");
        CommandResult silent = await CheckAsync("PlainProject.proj", "-p:CompilerApiVersion=roslyn4.7", "-p:FetchHiveSkipCompilerCheck=true");

        Assert.Contains("FetchHiveSkipCompilerCheck", Assert.Single(loud.Findings()), System.StringComparison.Ordinal);
        Assert.Empty(silent.Findings());
    }

    [Fact]
    public async Task A_project_with_packages_config_is_told_to_move_on()
    {
        CommandResult check = await CheckAsync("PackagesConfig/PackagesConfig.proj", "-p:CompilerApiVersion=roslyn5.0");

        Assert.Contains("warning FH0002: ", Assert.Single(check.Findings()), System.StringComparison.Ordinal);
    }

    private async Task<CommandResult> CheckAsync(string project, params string[] properties)
    {
        CommandResult check = await Command.RunAsync(
            packages.Consumers, packages.Environment, Command.DotNet, ["msbuild", project, "-nologo", "-tl:off", .. properties]);
        return check.EnsureSuccess();
    }
}
