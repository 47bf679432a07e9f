using System.Collections.Generic;
using System.Globalization;
using FetchHive.Benchmarks.Generation;
using FetchHive.Benchmarks.Processes;
using FetchHive.Benchmarks.Reporting;

namespace FetchHive.Benchmarks.Builds;

/// <summary>The table of the compiler's time for the same calls, with this package and with other ways to write them.</summary>
internal static class PeerStudy
{
    private const int Interfaces = 100;

    // A server is slower until its methods are compiled with optimisation.
    private const int WarmUps = 5;

    private const string Refit = """<PackageReference Include="Refit" />""";

    public static string Run()
    {
        int rounds = Rounds.Of(11);
        using var folder = new TemporaryFolder();
        var server = new CompilerServer();
        string context = PeerSources.Context(Interfaces);
        List<(string Name, ConsumerProject Project, List<BuildReport> Reports)> contestants = [];
        Add("the types alone", "Types", "", PeerSources.Types(Interfaces));
        Add("**this package**", "Ours", ConsumerProject.Ours, Ours());
        Add("Refit, which serializes by reflection", "Reflecting", Refit, PeerSources.Refit(Interfaces));
        Add("Refit with one `JsonSerializerContext`", "Refitted", Refit, [.. PeerSources.Refit(Interfaces), context]);
        Add("hand-written with one `JsonSerializerContext`", "HandWritten", "", [.. PeerSources.HandWritten(Interfaces), context]);
        try
        {
            foreach (((_, ConsumerProject project, List<BuildReport> reports), bool counts) in Rounds.InTurn(contestants, WarmUps, rounds))
            {
                BuildReport report = project.Build(BuildKind.Generator, inServer: true);
                if (counts)
                {
                    reports.Add(report);
                }
            }
        }
        finally
        {
            contestants[0].Project.EndServer();
        }

        return string.Create(
            CultureInfo.InvariantCulture, $"{Interfaces} interfaces. Medians of {rounds} builds of each, in turn:\n\n{Table()}");

        void Add(string name, string project, string items, IEnumerable<string> files) =>
            contestants.Add((name, new ConsumerProject(folder, server, project, items, files), []));

        MarkdownTable Table()
        {
            var table = new MarkdownTable("", "the compiler's whole time", "generators", "analyzers", "this package : this");
            List<BuildReport> ours = contestants[1].Reports;
            foreach ((string name, _, List<BuildReport> reports) in contestants)
            {
                List<double> ratios = [];
                for (int i = 0; i < reports.Count; i++)
                {
                    ratios.Add(ours[i].Compiler / reports[i].Compiler);
                }

                table.Row(
                    name,
                    MarkdownTable.Milliseconds(Median.Of(reports.ConvertAll(static report => report.Compiler))),
                    MarkdownTable.Milliseconds(Median.Of(reports.ConvertAll(static report => report.Generator + report.OtherGenerators))),
                    MarkdownTable.Milliseconds(Median.Of(reports.ConvertAll(static report => report.Analyzers + report.OtherAnalyzers))),
                    MarkdownTable.Ratio(Median.Of(ratios)));
            }

            return table;
        }
    }

    private static IEnumerable<string> Ours()
    {
        for (int i = 0; i < Interfaces; i++)
        {
            yield return Sources.Interface(i, 0);
        }
    }
}
