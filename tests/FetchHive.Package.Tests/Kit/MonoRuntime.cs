using System;

namespace FetchHive.Package.Tests.Kit;

/// <summary>What runs applications for .NET Framework where there is none.</summary>
internal static class MonoRuntime
{
    /// <summary>What to install, or <see langword="null"/> when all is there.</summary>
    public static string? Missing() => OperatingSystem.IsWindows() || Programs.IsOnPath("mono")
        ? null
        : "Running an application for .NET Framework needs Mono with its facades here: install it (on Debian: apt-get install "
            + "mono-devel) to run this test.";
}
