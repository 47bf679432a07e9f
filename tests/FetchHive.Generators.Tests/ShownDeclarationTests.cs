using System;
using System.Text.RegularExpressions;
using FetchHive.Generators.Tests.Kit;
using FetchHive.Generators.Tests.RulePages;

namespace FetchHive.Generators.Tests;

/// <summary>Compares declarations in the README and docs/declaring.md with what is generated.</summary>
public sealed partial class ShownDeclarationTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;

        """;

    [Fact]
    public void The_generated_method_that_the_guide_shows_is_the_one_that_is_generated()
    {
        string guide = RuleDocs.Read("docs/declaring.md").ReplaceLineEndings("\n");
        string shown = Block(guide, "<!-- generated: IResearchBrief.RunAsync -->");

        GeneratorRun run = GeneratorRun.Of(
            new FetchHiveGenerator(), CompilationSetup.Default, Usings + Block(guide, "<!-- declaration -->"));
        run.AssertGeneratedCodeIsClean();
        string generated = Qualifiers().Replace(run.Generated("IResearchBrief.g.cs"), "");

        Assert.Contains(Indent(shown, 4), generated, StringComparison.Ordinal);
    }

    [Fact]
    public void The_declaration_that_the_readme_shows_has_a_client()
    {
        string readme = RuleDocs.Read("README.md").ReplaceLineEndings("\n");
        string declaration = Block(readme, "<!-- by hand -->");

        GeneratorRun run = GeneratorRun.Of(new FetchHiveGenerator(), CompilationSetup.Default, $"{Usings}using FetchHive;\n{declaration}");
        run.AssertGeneratedCodeIsClean();

        Assert.Contains("StartCallback", run.Generated("IResearchBrief.g.cs"), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"FetchHiveCode::|global::((FetchHive|System\.Threading\.Tasks"
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
}
