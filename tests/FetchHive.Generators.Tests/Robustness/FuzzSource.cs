using System.Collections.Generic;
using System.Collections.Immutable;
using FetchHive.Generators.Tests.Calls;
using FetchHive.Generators.Tests.CodeFixes;
using FetchHive.Generators.Tests.Kit;
using FetchHive.Generators.Tests.Rules;
using FetchHive.Generators.Tests.Surface;

namespace FetchHive.Generators.Tests.Robustness;

/// <summary>A source from which damaged variants are made.</summary>
/// <param name="Name">The name of the source.</param>
/// <param name="Text">The file to damage.</param>
/// <param name="Others">The other files of its project, which aren't damaged.</param>
internal sealed record FuzzSource(string Name, string Text, ImmutableArray<SourceFile> Others)
{
    /// <summary>Each file of the samples, together with the other files of its project.</summary>
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

    /// <summary>Sources that break each of the rules.</summary>
    public static IEnumerable<FuzzSource> Mistakes()
    {
        foreach ((string name, string source) in RuleCases.All)
        {
            yield return new FuzzSource(name, Marked.Without(RuleCases.Usings + source), []);
        }
    }

    /// <summary>Sources that are nearly a mistake, or unusual, but right.</summary>
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

    /// <summary>Calls with a mistake of each kind, and declarations with a mistake for each fix.</summary>
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
