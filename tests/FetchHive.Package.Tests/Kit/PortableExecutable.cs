using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace FetchHive.Package.Tests.Kit;

/// <summary>Reads the headers of an assembly without loading it.</summary>
internal static class PortableExecutable
{
    /// <summary>The assemblies that it references.</summary>
    public static Dictionary<string, Version> References(byte[] assembly)
    {
        using var image = new PEReader(ImmutableArray.Create(assembly));
        MetadataReader reader = image.GetMetadataReader();
        var references = new Dictionary<string, Version>(StringComparer.Ordinal);
        foreach (AssemblyReferenceHandle handle in reader.AssemblyReferences)
        {
            AssemblyReference reference = reader.GetAssemblyReference(handle);
            references.Add(reader.GetString(reference.Name), reference.Version);
        }

        return references;
    }

    /// <summary>The paths of the source files, from the embedded symbols; <see langword="null"/> when there are none.</summary>
    public static List<string>? SourcePaths(byte[] assembly)
    {
        using var image = new PEReader(ImmutableArray.Create(assembly));
        foreach (DebugDirectoryEntry entry in image.ReadDebugDirectory())
        {
            if (entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb)
            {
                using MetadataReaderProvider symbols = image.ReadEmbeddedPortablePdbDebugDirectoryData(entry);
                MetadataReader reader = symbols.GetMetadataReader();
                var paths = new List<string>();
                foreach (DocumentHandle handle in reader.Documents)
                {
                    paths.Add(reader.GetString(reader.GetDocument(handle).Name));
                }

                return paths;
            }
        }

        return null;
    }

    /// <summary>Whether it was built deterministically, so that the same sources make the same bytes.</summary>
    public static bool IsReproducible(byte[] assembly)
    {
        using var image = new PEReader(ImmutableArray.Create(assembly));
        foreach (DebugDirectoryEntry entry in image.ReadDebugDirectory())
        {
            if (entry.Type == DebugDirectoryEntryType.Reproducible)
            {
                return true;
            }
        }

        return false;
    }
}
