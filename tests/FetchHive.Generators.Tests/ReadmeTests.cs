using System;
using System.IO;
using System.Text.RegularExpressions;
using FetchHive.Generators.Tests.Kit;

namespace FetchHive.Generators.Tests;

/// <summary>Holds the README to what is generated.</summary>
public sealed partial class ReadmeTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;

        """;

    [Fact]
    public void The_generated_method_that_the_readme_shows_is_the_one_that_is_generated()
    {
        string readme = File.ReadAllText(Path.Combine(RepositoryRoot(), "README.md")).ReplaceLineEndings("\n");
        string declaration = Block(readme, "Declare the deployment:");
        string shown = Block(readme, "<!-- generated: IResearchBrief.RunAsync -->");

        GeneratorRun run = GeneratorRun.Of(new FetchHiveGenerator(), CompilationSetup.Default, Usings + declaration);
        run.AssertGeneratedCodeIsClean();
        string generated = Qualifiers().Replace(run.Generated("IResearchBrief.g.cs"), "");

        Assert.Contains(Indent(shown, 4), generated, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"global::((FetchHive\.CodeGeneration|FetchHive|System\.Threading\.Tasks"
        + @"|System\.Threading|System\.Collections\.Generic|System\.Text\.Json|System)\.)?")]
    private static partial Regex Qualifiers();

    private static string Block(string text, string marker)
    {
        int start = text.IndexOf("```csharp\n", text.IndexOf(marker, StringComparison.Ordinal), StringComparison.Ordinal)
            + "```csharp\n".Length;
        return text[start..text.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private static string Indent(string code, int spaces) =>
        Regex.Replace(code, "^(?=.)", new string(' ', spaces), RegexOptions.Multiline);

    /// <summary>Found from where the tests run, not from where they were compiled: CI maps source paths.</summary>
    private static string RepositoryRoot()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "FetchHive.Generators.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests don't run below the repository.");
        }

        return folder;
    }
}
