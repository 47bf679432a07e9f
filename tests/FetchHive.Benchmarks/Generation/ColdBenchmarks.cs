using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Benchmarks.Generation;

/// <summary>A first run, as in a build.</summary>
public class ColdBenchmarks
{
    private MeasuredProject _project = null!;
    private CSharpCompilation _compilation = null!;

    [Params(10, 100, 1000)]
    public int Interfaces { get; set; }

    [Params(0, 1000)]
    public int Unrelated { get; set; }

    [GlobalSetup]
    public void Setup() => _project = new MeasuredProject(Interfaces, Unrelated);

    [IterationSetup]
    public void Prepare() => _compilation = _project.Fresh();

    /// <summary>With symbols that were asked for before, so that only the generator's own work remains.</summary>
    [IterationSetup(Target = nameof(FetchHiveAfterAsking))]
    public void PrepareAndAsk()
    {
        Prepare();
        Asking();
    }

    [Benchmark]
    public SyntaxTree[] Parsing() => _project.Parse();

    [Benchmark]
    public GeneratorDriver Empty() => MeasuredProject.Driver(GeneratorKind.Empty.Create()).RunGenerators(_compilation);

    [Benchmark]
    public GeneratorDriver Searching() => MeasuredProject.Driver(GeneratorKind.Searching.Create()).RunGenerators(_compilation);

    [Benchmark]
    public GeneratorDriver Finding() => MeasuredProject.Driver(GeneratorKind.Finding.Create()).RunGenerators(_compilation);

    [Benchmark]
    public GeneratorDriver Asking() => MeasuredProject.Driver(GeneratorKind.Asking.Create()).RunGenerators(_compilation);

    [Benchmark]
    public GeneratorDriver FetchHiveAfterAsking() => FetchHive();

    [Benchmark]
    public GeneratorDriver FetchHive() => MeasuredProject.Driver(GeneratorKind.FetchHive.Create()).RunGenerators(_compilation);
}
