using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Xml.Linq;

namespace FetchHive.Package.Tests.Kit;

/// <summary>The content of a .nupkg file, without the parts that only its format needs.</summary>
internal sealed class PackageFile
{
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public PackageFile(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            if (entry.FullName.StartsWith("_rels/", StringComparison.Ordinal)
                || entry.FullName.StartsWith("package/", StringComparison.Ordinal)
                || entry.FullName == "[Content_Types].xml")
            {
                continue;
            }

            using Stream content = entry.Open();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            _files.Add(entry.FullName, copy.ToArray());
        }

        Metadata = Nuspec();
    }

    /// <summary>The paths of the files, in order.</summary>
    public IReadOnlyCollection<string> Paths => _files.Keys;

    /// <summary>The nuspec's metadata.</summary>
    public XElement Metadata { get; }

    public string Version => Metadata.Element(Metadata.Name.Namespace + "version")!.Value;

    /// <summary>The bytes of a file.</summary>
    public byte[] this[string path] => _files[path];

    /// <summary>The dependencies of a target framework, as elements with <c>id</c> and further attributes.</summary>
    public IReadOnlyList<XElement> Dependencies(string targetFramework)
    {
        XNamespace ns = Metadata.Name.Namespace;
        foreach (XElement group in Metadata.Element(ns + "dependencies")!.Elements(ns + "group"))
        {
            if (group.Attribute("targetFramework")!.Value == targetFramework)
            {
                return [.. group.Elements(ns + "dependency")];
            }
        }

        throw new InvalidOperationException($"The package has no dependency group {targetFramework}:\n{Metadata}");
    }

    private XElement Nuspec()
    {
        foreach ((string path, byte[] content) in _files)
        {
            if (path.EndsWith(".nuspec", StringComparison.Ordinal))
            {
                using var stream = new MemoryStream(content);
                XElement package = XDocument.Load(stream).Root!;
                return package.Element(package.Name.Namespace + "metadata")!;
            }
        }

        throw new InvalidOperationException("The package has no nuspec.");
    }
}
