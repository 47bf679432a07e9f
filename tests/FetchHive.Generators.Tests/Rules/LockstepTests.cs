using System.Collections.Generic;
using System.Threading.Tasks;
using FetchHive.Generators.Tests.Kit;
using FetchHive.Generators.Tests.Surface;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Rules;

/// <summary>The analyzer and the generator share one walk, and must never disagree on what is an error.</summary>
public class LockstepTests
{
    public static TheoryData<string> Names => [.. Sources.Keys];

    private static Dictionary<string, string> Sources { get; } = All();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_client_is_complete_exactly_when_no_error_is_reported(string name)
    {
        GeneratorRun run = GeneratorRun.Of<FetchHiveGenerator>(Sources[name]);

        List<Diagnostic> errors = await Findings.ErrorsOfAsync(run.Output);

        Assert.Equal(errors.Count == 0, Generated.IsComplete(run));
    }

    private static Dictionary<string, string> All()
    {
        Dictionary<string, string> sources = [];
        foreach ((string name, string source) in RuleCases.All)
        {
            sources.Add(name, MarkupParser.Parse(RuleCases.Usings + source).Text);
        }

        foreach ((string name, string source) in RuleCases.Correct)
        {
            sources.Add("correct: " + name, RuleCases.Usings + source);
        }

        foreach ((string name, string source) in Declarations.All)
        {
            sources.Add("declaration: " + name, source);
        }

        return sources;
    }
}
