using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using FetchHive.Benchmarks.Reporting;

namespace FetchHive.Benchmarks.Processes;

/// <summary>The tables of the first call after a process's start: compiled just in time, and compiled ahead of time.</summary>
internal static class StartStudies
{
    private const int WarmUpRounds = 3;

    private static readonly (string Project, string Name)[] Programs =
    [
        ("Prebuilt", "`HttpClient`, prebuilt bytes to a byte array (the floor)"),
        ("Generated", "**the generated client**"),
        ("HandWritten", "hand-written `HttpClient`, source-generated System.Text.Json"),
    ];

    public static string JustInTime()
    {
        using var folder = new TemporaryFolder();
        var programs = new List<StartedProgram>();
        foreach ((string project, string name) in Programs)
        {
            DotNet.Run(Repository.Root, "build", PathOf(project), "-c", "Release", "--artifacts-path", folder.Combine("artifacts"),
                "-tl:off");
            programs.Add(new StartedProgram(name, DotNet.Host, folder.Combine("artifacts", "bin", project, "release", project + ".dll")));
        }

        return Table(programs, Measure(programs, Rounds.Of(15)), withSize: false);
    }

    public static string Native()
    {
        using var folder = new TemporaryFolder();
        var programs = new List<StartedProgram>();
        foreach ((string project, string name) in Programs)
        {
            string published = folder.Combine("native", project);
            DotNet.Run(
                Repository.Root, "publish", PathOf(project), "-c", "Release", "-p:NativeProgram=true", "--artifacts-path",
                folder.Combine("artifacts"), "-o", published, "-tl:off");
            programs.Add(new StartedProgram(name, Path.Combine(published, OperatingSystem.IsWindows() ? project + ".exe" : project)));
        }

        return Table(programs, Measure(programs, Rounds.Of(31)), withSize: true);
    }

    private static string PathOf(string project) =>
        Path.Combine(Repository.Root, "tests", "FetchHive.Benchmarks", "Programs", project, project + ".csproj");

    private static int Measure(List<StartedProgram> programs, int rounds)
    {
        using var service = new ServiceProcess();
        foreach ((StartedProgram program, bool counts) in Rounds.InTurn(programs, WarmUpRounds, rounds))
        {
            program.Start(service.BaseAddress, keep: counts);
            service.CheckSame(program.Name);
        }

        return rounds;
    }

    private static string Table(List<StartedProgram> programs, int rounds, bool withSize)
    {
        StartedProgram ours = programs.Find(static program => program.Name.StartsWith("**", StringComparison.Ordinal))!;
        List<string> columns = ["", "start to first response", "of it in `Main`", "whole process", "generated : this, first response",
            "generated : this, in `Main`"];
        if (withSize)
        {
            columns.AddRange(["executable", "generated : this, size"]);
        }

        var table = new MarkdownTable([.. columns]);
        foreach (StartedProgram program in programs)
        {
            List<string> cells =
            [
                program.Name,
                MarkdownTable.Milliseconds(program.FirstResponse),
                MarkdownTable.Milliseconds(program.Main),
                MarkdownTable.Milliseconds(program.Whole),
                MarkdownTable.Ratio(ours.FirstResponse / program.FirstResponse),
                MarkdownTable.Ratio(ours.Main / program.Main),
            ];
            if (withSize)
            {
                cells.Add(string.Create(CultureInfo.InvariantCulture, $"{SizeOf(program) / 1_000_000:N2} MB"));
                cells.Add(MarkdownTable.Ratio(SizeOf(ours) / SizeOf(program)));
            }

            table.Row(cells);
        }

        return string.Create(CultureInfo.InvariantCulture, $"Medians of {rounds} starts of each, in turn:\n\n{table}");
    }

    private static double SizeOf(StartedProgram program) => new FileInfo(program.File).Length;
}
