using System;
using System.Collections.Generic;
using FetchHive.Benchmarks.Builds;
using FetchHive.Benchmarks.Calls;
using FetchHive.Benchmarks.Generation;
using FetchHive.Benchmarks.Processes;
using FetchHive.Benchmarks.Reporting;
using FetchHive.Benchmarks.Throughput;

namespace FetchHive.Benchmarks;

/// <summary>Runs the studies that are named (or all) and writes their tables to docs/performance.md.</summary>
internal static class Program
{
    private const string Command = "dotnet run -c Release --project tests/FetchHive.Benchmarks -- ";

    private static readonly Dictionary<string, Func<string>> Studies = new(StringComparer.Ordinal)
    {
        ["call"] = CallStudies.Direct,
        ["output"] = CallStudies.TypedOutput,
        ["batch"] = CallStudies.Batch,
        ["throughput"] = ThroughputStudy.Run,
        ["startup"] = StartStudies.JustInTime,
        ["native"] = StartStudies.Native,
        ["cold"] = GeneratorStudies.Cold,
        ["edits"] = GeneratorStudies.Edits,
        ["snippets"] = GeneratorStudies.Snippets,
        ["symbols"] = KnownTypeStudy.Run,
        ["unseen"] = UnseenStudy.Run,
        ["build"] = BuildStudy.Run,
        ["peers"] = PeerStudy.Run,
    };

    private static int Main(string[] arguments)
    {
        // The studies over HTTP start this program a second time, as the service.
        if (arguments is [LoopbackService.Argument])
        {
            LoopbackService.RunAsync().GetAwaiter().GetResult();
            return 0;
        }

        if (arguments.Length == 0 || !AreKnown(arguments))
        {
            Console.Error.WriteLine(
                $"Say what to measure: {Command}all, or some of: {string.Join(' ', Studies.Keys)}. The tables go to docs/performance.md.");
            return 2;
        }

        foreach ((string name, Func<string> study) in Studies)
        {
            if (arguments[0] != "all" && Array.IndexOf(arguments, name) < 0)
            {
                continue;
            }

            if (name is "cold" or "edits" or "symbols" or "snippets" or "unseen" && !CompilerLikeProcess.IsThis)
            {
                // That process writes the table.
                CompilerLikeProcess.Run(name);
            }
            else
            {
                string markdown = $"{Conditions.Line(Command + name)}\n\n{study()}";
                Console.WriteLine(markdown);
                PerformancePage.Replace(name, markdown);
            }
        }

        return 0;
    }

    private static bool AreKnown(string[] names)
    {
        foreach (string name in names)
        {
            if (name != "all" && !Studies.ContainsKey(name))
            {
                return false;
            }
        }

        return true;
    }
}
