using System;
using System.Globalization;

namespace FetchHive.Benchmarks.Builds;

/// <summary>The compiler's time in one build, in nanoseconds.</summary>
/// <param name="Compiler">The whole time, that of MSBuild's <c>Csc</c> task.</param>
/// <param name="Generator">Our generator, or the one that only asks.</param>
/// <param name="Analyzers">Our analyzers, added up over all threads.</param>
/// <param name="OtherGenerators">The framework's generators.</param>
/// <param name="OtherAnalyzers">The SDK's analyzers, added up over all threads.</param>
internal sealed record BuildReport(double Compiler, double Generator, double Analyzers, double OtherGenerators, double OtherAnalyzers)
{
    private const string Ours = "FetchHive.";

    /// <summary>The processor time of the compiler server; 0 if it wasn't measured.</summary>
    public double Processor { get; init; }

    /// <summary>Reads MSBuild's log with <c>PerformanceSummary</c> and the compiler's <c>ReportAnalyzer</c>.</summary>
    /// <exception cref="InvalidOperationException">The log has no time of the compiler, or no report; the message contains the
    /// log.</exception>
    public static BuildReport OfBuild(string log) => Parse(log, compiler: 0);

    /// <summary>Reads the compiler's output with <c>/reportanalyzer</c>.</summary>
    /// <param name="output">The output.</param>
    /// <param name="compiler">The whole time, in nanoseconds.</param>
    /// <exception cref="InvalidOperationException">The output has no report; the message contains it.</exception>
    public static BuildReport OfCompiler(string output, double compiler) => Parse(output, compiler);

    private static BuildReport Parse(string log, double compiler)
    {
        double generator = 0, analyzers = 0, otherGenerators = 0, otherAnalyzers = 0;
        bool inAnalyzers = false, inGenerators = false, hasReport = false;
        foreach (string line in log.Split('\n'))
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words is [var milliseconds, "ms", "Csc", ..])
            {
                compiler = double.Parse(milliseconds, CultureInfo.InvariantCulture) * 1_000_000;
            }
            else if (words is ["Time", "(s)", "%", var kind])
            {
                inAnalyzers = kind == "Analyzer";
                inGenerators = kind == "Generator";
                hasReport |= inGenerators;
            }
            else if (words is ["Done", "executing", "task", ..])
            {
                inAnalyzers = inGenerators = false;
            }
            else if ((inAnalyzers || inGenerators) && words.Length > 3 && words[3].StartsWith("Version=", StringComparison.Ordinal))
            {
                // The line of an assembly. The lines of its analyzers follow.
                double time = Seconds(words[0]) * 1_000_000_000;
                bool ours = words[2].StartsWith(Ours, StringComparison.Ordinal);
                generator += inGenerators && ours ? time : 0;
                analyzers += inAnalyzers && ours ? time : 0;
                otherGenerators += inGenerators && !ours ? time : 0;
                otherAnalyzers += inAnalyzers && !ours ? time : 0;
            }
        }

        return compiler > 0 && hasReport
            ? new BuildReport(compiler, generator, analyzers, otherGenerators, otherAnalyzers)
            : throw new InvalidOperationException(
            $"There is no time of the task Csc, or no report of analyzers and generators:\n{log}");
    }

    // For a time below a millisecond, the report has '<0.001'.
    private static double Seconds(string text) => text[0] == '<' ? 0 : double.Parse(text, CultureInfo.InvariantCulture);
}
