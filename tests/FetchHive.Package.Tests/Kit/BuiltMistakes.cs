using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace FetchHive.Package.Tests.Kit;

/// <summary>
/// All mistakes in the documentation, built once against the packages. They share one project, except those that need another language
/// version or another project.
/// </summary>
public sealed class BuiltMistakes(Packages packages) : IAsyncLifetime
{
    private string[] _lines = [];

    internal IReadOnlyList<Mistake> Mistakes { get; } =
        [.. Mistake.OfRulePages(), Mistake.OfReadme(), .. Mistake.OfCallsThatStayValid()];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        string folder = Path.Combine(packages.Consumers, "Mistakes");
        foreach (Mistake mistake in Mistakes.Where(mistake => !mistake.NeedsItsOwnProject))
        {
            await WriteAsync(folder, mistake.Name + ".cs", mistake.IsolatedCode);
        }

        List<string> lines = [.. await BuildAsync(folder)];
        foreach (Mistake mistake in Mistakes.Where(mistake => mistake.NeedsItsOwnProject))
        {
            lines.AddRange(await BuildAsync(await WriteProjectAsync(folder, mistake)));
        }

        _lines = [.. lines];
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<IEnumerable<string>> BuildAsync(string folder)
    {
        CommandResult build = await Command.RunAsync(folder, packages.Environment, Command.DotNet, "build", "-tl:off");

        // The summary at the end repeats everything.
        string log = build.Output.Split(["\nBuild FAILED.", "\nBuild succeeded."], StringSplitOptions.None)[0];
        return log.Split('\n')
            .Where(line => line.Contains(": error ", StringComparison.Ordinal) || line.Contains(": warning ", StringComparison.Ordinal));
    }

    /// <summary>Writes a project like that of the other mistakes, with the settings of the page.</summary>
    private async Task<string> WriteProjectAsync(string others, Mistake mistake)
    {
        string project = await File.ReadAllTextAsync(Path.Combine(others, "Mistakes.csproj"), TestContext.Current.CancellationToken);
        string folder = Path.Combine(packages.Consumers, mistake.Name);
        if (mistake.Library is var (name, code))
        {
            await WriteAsync(Path.Combine(packages.Consumers, name), name + ".csproj", project);
            await WriteAsync(Path.Combine(packages.Consumers, name), "Library.cs", code);
            project = project.Replace("</ItemGroup>", $"<ProjectReference Include=\"../{name}/{name}.csproj\" /></ItemGroup>",
                StringComparison.Ordinal);
        }

        if (mistake.LanguageVersion is { } version)
        {
            // The SDK's own global usings need C# 10.
            project = project.Replace(
                "</PropertyGroup>", $"<LangVersion>{version}</LangVersion><ImplicitUsings>disable</ImplicitUsings></PropertyGroup>",
                StringComparison.Ordinal);
        }

        if (mistake.Package is { } package)
        {
            project = project.Replace(
                "</ItemGroup>", $"<PackageReference Include=\"{package}\" Version=\"{VersionOf(package)}\" /></ItemGroup>",
                StringComparison.Ordinal);
        }

        if (mistake.HasNoAnalyzers)
        {
            project = project.Replace("</PropertyGroup>", "<RunAnalyzers>false</RunAnalyzers></PropertyGroup>", StringComparison.Ordinal);
        }

        await WriteAsync(folder, mistake.Name + ".csproj", project);
        await WriteAsync(folder, mistake.Name + ".cs", mistake.Code);
        File.Copy(Path.Combine(others, ".editorconfig"), Path.Combine(folder, ".editorconfig"));
        foreach ((string file, string text) in mistake.Snippets)
        {
            await WriteAsync(folder, file, text);
        }

        return folder;
    }

    private static Task WriteAsync(string folder, string name, string text)
    {
        Directory.CreateDirectory(folder);
        return File.WriteAllTextAsync(Path.Combine(folder, name), text, TestContext.Current.CancellationToken);
    }

    /// <summary>The build's lines about a file, in the form of the documentation: the file's name without its folder, and no
    /// project.</summary>
    internal IEnumerable<string> LinesOf(string name)
    {
        foreach (string line in _lines)
        {
            int start = StartOf(line, name);
            if (start >= 0)
            {
                int end = line.LastIndexOf(" [", StringComparison.Ordinal);
                yield return line[start..(end < 0 ? line.Length : end)].Trim();
            }
        }
    }

    /// <summary>The build's lines that aren't about the file of a mistake.</summary>
    internal IEnumerable<string> OtherLines() =>
        _lines.Where(line => !Mistakes.Any(mistake => StartOf(line, mistake.Name) >= 0));

    // The start of the file's name. In the shared project, the file has the mistake's name. In a separate project, every file is in a
    // folder with that name.
    private int StartOf(string line, string name)
    {
        string own = Path.Combine(packages.Consumers, name) + Path.DirectorySeparatorChar;
        return line.StartsWith(own, StringComparison.Ordinal) ? own.Length : line.IndexOf(name + ".cs(", StringComparison.Ordinal);
    }

    private static string VersionOf(string package) => package switch
    {
        "Microsoft.Extensions.AI.Abstractions" => "10.11.0",
        _ => "8.4.2",
    };
}
