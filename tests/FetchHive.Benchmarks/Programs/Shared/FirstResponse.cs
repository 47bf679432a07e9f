using System;
using System.Diagnostics;
using System.Globalization;

namespace FetchHive.Benchmarks.Programs;

/// <summary>
/// Measures the time to a program's first response. The arguments are the service's base address and the start of the process as a <see
/// cref="Stopwatch.GetTimestamp"/>, which all processes of a machine share.
/// </summary>
internal readonly struct FirstResponse(string[] arguments)
{
    private readonly long _entered = Stopwatch.GetTimestamp();

    public Uri BaseAddress { get; } = new(arguments[0]);

    /// <summary>Prints, in microseconds, the time from the process's start to now and from <c>Main</c>'s first line to now; and the
    /// response's length.</summary>
    public void Report(int length)
    {
        long now = Stopwatch.GetTimestamp();
        double whole = Stopwatch.GetElapsedTime(long.Parse(arguments[1], CultureInfo.InvariantCulture), now).TotalMicroseconds;
        double main = Stopwatch.GetElapsedTime(_entered, now).TotalMicroseconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{whole:F0} {main:F0} {length}"));
    }
}
