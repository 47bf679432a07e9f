using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using FetchHive.Generators.Tests.Calls.Corpus;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Calls.Use;

/// <summary>Writes the second half of docs/rules-accuracy.md: the rules on code that was labelled before the rules were written.</summary>
internal static class UsePage
{
    public static string Write(List<(UseCase Case, Diagnostic[] Found)> ours, List<(UseCase Case, Diagnostic[] Found)> strangers)
    {
        StringBuilder page = new();
        page.Append("""

            ## The use of clients

            The rules from FH6009 on, FH2016, FH2017, FH4012, and the later parts of FH6003, FH6006 and FH6008 are measured on other pieces of code
            (`tests/FetchHive.Generators.Tests/Calls/Use`). These were written, labelled and committed before the rules existed, though by the same
            author. All rules look at each piece. On a piece that is right, any report of a rule that is measured here is a false alarm.


            """);
        AppendTable(page, ours);
        page.Append("""

            ### By an author who had not seen the rules

            These pieces were written and labelled later, by an author who had not seen the rules. In the first run, the rules found 80 of 111 mistakes
            and reported 5 of 105 pieces that are right. The five false alarms were corrected. The misses remain.


            """);
        AppendTable(page, strangers);
        return page.ToString().ReplaceLineEndings("\n");
    }

    private static void AppendTable(StringBuilder page, List<(UseCase Case, Diagnostic[] Found)> results)
    {
        page.Append("""
            | kind | rules | mistakes | found | right | false alarms |
            | --- | --- | ---: | ---: | ---: | ---: |

            """);
        foreach (IGrouping<string, (UseCase Case, Diagnostic[] Found)> kind in results.GroupBy(result => result.Case.Kind))
        {
            AppendRow(page, kind.Key, string.Join(", ", UseCorpusTests.RulesOf[kind.Key]), [.. kind]);
        }

        AppendRow(page, "all", "", results);
        page.Append("\nMissed:\n\n");
        foreach ((UseCase item, _) in results.Where(UseCorpusTests.IsMiss))
        {
            page.Append(CultureInfo.InvariantCulture, $"- {item.Kind}: {item.Name}\n");
        }
    }

    private static void AppendRow(StringBuilder page, string kind, string rules, List<(UseCase Case, Diagnostic[] Found)> results)
    {
        int mistakes = results.Count(result => result.Case.Truth == Truth.Mistake);
        int found = mistakes - results.Count(UseCorpusTests.IsMiss);
        int alarms = results.Count(UseCorpusTests.IsFalseAlarm);
        page.Append(CultureInfo.InvariantCulture, $"| {kind} | {rules} | {mistakes} | {found} | {results.Count - mistakes} | {alarms} |\n");
    }
}
