using System;
using System.Linq;
using System.Reflection;

namespace FetchHive.Package.Tests.Kit;

/// <summary>Where things are on this machine, as the build knew it.</summary>
internal static class Places
{
    /// <summary>The repository's root.</summary>
    public static string RepositoryRoot { get; } = Get(nameof(RepositoryRoot));

    /// <summary>The machine's own package cache: read only, so that restoring the consumers takes seconds.</summary>
    public static string PackageCache { get; } = Get(nameof(PackageCache));

    /// <summary>
    /// The consumers' package folder. What the machine's cache lacks (another framework's runtime, the native compiler) stays here between
    /// runs; the packages under test are removed after each.
    /// </summary>
    public static string ConsumerPackages { get; } = Get(nameof(ConsumerPackages));

    private static string Get(string key) =>
        typeof(Places).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(item => item.Key == key).Value
        ?? throw new InvalidOperationException($"The build gave no value for {key}. Build the project anew.");
}
