using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FetchHive.Benchmarks.Generation;
using FetchHive.Benchmarks.Processes;
using FetchHive.Benchmarks.Reporting;

namespace FetchHive.Benchmarks.Builds;

/// <summary>The table of the compiler's time for the same calls, with this package and with other ways to write them.</summary>
internal static class PeerStudy
{
    private const int Interfaces = 100;

    // A server is slower until its methods are compiled with optimisation. It takes the smaller projects about fifteen builds each.
    private const int WarmUps = 16;

    private const string Refit = """<PackageReference Include="Refit" />""";

    public static string Run()
    {
        int rounds = Rounds.Of(15);
        using var folder = new TemporaryFolder();
        var server = new CompilerServer();
        string context = PeerSources.Context(Interfaces);
        List<Peer> peers = [];
        Add("the types alone", "Types", "", PeerSources.Types(Interfaces));
        Add("**this package**", "Ours", ConsumerProject.Packed(folder), Ours());
        Add("Refit, which serializes by reflection", "Reflecting", Refit, PeerSources.Refit(Interfaces));
        Add("Refit with one `JsonSerializerContext`", "Refitted", Refit, [.. PeerSources.Refit(Interfaces), context]);
        Add("hand-written with one `JsonSerializerContext`", "HandWritten", "", [.. PeerSources.HandWritten(Interfaces), context]);
        using var compiler = new CompilerProcess(peers[0].Project.CompilerFolder);
        foreach ((Peer peer, bool counts) in Rounds.InTurn(peers, WarmUps, rounds))
        {
            BuildReport report = compiler.Compile(peer.Project.Folder, peer.ResponseFile);
            if (counts)
            {
                peer.Reports.Add(report);
            }
        }

        return string.Create(
            CultureInfo.InvariantCulture, $"{Interfaces} interfaces. Medians of {rounds} builds of each, in turn:\n\n{Table()}");

        void Add(string name, string project, string items, IEnumerable<string> files)
        {
            ConsumerProject built = new(folder, server, project, items, files);
            peers.Add(new(name, built, built.WriteResponseFile()));
        }

        MarkdownTable Table()
        {
            var table = new MarkdownTable(
                "",
                "the compiler's whole time",
                "its processor time",
                "of which generators",
                "of which analyzers",
                "this package : this, whole time",
                "this package : this, processor time");
            Peer ours = peers[1];
            foreach (Peer peer in peers)
            {
                table.Row(
                    peer.Name,
                    MarkdownTable.Milliseconds(peer.Median(static report => report.Compiler)),
                    MarkdownTable.Milliseconds(peer.Median(static report => report.Processor)),
                    MarkdownTable.Milliseconds(peer.Median(static report => report.Generator + report.OtherGenerators)),
                    MarkdownTable.Milliseconds(peer.Median(static report => report.Analyzers + report.OtherAnalyzers)),
                    MarkdownTable.Ratio(peer.RatioOf(ours, static report => report.Compiler)),
                    MarkdownTable.Ratio(peer.RatioOf(ours, static report => report.Processor)));
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

    private sealed record Peer(string Name, ConsumerProject Project, string ResponseFile)
    {
        public List<BuildReport> Reports { get; } = [];

        public double Median(Func<BuildReport, double> figure) => Reporting.Median.Of(Reports.ConvertAll(report => figure(report)));

        /// <summary>The other's figure in relation to this one's.</summary>
        public double RatioOf(Peer other, Func<BuildReport, double> figure) =>
            Reporting.Median.OfRatios(other.Reports.Select(figure), Reports.Select(figure));
    }
}
