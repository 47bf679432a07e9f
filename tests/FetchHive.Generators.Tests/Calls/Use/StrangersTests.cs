using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Calls.Use;

/// <summary>The rules on code by somebody who had not seen them, first run when both were there. What they miss stands in
/// docs/rules-accuracy.md.</summary>
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
        // Raise neither without a reason that stands in docs/rules-accuracy.md.
        Assert.True(alarms.Length == 0, "False alarms:\n" + alarms);
        Assert.Equal(31, results.Count(UseCorpusTests.IsMiss));
    }
}
