using System;
using System.Collections.Generic;
using System.Linq;
using FetchHive.Package.Tests.Kit;

namespace FetchHive.Package.Tests;

/// <summary>The headers and symbols of the packed assemblies.</summary>
public sealed class AssemblyTests(Packages packages)
{
    /// <summary>
    /// The assemblies that every host of a C# compiler from Roslyn 4.8 on has, with the versions of Roslyn 4.8. A reference to any other or
    /// newer assembly works in one host and fails in another: for example on the command line, but not in an IDE.
    /// </summary>
    private static readonly Dictionary<string, Version> CarriedByHosts = new(StringComparer.Ordinal)
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["Microsoft.CodeAnalysis"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new(4, 8, 0, 0),
        ["System.Collections.Immutable"] = new(7, 0, 0, 0),
        ["System.Reflection.Metadata"] = new(7, 0, 0, 0),
        ["System.Text.Encoding.CodePages"] = new(7, 0, 0, 0),
        ["System.Runtime.CompilerServices.Unsafe"] = new(6, 0, 0, 0),
        ["System.Memory"] = new(4, 0, 1, 2),
        ["System.Buffers"] = new(4, 0, 3, 0),
        ["System.Numerics.Vectors"] = new(4, 1, 4, 0),
        ["System.Threading.Tasks.Extensions"] = new(4, 2, 0, 1),
    };

    /// <summary>The further assemblies of hosts that offer code fixes. The command-line compiler neither has nor needs them.</summary>
    private static readonly Dictionary<string, Version> CarriedByEditors = new(StringComparer.Ordinal)
    {
        ["Microsoft.CodeAnalysis.Workspaces"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp.Workspaces"] = new(4, 8, 0, 0),
        ["System.Composition.AttributedModel"] = new(7, 0, 0, 0),
    };

    [Fact]
    public void Analyzers_refer_only_to_what_every_compiler_host_carries()
    {
        PackageFile package = packages.Open("FetchHive.Generators");
        string[] analyzers = [.. package.Paths.Where(path => path.StartsWith("analyzers/", StringComparison.Ordinal))];
        string[] names = [.. analyzers.Select(path => System.IO.Path.GetFileNameWithoutExtension(path))];

        Assert.NotEmpty(analyzers);
        foreach (string path in analyzers)
        {
            bool isForEditors = path.EndsWith(".CodeFixes.dll", StringComparison.Ordinal);
            foreach ((string name, Version version) in PortableExecutable.References(package[path]))
            {
                bool isCarried = (CarriedByHosts.TryGetValue(name, out Version? newest)
                    || (isForEditors && CarriedByEditors.TryGetValue(name, out newest)))
                    && version <= newest;
                Assert.True(isCarried || names.Contains(name),
                    $"{path} refers to {name} {version}, which not every compiler host carries.");
            }
        }
    }

    [Fact]
    public void The_generator_is_compiled_for_the_oldest_compiler_that_its_slot_admits()
    {
        Dictionary<string, Version> references = PortableExecutable.References(
            packages.Open("FetchHive.Generators")["analyzers/dotnet/roslyn4.8/cs/FetchHive.Generators.dll"]);

        Assert.Equal(new Version(4, 8, 0, 0), references["Microsoft.CodeAnalysis"]);
        Assert.Equal(new Version(4, 8, 0, 0), references["Microsoft.CodeAnalysis.CSharp"]);
    }

    [Theory]
    [MemberData(nameof(PackageFilesTests.Ids), MemberType = typeof(PackageFilesTests))]
    public void Every_assembly_is_reproducible_and_carries_its_symbols(string id)
    {
        PackageFile package = packages.Open(id);
        foreach (string path in package.Paths.Where(IsOurs))
        {
            Assert.True(PortableExecutable.IsReproducible(package[path]), $"{path} is not deterministic.");
            List<string>? sources = PortableExecutable.SourcePaths(package[path]);
            Assert.True(sources is { Count: > 0 }, $"{path} has no symbols in it.");
            Assert.All(sources, source => Assert.StartsWith("/_/", source, StringComparison.Ordinal));
        }
    }

    // The tool's package also contains third-party libraries.
    private static bool IsOurs(string path) =>
        path.EndsWith(".dll", StringComparison.Ordinal)
        && System.IO.Path.GetFileName(path).StartsWith("FetchHive", StringComparison.Ordinal);
}
