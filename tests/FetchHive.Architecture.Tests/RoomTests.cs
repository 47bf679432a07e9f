using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Architecture.Tests;

/// <summary>A room uses only the rooms below it. docs/architecture.md says which is below which.</summary>
public class RoomTests
{
    // A small server, whose public types are at its root and use the rooms below them. Separating the rooms would take thirteen moves, and
    // leave two cycles.
    private const string Exempt = "FetchHive.Emulator";

    public static TheoryData<string> Projects => [.. SourceProject.Names.Where(name => name != Exempt)];

    public static TheoryData<string> AllProjects => [.. SourceProject.Names];

    // What the page calls each project that has rooms.
    public static TheoryData<string, string> Pictures => new()
    {
        { "FetchHive", "runtime" },
        { "FetchHive.Generators", "generator" },
        { "FetchHive.Generators.CodeFixes", "fixes" },
        { "FetchHive.AspNetCore", "receiver" },
        { "FetchHive.Tool", "tool" },
    };

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_rooms_of_a_project_form_no_cycle(string name)
    {
        SourceProject project = SourceProject.Of(name);

        IReadOnlyList<IReadOnlyList<Arrow>> cycles = Cycles.Among(project.Plan.Arrows);

        Assert.True(
            cycles.Count == 0,
            $"Rooms of {name} lead to each other. Move a file, or cut the arrow with the fewest uses:\n{Text(cycles)}");
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Each_room_is_on_a_floor_of_its_project_s_picture(string name, string picture)
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "architecture.md")).ReplaceLineEndings("\n");
        string floors = page.Split($"### The floors of the {picture}\n")[1].Split("```")[1];
        string[] drawn = floors.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

        IEnumerable<string> missing = SourceProject.RoomsOf(name).Except(drawn);

        Assert.Empty(missing);
    }

    [Fact]
    public void Each_project_with_rooms_has_a_picture() => Assert.Equal(
        SourceProject.Names.Where(name => name != Exempt && SourceProject.RoomsOf(name).Any()).Order(StringComparer.Ordinal),
        Pictures.Select(row => row.Data.Item1).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(AllProjects))]
    public void Every_name_in_the_sources_is_known_so_that_no_arrow_is_missed(string name)
    {
        SourceProject project = SourceProject.Of(name);

        Assert.True(
            project.Plan.UnknownNames.Count == 0,
            $"Refer to what declares these, in this test's project:\n{string.Join('\n', project.Plan.UnknownNames)}");
    }

    [Fact]
    public void A_cycle_is_reported_with_the_names_on_its_arrows()
    {
        CSharpCompilation compilation = Compile(
            ("Above/Sender.cs", "class Sender { int Send() => Log.Write(new Response()); }"),
            ("Below/Log.cs", "static class Log { public static int Write(Response response) => response.Status; }"),
            ("Above/Response.cs", "class Response { public int Status => 200; }"),
            ("Ground/Unit.cs", "class Unit { }"));

        IReadOnlyList<Arrow> cycle = Assert.Single(Cycles.Among(RoomPlan.Of(compilation, Path.GetDirectoryName).Arrows));

        Assert.Equal(
            """
              Below -> Above, 2 uses
                Log.cs uses Response of Response.cs
                Log.cs uses Response.Status of Response.cs
              Above -> Below, 2 uses
                Sender.cs uses Log of Log.cs
                Sender.cs uses Log.Write of Log.cs
            """,
            string.Join('\n', cycle.OrderByDescending(arrow => arrow.From)),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void A_cycle_over_three_rooms_is_found()
    {
        CSharpCompilation compilation = Compile(
            ("A/One.cs", "class One : Two { }"),
            ("B/Two.cs", "class Two { object Next() => typeof(Three); }"),
            ("C/Three.cs", "class Three { One? one; }"));

        IReadOnlyList<Arrow> cycle = Assert.Single(Cycles.Among(RoomPlan.Of(compilation, Path.GetDirectoryName).Arrows));

        Assert.Equal(["A -> B", "B -> C", "C -> A"], cycle.Select(arrow => $"{arrow.From} -> {arrow.To}").Order());
    }

    [Fact]
    public void Rooms_above_each_other_are_not_a_cycle()
    {
        CSharpCompilation compilation = Compile(
            ("A/One.cs", "class One : Two { Three? three; }"),
            ("B/Two.cs", "class Two : Three { }"),
            ("C/Three.cs", "class Three { }"));

        Assert.Empty(Cycles.Among(RoomPlan.Of(compilation, Path.GetDirectoryName).Arrows));
    }

    private static CSharpCompilation Compile(params (string Path, string Text)[] files) =>
        CSharpCompilation.Create("Small", files.Select(file => CSharpSyntaxTree.ParseText(file.Text, path: file.Path)));

    private static string Text(IReadOnlyList<IReadOnlyList<Arrow>> cycles) =>
        string.Join("\n\n", cycles.Select(cycle => string.Join('\n', cycle)));
}
