using System;
using System.Linq;
using System.Reflection;

namespace FetchHive.Package.Tests.Kit;

/// <summary>Paths on this machine, as the build recorded them.</summary>
internal static class Places
{
    public static string RepositoryRoot { get; } = Get(nameof(RepositoryRoot));

    /// <summary>The machine's own package cache. It is only read, and makes restoring the consumers take seconds.</summary>
    public static string PackageCache { get; } = Get(nameof(PackageCache));

    /// <summary>
    /// The consumers' package folder. Packages that the machine's cache lacks (another framework's runtime, the native compiler) stay here
    /// between runs. The packages under test are removed after each run.
    /// </summary>
    public static string ConsumerPackages { get; } = Get(nameof(ConsumerPackages));

    private static string Get(string key) =>
        typeof(Places).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(item => item.Key == key).Value
        ?? throw new InvalidOperationException($"The build gave no value for {key}. Build the project anew.");
}
