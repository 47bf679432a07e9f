namespace FetchHive.Generators.Parsing;

/// <summary>The namespaces that the generator and its analyzers recognise.</summary>
internal static class KnownNamespaces
{
    public static readonly KnownNamespace MicrosoftAspNetCoreHttp = new("Microsoft.AspNetCore.Http");
    public static readonly KnownNamespace MicrosoftAspNetCoreMvc = new("Microsoft.AspNetCore.Mvc");
    public static readonly KnownNamespace NewtonsoftJson = new("Newtonsoft.Json");
    public static readonly KnownNamespace System = new("System");
    public static readonly KnownNamespace SystemCollectionsConcurrent = new("System.Collections.Concurrent");
    public static readonly KnownNamespace SystemCollectionsGeneric = new("System.Collections.Generic");
    public static readonly KnownNamespace SystemCollectionsImmutable = new("System.Collections.Immutable");
    public static readonly KnownNamespace SystemCollectionsObjectModel = new("System.Collections.ObjectModel");
    public static readonly KnownNamespace SystemDiagnosticsCodeAnalysis = new("System.Diagnostics.CodeAnalysis");
    public static readonly KnownNamespace SystemReflection = new("System.Reflection");
    public static readonly KnownNamespace SystemRuntimeCompilerServices = new("System.Runtime.CompilerServices");
    public static readonly KnownNamespace SystemTextJson = new("System.Text.Json");
    public static readonly KnownNamespace SystemTextJsonNodes = new("System.Text.Json.Nodes");
    public static readonly KnownNamespace SystemTextJsonSerialization = new("System.Text.Json.Serialization");
    public static readonly KnownNamespace SystemThreadingTasks = new("System.Threading.Tasks");
}
