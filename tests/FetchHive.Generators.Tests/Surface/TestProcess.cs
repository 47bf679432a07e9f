using System.Reflection;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Surface;

/// <summary>Assemblies that the test process has, and a user's project may reference besides the package.</summary>
internal static class TestProcess
{
    /// <summary>An assembly of the test process as a reference.</summary>
    public static MetadataReference Reference(string name) => MetadataReference.CreateFromFile(Assembly.Load(name).Location);
}
