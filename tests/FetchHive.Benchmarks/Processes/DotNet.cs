using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Text;

namespace FetchHive.Benchmarks.Processes;

/// <summary>Runs programs with this machine's <c>dotnet</c>.</summary>
internal static class DotNet
{
    /// <summary>The host that this program was started with, or the one on the path.</summary>
    public static string Host { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";

    /// <summary>Runs a command of the SDK to its end.</summary>
    /// <param name="folder">The working folder.</param>
    /// <param name="arguments">The command and its arguments.</param>
    /// <returns>Its output.</returns>
    /// <exception cref="InvalidOperationException">The command failed; the message contains its output.</exception>
    public static string Run(string folder, params string[] arguments)
    {
        using var process = new Process { StartInfo = Describe(Host, arguments) };
        process.StartInfo.WorkingDirectory = folder;
        process.StartInfo.RedirectStandardError = true;
        var output = new StringBuilder();
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.ToString()
            : throw new InvalidOperationException(
            $"'dotnet {string.Join(' ', arguments)}' ended with exit code {process.ExitCode}. It printed:\n{output}");

        void Keep(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is { } text)
            {
                lock (output)
                {
                    output.Append(text).Append('\n');
                }
            }
        }
    }

    /// <summary>How to start a program whose output is read.</summary>
    public static ProcessStartInfo Describe(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };

        // 'dotnet run' sets variables for its child processes. Measured programs must not see them, and must leave no process behind.
        // Reports must be in English.
        foreach (string name in new List<string>(start.Environment.Keys))
        {
            if (name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase))
            {
                start.Environment.Remove(name);
            }
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        return start;
    }
}
