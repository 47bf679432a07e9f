using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using FetchHive.Generators.Analyzers;
using FetchHive.Generators.CodeFixes;
using FetchHive.Generators.Tests.Kit;
using FetchHive.Generators.Tests.RulePages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.Tests.Snippets;

/// <summary>The README's and the guide's examples of snippets are true.</summary>
public sealed partial class SnippetGuideTests
{
    private const string SnippetPath = "/research-brief.fetchhive.sh";

    private const string ImplicitUsings =
        "global using System;\nglobal using System.Collections.Generic;\nglobal using System.Threading;\n"
            + "global using System.Threading.Tasks;\n";

    [Fact]
    public Task The_interface_in_the_readme_is_declared_as_it_shows()
    {
        string readme = RuleDocs.Read("README.md").ReplaceLineEndings("\n");
        CSharpCodeFixTest<DeploymentAnalyzer, DeclareFix> test = new();
        test.TestState.Sources.Add(Marked(Block(readme, "empty", "csharp")));
        test.TestState.Sources.Add(ImplicitUsings);
        test.FixedState.Sources.Add(Block(readme, "declaration", "csharp"));
        test.FixedState.Sources.Add(ImplicitUsings);
        test.TestState.AdditionalFiles.Add((SnippetPath, SourceText.From(Block(readme, "snippet", "sh"), Encoding.UTF8)));
        test.SourceGenerators.Add(typeof(FetchHiveGenerator));
        return test.RunAsync();

        static string Marked(string source) => source
            .Replace("\"\"", "{|FH1003:\"\"|}", StringComparison.Ordinal)
            .Replace("IResearchBrief", "{|FH5012:IResearchBrief|}", StringComparison.Ordinal);
    }

    [Fact]
    public Task The_update_in_the_readme_gives_the_errors_that_it_shows()
    {
        string readme = RuleDocs.Read("README.md").ReplaceLineEndings("\n");
        return VerifyUpdateAsync("README.md", readme, Block(readme, "snippet", "sh"));
    }

    [Fact]
    public Task The_update_in_the_guide_gives_the_errors_that_it_shows()
    {
        string text = RuleDocs.Read("docs/snippets.md").ReplaceLineEndings("\n");
        return VerifyUpdateAsync("docs/snippets.md", text, Block(text, "file: samples/ResearchBrief/research-brief.fetchhive.sh", "sh"));
    }

    private static async Task VerifyUpdateAsync(string file, string text, string snippet)
    {
        string declaration = Block(text, "declaration", "csharp");
        string usings = declaration.StartsWith("using FetchHive;", StringComparison.Ordinal) ? "" : "global using FetchHive;\n";
        Assert.Empty(await FindAsync(declaration, usings, snippet));

        string found = string.Join('\n', await FindAsync(declaration, usings, Updated(snippet, Block(text, "update", "diff"))));

        Match shown = Shown().Match(text);
        if (Environment.GetEnvironmentVariable(Snapshots.UpdateVariable) == "1")
        {
            await File.WriteAllTextAsync(
                RuleDocs.PathOf(file),
                text[..shown.Groups["lines"].Index] + found + "\n" + text[(shown.Groups["lines"].Index + shown.Groups["lines"].Length)..],
                TestHost.CancellationToken);
        }

        Assert.Equal(found, shown.Groups["lines"].Value.TrimEnd('\n'));
    }

    private static async Task<IEnumerable<string>> FindAsync(string declaration, string usings, string snippet)
    {
        CompilationSetup setup = CompilationSetup.Default with { AdditionalFiles = [(SnippetPath, snippet)] };
        GeneratorRun run = GeneratorRun.Of(
            new FetchHiveGenerator(), setup, ("Workflows.cs", declaration), ("Usings.cs", ImplicitUsings + usings));
        ImmutableArray<Diagnostic> found = await AnalyzerRun.FindAsync(
            run.Output, new AnalyzerOptions(setup.AdditionalTexts, setup.ConfigOptions), Descriptors.Analyzers);
        return run.OutputDiagnostics.Concat(found)
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .Select(ExampleBuild.Print);
    }

    /// <summary>A snippet with a diff applied.</summary>
    private static string Updated(string snippet, string diff)
    {
        string[] lines = diff.TrimEnd('\n').Split('\n');
        string before = Side('-');
        Assert.Contains(before, snippet, StringComparison.Ordinal);
        return snippet.Replace(before, Side('+'), StringComparison.Ordinal);

        string Side(char sign) => string.Concat(lines.Where(line => line[0] == ' ' || line[0] == sign).Select(line => line[1..] + "\n"));
    }

    private static string Block(string text, string marker, string language)
    {
        string fence = $"```{language}\n";
        int start = text.IndexOf(fence, text.IndexOf($"<!-- {marker} -->", StringComparison.Ordinal), StringComparison.Ordinal)
            + fence.Length;
        return text[start..text.IndexOf("```", start, StringComparison.Ordinal)];
    }

    [GeneratedRegex(@"<!-- update -->\n```diff\n.*?```\n\n```text\n(?<lines>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Shown();
}
