using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>
/// The references of a test's compilation. The sets are those of a user's project that installs the package. The build writes them to
/// <c>references/&lt;target framework&gt;.txt</c> beside the tests (see References.targets).
/// </summary>
/// <remarks>Immutable. Each file's metadata is read once for all tests.</remarks>
internal sealed class References
{
    private static readonly ConcurrentDictionary<Target, References> Sets = new();

    private readonly ImmutableArray<Entry> _entries;

    private References(ImmutableArray<Entry> entries) => _entries = entries;

    /// <summary>The references, in a stable order.</summary>
    public IEnumerable<MetadataReference> All => _entries.Select(entry => entry.Reference);

    /// <summary>The names of the referenced assemblies, without extension.</summary>
    public IEnumerable<string> AssemblyNames => _entries.Select(entry => entry.AssemblyName);

    /// <summary>The framework, the runtime library built for it, and the packages that the runtime library depends on.</summary>
    public static References For(Target target) => Sets.GetOrAdd(target, Read);

    /// <summary>The framework's reference assemblies alone: a project that doesn't have the package.</summary>
    public static References FrameworkOnly(Target target) =>
        new(For(target)._entries.RemoveAll(entry => !entry.IsFramework));

    /// <summary>This set without the assemblies of the given names (without extension).</summary>
    /// <exception cref="ArgumentException">A name isn't in the set, so removing it would test nothing.</exception>
    public References Without(params string[] assemblyNames)
    {
        ImmutableArray<Entry> entries = _entries;
        foreach (string name in assemblyNames)
        {
            ImmutableArray<Entry> left =
                entries.RemoveAll(entry => string.Equals(entry.AssemblyName, name, StringComparison.OrdinalIgnoreCase));
            if (left.Length == entries.Length)
            {
                throw new ArgumentException($"No reference is named '{name}': correct the name.", nameof(assemblyNames));
            }

            entries = left;
        }

        return new References(entries);
    }

    /// <summary>This set and more references.</summary>
    public References With(params IEnumerable<MetadataReference> references) =>
        new(_entries.AddRange(references.Select(reference => new Entry(reference.Display ?? "", IsFramework: false, reference))));

    private static References Read(Target target)
    {
        string list = Path.Combine(AppContext.BaseDirectory, "references", target.Moniker() + ".txt");
        if (!File.Exists(list))
        {
            throw new FileNotFoundException(
                $"The build writes '{list}' (Kit/References.targets): build the test project, not only its sources.", list);
        }

        return new References([.. File.ReadLines(list).Where(line => line.Length != 0).Select(Entry.Parse)]);
    }

    private sealed record Entry(string AssemblyName, bool IsFramework, MetadataReference Reference)
    {
        public static Entry Parse(string line)
        {
            int bar = line.IndexOf('|', StringComparison.Ordinal);
            string package = line[..bar];
            string path = line[(bar + 1)..];
            return new Entry(
                Path.GetFileNameWithoutExtension(path),
                package is "Microsoft.NETCore.App.Ref" or "NETStandard.Library",
                MetadataReference.CreateFromFile(path));
        }
    }
}
