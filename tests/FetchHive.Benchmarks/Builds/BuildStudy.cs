using System;
using System.Collections.Generic;
using System.Globalization;
using FetchHive.Benchmarks.Processes;
using FetchHive.Benchmarks.Reporting;

namespace FetchHive.Benchmarks.Builds;

/// <summary>The table of the compiler's time in real builds, and the generator's and the analyzers' share of it.</summary>
internal static class BuildStudy
{
    private const int Interfaces = 100;

    // A server is slower until its methods are compiled with optimisation.
    private const int ServerWarmUps = 5;

    public static string Run()
    {
        int rounds = Rounds.Of(7);
        using var folder = new TemporaryFolder();
        var server = new CompilerServer();
        var table = new MarkdownTable(
            "unrelated files",
            "compiler",
            "its whole time",
            "the generator",
            "our analyzers",
            "**share**",
            "asking the compiler for the same symbols",
            "other generators",
            "other analyzers",
            "whole time without ours");
        foreach ((string name, int unrelated) in (ReadOnlySpan<(string, int)>)[("Interfaces", 0), ("InterfacesAmongOthers", 1000)])
        {
            var project = new ConsumerProject(folder, server, name, Interfaces, unrelated);
            try
            {
                Measure(project, unrelated, rounds, table);
            }
            finally
            {
                project.EndServer();
            }
        }

        return string.Create(CultureInfo.InvariantCulture,
            $"{Interfaces} interfaces. Medians of {rounds} builds of each kind, in turn:\n\n{table}");
    }

    private static void Measure(ConsumerProject project, int unrelated, int rounds, MarkdownTable table)
    {
        for (int i = 0; i < ServerWarmUps; i++)
        {
            project.Build(BuildKind.Generator, inServer: true);
            project.Build(BuildKind.Asking, inServer: true);
        }

        // The builds take turns, so that other load on the machine affects all of them.
        Dictionary<(BuildKind Kind, bool InServer), List<BuildReport>> reports = [];
        for (int i = 0; i < rounds; i++)
        {
            foreach (bool inServer in (ReadOnlySpan<bool>)[false, true])
            {
                foreach (BuildKind kind in Enum.GetValues<BuildKind>())
                {
                    if (!reports.TryGetValue((kind, inServer), out List<BuildReport>? list))
                    {
                        reports[(kind, inServer)] = list = [];
                    }

                    list.Add(project.Build(kind, inServer));
                }
            }
        }

        Row(table, unrelated, "a new process", kind => reports[(kind, false)]);
        Row(table, unrelated, "the compiler server, warm", kind => reports[(kind, true)]);
    }

    private static void Row(MarkdownTable table, int unrelated, string compiler, Func<BuildKind, List<BuildReport>> reports)
    {
        List<BuildReport> with = reports(BuildKind.Generator);
        table.Row(
            unrelated.ToString("N0", CultureInfo.InvariantCulture),
            compiler,
            Of(with, static report => report.Compiler),
            Of(with, static report => report.Generator),
            Of(with, static report => report.Analyzers),
            // The share is computed for each build, because other load on the machine affects both figures of a build.
            string.Create(CultureInfo.InvariantCulture,
                $"**{100 * Median.Of(with.ConvertAll(static report => (report.Generator + report.Analyzers) / report.Compiler)):N1} %**"),
            Of(reports(BuildKind.Asking), static report => report.Generator),
            Of(with, static report => report.OtherGenerators),
            Of(with, static report => report.OtherAnalyzers),
            Of(reports(BuildKind.Without), static report => report.Compiler));
    }

    private static string Of(List<BuildReport> reports, Converter<BuildReport, double> figure) =>
        MarkdownTable.Milliseconds(Median.Of(reports.ConvertAll(figure)));
}
