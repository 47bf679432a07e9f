using System.Reflection;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Surface;

/// <summary>Assemblies of the test process that a user's project may reference in addition to the package.</summary>
internal static class TestProcess
{
    /// <summary>An assembly of the test process as a reference.</summary>
    public static MetadataReference Reference(string name) => MetadataReference.CreateFromFile(Assembly.Load(name).Location);
}
