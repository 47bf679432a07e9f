using System.Collections.Generic;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Benchmarks.Generation;

/// <summary>The cost of a run of the generator after an edit, which users notice while typing.</summary>
public abstract class EditBenchmarks
{
    private readonly Dictionary<GeneratorKind, GeneratorDriver> _drivers = [];

    [Params(10, 100, 1000)]
    public int Interfaces { get; set; }

    [Params(1, 1000)]
    public int Unrelated { get; set; }

    private protected MeasuredProject Project { get; private set; } = null!;

    private protected CSharpCompilation Compilation { get; set; } = null!;

    [GlobalSetup]
    public void Setup()
    {
        Project = new MeasuredProject(Interfaces, Unrelated);
        foreach (GeneratorKind kind in new[] { GeneratorKind.Empty, GeneratorKind.Searching, GeneratorKind.Finding,
            GeneratorKind.FetchHive })
        {
            _drivers[kind] = MeasuredProject.Driver(kind.Create()).RunGenerators(Project.Compilation);
        }
    }

    [Benchmark]
    public SyntaxTree[] Parsing() => Project.Parse();

    [Benchmark]
    public GeneratorDriver Empty() => Run(GeneratorKind.Empty);

    [Benchmark]
    public GeneratorDriver Searching() => Run(GeneratorKind.Searching);

    [Benchmark]
    public GeneratorDriver Finding() => Run(GeneratorKind.Finding);

    [Benchmark]
    public GeneratorDriver FetchHive() => Run(GeneratorKind.FetchHive);

    private GeneratorDriver Run(GeneratorKind kind) => _drivers[kind] = _drivers[kind].RunGenerators(Compilation);
}

/// <summary>Types a digit in a method's body, in a file that has nothing to do with deployments.</summary>
public class UnrelatedEditBenchmarks : EditBenchmarks
{
    [IterationSetup]
    public void Edit() => Compilation = Project.EditUnrelatedFile();
}

/// <summary>Changes the variant of one interface.</summary>
public class InterfaceEditBenchmarks : EditBenchmarks
{
    private GeneratorDriver _askingForOne = null!;

    [GlobalSetup(Target = nameof(AskingForOne))]
    public void SetupAskingForOne()
    {
        Setup();
        _askingForOne = MeasuredProject.Driver(new AskingForOneGenerator(Project.EditedInterface)).RunGenerators(Project.Compilation);
    }

    [IterationSetup]
    public void Edit() => Compilation = Project.EditInterface();

    [Benchmark]
    public GeneratorDriver AskingForOne() => _askingForOne = _askingForOne.RunGenerators(Compilation);
}
