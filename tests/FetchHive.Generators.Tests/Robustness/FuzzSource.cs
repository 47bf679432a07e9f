using System.Collections.Generic;
using System.Collections.Immutable;
using FetchHive.Generators.Tests.Calls;
using FetchHive.Generators.Tests.CodeFixes;
using FetchHive.Generators.Tests.Kit;
using FetchHive.Generators.Tests.Rules;
using FetchHive.Generators.Tests.Surface;

namespace FetchHive.Generators.Tests.Robustness;

/// <summary>A source that is damaged in every way.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Text">The file that is damaged.</param>
/// <param name="Others">The other files of its project, which stay whole.</param>
internal sealed record FuzzSource(string Name, string Text, ImmutableArray<SourceFile> Others)
{
    /// <summary>Each file of the samples, among the others of its project.</summary>
    public static IEnumerable<FuzzSource> Samples()
    {
        foreach (SampleProject sample in SampleProject.All)
        {
            foreach (SourceFile file in sample.Files)
            {
                yield return new FuzzSource($"{sample.Name}/{file.Path}", file.Text, sample.Files.Remove(file));
            }
        }
    }

    /// <summary>What breaks each of the rules.</summary>
    public static IEnumerable<FuzzSource> Mistakes()
    {
        foreach ((string name, string source) in RuleCases.All)
        {
            yield return new FuzzSource(name, Marked.Without(RuleCases.Usings + source), []);
        }
    }

    /// <summary>What is nearly a mistake, and what is odd, but right.</summary>
    public static IEnumerable<FuzzSource> Declarations()
    {
        foreach ((string name, string source) in RuleCases.Correct)
        {
            yield return new FuzzSource("correct: " + name, RuleCases.Usings + source, []);
        }

        foreach ((string name, string source) in Surface.Declarations.All)
        {
            yield return new FuzzSource("declaration: " + name, source, []);
        }
    }

    /// <summary>Calls, with a mistake of each kind in them, and declarations with something for each fix to do.</summary>
    public static IEnumerable<FuzzSource> Calls()
    {
        yield return new FuzzSource("calls", CallSource.File(CallAnalyzerTests.Mistakes + "\n        await briefs.NodeAsync(filter: "
            + "node.ToJsonString());\n        _ = briefs.RunAsync(text);\n        var run = await briefs.StartAsync(text, new "
                + "Uri(host));\n        Console.WriteLine($\"{run.WebhookSecret}\");\n        var options = new FetchHiveOptions { "
                    + "Timeout = TimeSpan.FromSeconds(-1), BaseAddress = new Uri(\"http://acme.example\") };"),
                    [("/0/Contract.cs", CallSource.Contract)]);
        yield return new FuzzSource("fixes", HalfTypedFixTests.Declarations, []);
    }
}
