using System;
using System.Globalization;
using System.Linq;
using System.Text;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Generators.Tests.Surface;

/// <summary>Tests that apply to the generated code of every declaration.</summary>
public class DeclarationTests
{
    /// <summary>
    /// The warnings that generated files disable: about members that hide those of an annotated base (CS0108), and warnings that the
    /// declaration itself already causes about obsolete types, CLS compliance, and names in lower case (CS8981).
    /// </summary>
    private static readonly string[] Documented = ["CS0108", "CS0612", "CS0618", "CS3001", "CS3002", "CS3003", "CS8981"];

    public static TheoryData<string> Names => [.. Declarations.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_client_is_complete_and_compiles_without_a_warning(string name)
    {
        GeneratorRun run = GeneratorRun.Of<FetchHiveGenerator>(Declarations.All[name]).AssertGeneratedCodeIsClean();

        Assert.True(Generated.IsComplete(run));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_client_compiles_without_a_warning_for_net8(string name)
    {
        CompilationSetup setup = CompilationSetup.Default with { Target = Target.Net8 };

        GeneratorRun run = GeneratorRun.Of(new FetchHiveGenerator(), setup, Declarations.All[name]).AssertGeneratedCodeIsClean();

        Assert.True(Generated.IsComplete(run));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Warnings_that_are_switched_off_are_the_documented_ones(string name)
    {
        GeneratorRun run = GeneratorRun.Of<FetchHiveGenerator>(Declarations.All[name]);

        foreach (LanguageVersion version in (LanguageVersion[])[LanguageVersion.CSharp9, LanguageVersion.CSharp12])
        {
            Assert.DoesNotContain(Generated.WarningsWithoutPragmas(run, version), warning => !Documented.Contains(warning[..6]));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Lines_end_with_a_line_feed_and_not_with_spaces(string name)
    {
        foreach ((_, string text) in GeneratorRun.Of<FetchHiveGenerator>(Declarations.All[name].Replace("\n", "\r\n",
            StringComparison.Ordinal)).GeneratedSources)
        {
            Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
            Assert.EndsWith("}\n", text, StringComparison.Ordinal);
            Assert.DoesNotContain(" \n", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\n\n\n", text, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"\{\n\n", text);
            Assert.DoesNotMatch(@"\n\n *\}", text);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_declaration_gives_the_same_bytes_in_any_culture(string name)
    {
        byte[] first = Bytes(name);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            // In Turkish, I has another lower case, and the decimal separator is a comma.
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo("tr-TR");
            Assert.Equal(first, Bytes(name));
            Assert.NotEqual("I", "i".ToUpper(CultureInfo.CurrentCulture));
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    private static byte[] Bytes(string name) => Encoding.UTF8.GetBytes(string.Concat(
        GeneratorRun.Of<FetchHiveGenerator>(Declarations.All[name])
            .GeneratedSources.Select(source => source.HintName + "\n" + source.Text)));
}
