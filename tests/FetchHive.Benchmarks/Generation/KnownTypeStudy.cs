using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Reflection;
using FetchHive.Benchmarks.Reporting;
using FetchHive.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Benchmarks.Generation;

/// <summary>
/// What it would cost to look the well-known types up as symbols. A symbol belongs to one compilation, and each edit makes a new one.
/// </summary>
internal static class KnownTypeStudy
{
    private const int Interfaces = 100;
    private const int WarmUpRounds = 20;

    public static string Run()
    {
        int rounds = Rounds.Of(50);
        var project = new MeasuredProject(Interfaces, 1);
        string[] names = NamesIn(project.Compilation);
        GeneratorDriver driver = MeasuredProject.Driver(GeneratorKind.FetchHive.Create()).RunGenerators(project.Compilation);
        Case lookUp = new(
            $"looking up the {names.Length} of them that the project has",
            project.EditUnrelatedFile,
            compilation => Array.ForEach(names, name => compilation.GetTypeByMetadataName(name)));
        Case unrelated = new("the whole generator, after an edit in an unrelated file", project.EditUnrelatedFile, Generate);
        Case edited = new("the whole generator, after an edit in an interface", project.EditInterface, Generate);
        foreach ((Case measured, bool counts) in Rounds.InTurn([lookUp, unrelated, edited], WarmUpRounds, rounds))
        {
            measured.Measure(keep: counts);
        }

        MarkdownTable table = new("", "time", "looking up : this");
        foreach (Case measured in (ReadOnlySpan<Case>)[lookUp, unrelated, edited])
        {
            table.Row(measured.Name, MarkdownTable.Milliseconds(measured.Time), MarkdownTable.Ratio(lookUp.Time / measured.Time));
        }

        return string.Create(CultureInfo.InvariantCulture, $"{Interfaces} interfaces. Medians of {rounds} edits, in turn:\n\n{table}");

        void Generate(CSharpCompilation compilation) => driver = driver.RunGenerators(compilation);
    }

    // The metadata names, with the number of type parameters, which the names in KnownTypes don't have.
    private static string[] NamesIn(CSharpCompilation compilation)
    {
        List<KnownType> known = [.. typeof(KnownTypes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(static field => field.GetValue(null)).OfType<KnownType>()];
        List<string> names = [];
        Visit(compilation.GlobalNamespace);
        return [.. names.Distinct(StringComparer.Ordinal)];

        void Visit(INamespaceSymbol space)
        {
            foreach (INamedTypeSymbol type in space.GetTypeMembers())
            {
                if (known.Exists(one => one.IsNameOf(type)))
                {
                    names.Add($"{space.ToDisplayString()}.{type.MetadataName}");
                }
            }

            foreach (INamespaceSymbol inner in space.GetNamespaceMembers())
            {
                Visit(inner);
            }
        }
    }

    private sealed class Case(string name, Func<CSharpCompilation> edit, Action<CSharpCompilation> measured)
    {
        private readonly List<double> _times = [];

        public string Name => name;

        public double Time => Median.Of(_times);

        public void Measure(bool keep)
        {
            CSharpCompilation compilation = edit();
            long started = Stopwatch.GetTimestamp();
            measured(compilation);
            if (keep)
            {
                _times.Add(Stopwatch.GetElapsedTime(started).TotalNanoseconds);
            }
        }
    }
}
