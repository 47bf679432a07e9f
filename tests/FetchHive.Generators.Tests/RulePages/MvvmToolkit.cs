using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.RulePages;

/// <summary>A well-known package with a generator that adds properties to types.</summary>
internal static class MvvmToolkit
{
    private static readonly string Folder = typeof(MvvmToolkit).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "CommunityToolkit.Mvvm").Value!;

    private static readonly Lazy<Type[]> Types = new(() =>
    [
        .. Assembly.LoadFrom(Path.Combine(Folder, "analyzers/dotnet/roslyn4.3/cs/CommunityToolkit.Mvvm.SourceGenerators.dll"))
            .GetTypes()
            .Where(type => typeof(IIncrementalGenerator).IsAssignableFrom(type) && !type.IsAbstract),
    ]);

    /// <summary>Its library.</summary>
    public static MetadataReference Reference { get; } =
        MetadataReference.CreateFromFile(Path.Combine(Folder, "lib/net8.0/CommunityToolkit.Mvvm.dll"));

    /// <summary>New instances of its generators.</summary>
    public static IEnumerable<IIncrementalGenerator> Generators =>
        Types.Value.Select(type => (IIncrementalGenerator)Activator.CreateInstance(type)!);
}
