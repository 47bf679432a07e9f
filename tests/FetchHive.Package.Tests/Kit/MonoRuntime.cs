using System;

namespace FetchHive.Package.Tests.Kit;

/// <summary>Mono, which runs applications for .NET Framework on systems without it.</summary>
internal static class MonoRuntime
{
    /// <summary>What to install, or <see langword="null"/> when nothing is missing.</summary>
    public static string? Missing() => OperatingSystem.IsWindows() || Programs.IsOnPath("mono")
        ? null
        : "Running an application for .NET Framework needs Mono with its facades here: install it (on Debian: apt-get install "
            + "mono-devel) to run this test.";
}
