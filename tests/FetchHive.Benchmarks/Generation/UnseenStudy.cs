using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading;
using FetchHive.Benchmarks.Reporting;
using FetchHive.Generators.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FetchHive.Benchmarks.Generation;

/// <summary>
/// The cost of rule FH1017 in the analyzer of declarations. The rule has work only where another generator wrote a file, so the same
/// project without one is its baseline.
/// </summary>
internal static class UnseenStudy
{
    private const int Interfaces = 100;
    private const int WarmUpRounds = 3;

    public static string Run()
    {
        int rounds = Rounds.Of(25);
        Case without = new("no file of another generator: the rule has no work", 0, IsGenerated: false);
        Case[] cases =
        [
            without,
            new("another generator's file, which adds to no interface", 0, IsGenerated: true),
            new("another generator's file, which adds to one interface", 1, IsGenerated: true),
            new("another generator's file, which adds to every interface", Interfaces, IsGenerated: true),
        ];
        foreach ((Case measured, bool counts) in Rounds.InTurn(cases, WarmUpRounds, rounds))
        {
            measured.Measure(keep: counts);
        }

        MarkdownTable table = new("", "binding and analyzing", "the analyzer", "this : without work", "what the rule adds : the whole");
        foreach (Case measured in cases)
        {
            table.Row(
                measured.Name,
                MarkdownTable.Milliseconds(measured.Whole),
                MarkdownTable.Milliseconds(measured.Analyzing),
                MarkdownTable.Ratio(measured.Analyzing / without.Analyzing),
                measured == without ? "" : MarkdownTable.Ratio((measured.Analyzing - without.Analyzing) / measured.Whole));
        }

        return string.Create(CultureInfo.InvariantCulture, $"{Interfaces} interfaces. Medians of {rounds} rounds, in turn:\n\n{table}");
    }

    // Makes a new compilation, in which the compiler has nothing cached.
    private static Compilation Compile(int added, bool isGenerated)
    {
        CSharpCompilation compilation = new MeasuredProject(Interfaces, 0).Compilation;
        string text = Added(added);
        if (!isGenerated)
        {
            compilation = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(text, MeasuredProject.Options, "Added.cs"));
        }

        IIncrementalGenerator[] generators = isGenerated
            ? [GeneratorKind.FetchHive.Create(), new AddingGenerator(text)]
            : [GeneratorKind.FetchHive.Create()];
        MeasuredProject.Driver(generators).RunGeneratorsAndUpdateCompilation(compilation, out Compilation full, out _);
        return full;
    }

    private static string Added(int interfaces)
    {
        StringBuilder text = new("namespace Acme.Others { public class Added { } }\n");
        for (int i = 0; i < interfaces; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                namespace Acme.Workflows{{i}}
                {
                    public partial interface IResearchBrief{{i}}
                    {
                        System.Threading.Tasks.Task<string> AddedAsync(string topic, System.Threading.CancellationToken token = default);
                    }
                }

                """);
        }

        return text.ToString();
    }

    /// <summary>A project.</summary>
    /// <param name="Name">What the table calls it.</param>
    /// <param name="Interfaces">How many interfaces have a method in the additional file.</param>
    /// <param name="IsGenerated">Whether a generator wrote the additional file; otherwise it is an ordinary source file.</param>
    private sealed record Case(string Name, int Interfaces, bool IsGenerated)
    {
        private readonly List<double> _whole = [];
        private readonly List<double> _analyzing = [];

        /// <summary>The time to bind everything and to run the analyzer, in nanoseconds.</summary>
        public double Whole => Median.Of(_whole);

        /// <summary>The analyzer's own time, as the compiler counts it, in nanoseconds.</summary>
        public double Analyzing => Median.Of(_analyzing);

        public void Measure(bool keep)
        {
            Compilation compilation = Compile(Interfaces, IsGenerated);
            GC.Collect();
            long started = Stopwatch.GetTimestamp();
            TimeSpan analyzing = Analyze(compilation);
            if (keep)
            {
                _whole.Add(Stopwatch.GetElapsedTime(started).TotalNanoseconds);
                _analyzing.Add(analyzing.TotalNanoseconds);
            }
        }

        private TimeSpan Analyze(Compilation compilation)
        {
            DiagnosticAnalyzer analyzer = new DeploymentAnalyzer();
            CompilationWithAnalyzers analyzed = compilation.WithAnalyzers(
                [analyzer],
                new CompilationWithAnalyzersOptions(
                    new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
            AnalysisResult result = analyzed.GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult();
            int found = result.GetAllDiagnostics(analyzer).Count(diagnostic => diagnostic.Id == "FH1017");
            return found == Interfaces
                ? result.AnalyzerTelemetryInfo[analyzer].ExecutionTime
                : throw new InvalidOperationException($"{Name}: FH1017 {found} times instead of {Interfaces}.");
        }
    }
}
