using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using FetchHive.Generators.Analyzers;
using FetchHive.Generators.Tests.Calls.Corpus;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Calls.Use;

/// <summary>The rules on code that was labelled before the rules were written.</summary>
public class UseCorpusTests
{
    internal static ImmutableArray<UseCase> Cases { get; } = [.. PaidTwice.All, .. LetOut.All, .. Lost.All, .. Dead.All];

    /// <summary>The rules for each kind of mistake.</summary>
    internal static ImmutableDictionary<string, string[]> RulesOf { get; } = new Dictionary<string, string[]>
    {
        ["retry of what may have run"] = ["FH6009"],
        ["lazy calls enumerated twice"] = ["FH6010"],
        ["resilience handler on our client"] = ["FH6011"],
        ["signature not checked"] = ["FH6012"],
        ["another serializer's attribute"] = ["FH2016"],
        ["secret or key written"] = ["FH6006"],
        ["task instead of its result"] = ["FH6013"],
        ["run instead of its output"] = ["FH6013"],
        ["output member that can't be filled"] = ["FH4012"],
        ["HttpClient's time limit is shorter"] = ["FH6014"],
        ["derived instance for a base input"] = ["FH6015"],
        ["collection that loses something"] = ["FH2017"],
        ["option that is refused"] = ["FH6008"],
        ["relative callback URL"] = ["FH6003", "FH4008"],
        ["client used after its using statement"] = ["FH6016"],
        ["client created per call"] = ["FH6017"],
        ["handler that can't match"] = ["FH6018"],
    }.ToImmutableDictionary();

    private static ImmutableHashSet<string> Measured { get; } = [.. RulesOf.Values.SelectMany(rules => rules)];

    [Fact]
    public void Every_kind_has_mistakes_and_right_uses()
    {
        Assert.All(Cases.GroupBy(item => item.Kind), kind =>
        {
            Assert.True(RulesOf.ContainsKey(kind.Key), kind.Key);
            Assert.Contains(kind, item => item.Truth == Truth.Mistake);
            Assert.Contains(kind, item => item.Truth == Truth.Right);
        });
        Assert.True(Cases.Length >= 100);
    }

    [Fact]
    public async Task No_right_use_is_reported_and_misses_are_counted()
    {
        List<(UseCase Case, Diagnostic[] Found)> results = await RunAsync(Cases);

        // Don't raise either number without giving the reason in docs/rules-accuracy.md.
        string[] known = ["handler that can't match, HttpRequestException around one call"];
        string alarms = string.Join('\n',
            results.Where(IsFalseAlarm).Select(result =>
                $"{result.Case.Kind}, {result.Case.Name}: {string.Join(", ", result.Found.Select(found => found.ToString()))}"));
        string[] misses = [.. results.Where(IsMiss).Select(result => $"{result.Case.Kind}, {result.Case.Name}")];
        Assert.True(alarms.Length == 0 && misses.SequenceEqual(known), $"False alarms:\n{alarms}\nMisses:\n{string.Join('\n', misses)}");
    }

    internal static bool IsMiss((UseCase Case, Diagnostic[] Found) result) => result.Case.Truth == Truth.Mistake
        && !result.Found.Any(diagnostic => RulesOf[result.Case.Kind].Contains(diagnostic.Id));

    internal static bool IsFalseAlarm((UseCase Case, Diagnostic[] Found) result) => result.Case.Truth == Truth.Right
        && result.Found.Any(diagnostic => Measured.Contains(diagnostic.Id));

    /// <summary>Compiles all cases together, each in its own namespace, and runs every rule.</summary>
    internal static async Task<List<(UseCase Case, Diagnostic[] Found)>> RunAsync(ImmutableArray<UseCase> cases)
    {
        List<SourceFile> files = [("/use/contract.cs", UseSource.Contract), ("/use/stubs.cs", UseSource.Stubs)];
        for (int i = 0; i < cases.Length; i++)
        {
            files.Add((PathOf(i), UseSource.File(cases[i], $"Acme.Use{i}")));
        }

        ImmutableArray<Diagnostic> found =
        [
            .. await CallRun.FindAsync(files),
            .. await CallRun.FindAsync(files, new DeploymentAnalyzer()),
        ];
        ILookup<string?, Diagnostic> byFile = found.ToLookup(diagnostic => diagnostic.Location.SourceTree?.FilePath);
        return [.. cases.Select((item, i) => (item, byFile[PathOf(i)].ToArray()))];
    }

    private static string PathOf(int index) => string.Create(CultureInfo.InvariantCulture, $"/use/{index}.cs");
}
