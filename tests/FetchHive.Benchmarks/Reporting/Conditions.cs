using System;
using System.Globalization;
using System.Runtime.InteropServices;

namespace FetchHive.Benchmarks.Reporting;

/// <summary>When and on what kind of machine the figures were taken. The machine isn't named.</summary>
internal static class Conditions
{
    public static string Line(string command) => string.Create(
        CultureInfo.InvariantCulture,
        $"{DateTime.UtcNow:yyyy-MM-dd}; {Environment.ProcessorCount} cores ({RuntimeInformation.ProcessArchitecture}), {Memory()} GB, "
        + $"{System()}, {RuntimeInformation.FrameworkDescription}. `{command}`");

    private static long Memory() => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1_000_000_000;

    private static string System() =>
        OperatingSystem.IsLinux() ? "Linux" : OperatingSystem.IsMacOS() ? "macOS" : OperatingSystem.IsWindows()
        ? "Windows" : "another system";
}
