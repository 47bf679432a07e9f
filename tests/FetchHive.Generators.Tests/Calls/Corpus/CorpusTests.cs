using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Threading.Tasks;
using FetchHive.Generators.Tests.Calls.Use;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Calls.Corpus;

/// <summary>
/// How often the rules at the call miss a mistake or report right code, over pieces of code as people write them. docs/rules-accuracy.md
/// lists the misses and false alarms by name; a test checks the page.
/// </summary>
public class CorpusTests
{
    private static readonly string Page = Path.Combine(
        typeof(CorpusTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "ProjectDirectory").Value!,
        "..", "..", "docs", "rules-accuracy.md");

    private static ImmutableArray<CorpusCase> Cases { get; } = [.. JsonTextCases.All, .. OtherCases.All];

    [Fact]
    public void The_corpus_is_large_enough_to_mean_something()
    {
        Assert.True(Cases.Count(item => item.Truth == Truth.Mistake) >= 60);
        Assert.True(Cases.Count(item => item.Truth == Truth.Right) >= 120);
        Assert.Equal(Cases.Length, Cases.Select(item => (item.Rule, item.Name, item.Truth)).Distinct().Count());
    }

    [Fact]
    public async Task The_page_says_what_the_rules_miss_and_what_they_report_wrongly()
    {
        List<(CorpusCase Case, int Found)> results = await RunAsync();

        string text = Write(results) + UsePage.Write(
            await UseCorpusTests.RunAsync(UseCorpusTests.Cases), await UseCorpusTests.RunAsync(StrangersTests.Cases));
        if (Environment.GetEnvironmentVariable(Snapshots.UpdateVariable) == "1")
        {
            await File.WriteAllTextAsync(Page, text, TestHost.CancellationToken);
        }

        Assert.Equal(text, await File.ReadAllTextAsync(Page, TestHost.CancellationToken));
    }

    [Fact]
    public async Task False_alarms_are_rarer_than_misses_and_both_are_counted()
    {
        List<(CorpusCase Case, int Found)> results = await RunAsync();

        // Don't raise either number without giving the reason in docs/rules-accuracy.md.
        Assert.Equal(17, results.Count(IsMiss));
        Assert.Equal(0, results.Count(IsFalseAlarm));
        Assert.DoesNotContain(results, result => result.Found > 1);
    }

    private static bool IsMiss((CorpusCase Case, int Found) result) => result.Case.Truth == Truth.Mistake && result.Found == 0;

    private static bool IsFalseAlarm((CorpusCase Case, int Found) result) => result.Case.Truth == Truth.Right && result.Found > 0;

    /// <summary>Compiles all cases together, each in its own file, and counts how often each case got its own rule. Other rules must report
    /// nothing, except where a case has two mistakes.</summary>
    private static async Task<List<(CorpusCase Case, int Found)>> RunAsync()
    {
        List<SourceFile> files = [CallSource.Contract, CallSource.Newtonsoft];
        for (int i = 0; i < Cases.Length; i++)
        {
            files.Add((PathOf(i), CallSource.File(Cases[i].Statements, Cases[i].Members, $"Acme.Calls{i}")));
        }

        ImmutableArray<Diagnostic> found = await CallRun.FindAsync(files);
        ILookup<(string?, string), Diagnostic> byFile =
            found.ToLookup(diagnostic => (diagnostic.Location.SourceTree?.FilePath, diagnostic.Id));
        List<(CorpusCase Case, int Found)> results = [];
        for (int i = 0; i < Cases.Length; i++)
        {
            results.Add((Cases[i], byFile[(PathOf(i), Cases[i].Rule)].Count()));
        }

        Diagnostic[] strays = [.. found.Where(diagnostic => !IsOfItsCase(diagnostic))];
        Assert.True(strays.Length == 0, "Other rules speak up:\n" + DiagnosticText.List(strays));
        return results;
    }

    private static string PathOf(int index) => string.Create(CultureInfo.InvariantCulture, $"/corpus/{index}.cs");

    private static bool IsOfItsCase(Diagnostic diagnostic) =>
        int.TryParse(Path.GetFileNameWithoutExtension(diagnostic.Location.SourceTree?.FilePath), NumberStyles.None,
        CultureInfo.InvariantCulture, out int index)
        && Cases[index].Rule == diagnostic.Id;

    private static string Write(List<(CorpusCase Case, int Found)> results)
    {
        StringBuilder page = new();
        page.Append("""
            # How accurate the rules at the call are

            The rules FH6001 to FH6008 judge code that calls a deployment. Code can be written in more ways than a rule can follow. Each rule was run
            over pieces of code as people write them. Each piece is labelled by hand as a mistake or as right, whatever the rule says. If a rule can't
            be sure, it stays silent, because a false alarm costs more than a miss.

            The rules were written with these pieces of code in view. So the counts show which ways of writing a mistake are found, not how often each
            of them occurs in real code.

            The corpus and the counts are in `tests/FetchHive.Generators.Tests/Calls/Corpus`. A test writes this page and checks it against the rules.

            | rule | mistakes | found | missed | right | quiet | false alarms |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: |

            """);
        foreach (IGrouping<string, (CorpusCase Case, int Found)> rule in results.GroupBy(result => result.Case.Rule))
        {
            AppendRow(page, rule.Key, [.. rule]);
        }

        AppendRow(page, "all", results);
        page.Append("\n## Mistakes that are missed\n\n");
        AppendCases(page, results.Where(IsMiss));
        page.Append("\n## False alarms\n\n");
        page.Append(results.Exists(IsFalseAlarm) ? "" : "None.\n");
        AppendCases(page, results.Where(IsFalseAlarm));
        page.Append("""

            FH6005, FH6007 and FH6008 don't report tests: a test that looks at what was sent doesn't need what came back. They recognize a test by the
            attributes of xunit, NUnit, MSTest and TUnit.

            Suppress one warning with `#pragma warning disable`, or a rule with `dotnet_diagnostic.FH6001.severity = none` in `.editorconfig`. For an
            input that takes JSON as text, say so once in its declaration, with `[Input(AsText = true)]` or a name such as `orderJson`, `outputSchema`
            or `requestBody`. Then FH6001 doesn't report its calls.

            """);
        return page.ToString().ReplaceLineEndings("\n");
    }

    private static void AppendRow(StringBuilder page, string name, List<(CorpusCase Case, int Found)> results)
    {
        int mistakes = results.Count(result => result.Case.Truth == Truth.Mistake);
        int right = results.Count - mistakes;
        int missed = results.Count(IsMiss);
        int alarms = results.Count(IsFalseAlarm);
        page.Append(CultureInfo.InvariantCulture,
            $"| {name} | {mistakes} | {mistakes - missed} | {missed} | {right} | {right - alarms} | {alarms} |\n");
    }

    private static void AppendCases(StringBuilder page, IEnumerable<(CorpusCase Case, int Found)> results)
    {
        foreach ((CorpusCase item, _) in results)
        {
            // Text on the page that looks like a key would trigger secret scanners.
            string statements = item.Statements.Replace(OtherCases.Secret, "…", StringComparison.Ordinal).ReplaceLineEndings(" ");
            page.Append(CultureInfo.InvariantCulture, $"- {item.Rule}, {item.Name}: `{statements}`\n");
        }
    }
}
