using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using FetchHive.Benchmarks.Reporting;

namespace FetchHive.Benchmarks.Processes;

/// <summary>A program that is started again and again, and the times of its starts, in nanoseconds.</summary>
/// <param name="name">Its name in the table.</param>
/// <param name="file">The file to start.</param>
/// <param name="arguments">Its arguments, before those that every program gets.</param>
internal sealed class StartedProgram(string name, string file, params string[] arguments)
{
    private readonly List<double> _firstResponse = [];
    private readonly List<double> _main = [];
    private readonly List<double> _whole = [];

    public string Name => name;

    public string File => file;

    /// <summary>From just before the process is started to its first response. The program itself takes this time.</summary>
    public double FirstResponse => Median.Of(_firstResponse);

    /// <summary>From the first line of <c>Main</c> to the first response.</summary>
    public double Main => Median.Of(_main);

    /// <summary>From just before the process is started to its end.</summary>
    public double Whole => Median.Of(_whole);

    /// <summary>Starts the program and waits for its end.</summary>
    /// <exception cref="InvalidOperationException">The program failed; the message contains its output.</exception>
    public void Start(Uri baseAddress, bool keep)
    {
        ProcessStartInfo start = DotNet.Describe(file, [.. arguments, baseAddress.AbsoluteUri]);
        using var process = new Process { StartInfo = start };
        long started = Stopwatch.GetTimestamp();
        start.ArgumentList.Add(started.ToString(CultureInfo.InvariantCulture));
        process.Start();
        string printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        double whole = Stopwatch.GetElapsedTime(started).TotalNanoseconds;
        string[] figures = printed.Trim().Split(' ');
        if (process.ExitCode != 0 || figures.Length != 3)
        {
            throw new InvalidOperationException($"'{name}' ended with exit code {process.ExitCode}. It printed:\n{printed}");
        }

        if (keep)
        {
            _firstResponse.Add(Nanoseconds(figures[0]));
            _main.Add(Nanoseconds(figures[1]));
            _whole.Add(whole);
        }
    }

    private static double Nanoseconds(string microseconds) => 1000 * double.Parse(microseconds, CultureInfo.InvariantCulture);
}
