using FetchHive.Generators;
using Microsoft.CodeAnalysis;

namespace FetchHive.Benchmarks.Generation;

/// <summary>The generator to drive.</summary>
public enum GeneratorKind
{
    /// <summary>A generator with an empty pipeline.</summary>
    Empty,

    /// <summary>A search that finds nothing.</summary>
    Searching,

    /// <summary>Only Roslyn's search by attribute.</summary>
    Finding,

    /// <summary>Roslyn's search by attribute, and all symbols that a client depends on.</summary>
    Asking,

    /// <summary>Ours.</summary>
    FetchHive,
}

internal static class GeneratorKinds
{
    public static IIncrementalGenerator Create(this GeneratorKind kind) => kind switch
    {
        GeneratorKind.Empty => new EmptyGenerator(),
        GeneratorKind.Searching => new SearchingGenerator(),
        GeneratorKind.Finding => new FindingGenerator(),
        GeneratorKind.Asking => new AskingGenerator(),
        _ => new FetchHiveGenerator(),
    };
}
