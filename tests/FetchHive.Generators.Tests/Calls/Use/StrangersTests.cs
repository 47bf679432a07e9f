using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Calls.Use;

/// <summary>The rules on code by an author who had not seen them. The first run was after both existed. docs/rules-accuracy.md lists the
/// misses.</summary>
public class StrangersTests
{
    internal static ImmutableArray<UseCase> Cases { get; } =
    [
        .. Strangers1.All, .. Strangers2.All, .. Strangers3.All, .. Strangers4.All, .. Strangers5.All, .. Strangers6.All, .. Strangers7.All,
        .. Strangers8.All, .. Strangers9.All,
    ];

    [Fact]
    public async Task False_alarms_and_misses_are_counted()
    {
        List<(UseCase Case, Diagnostic[] Found)> results = await UseCorpusTests.RunAsync(Cases);

        string alarms = string.Join('\n', results.Where(UseCorpusTests.IsFalseAlarm).Select(result =>
            $"{result.Case.Kind}, {result.Case.Name}: {string.Join(", ", result.Found.Select(found => found.ToString()))}"));
        // Don't raise either number without giving the reason in docs/rules-accuracy.md.
        Assert.True(alarms.Length == 0, "False alarms:\n" + alarms);
        Assert.Equal(31, results.Count(UseCorpusTests.IsMiss));
    }
}
