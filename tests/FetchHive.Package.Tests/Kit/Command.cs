using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.Package.Tests.Kit;

/// <summary>Runs a program to its end and keeps its output.</summary>
internal static class Command
{
    /// <summary>Far longer than any command takes. It only ends a command that hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>The <c>dotnet</c> that runs these tests.</summary>
    public static string DotNet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";

    /// <summary>Runs a program.</summary>
    /// <param name="folder">The working folder.</param>
    /// <param name="environment">Variables to add to this process's environment; <see langword="null"/> removes one.</param>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>How it ended.</returns>
    public static async Task<CommandResult> RunAsync(
        string folder, IReadOnlyDictionary<string, string?> environment, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        RemoveTraces(start.Environment);
        foreach ((string name, string? value) in environment)
        {
            start.Environment[name] = value;
        }

        // Both streams go into one text, in about the order of the output. The tests read build errors from it.
        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Kill(process);
            throw new TimeoutException($"'{program} {string.Join(' ', arguments)}' was stopped before its end. It printed:\n{Printed()}");
        }

        return new CommandResult($"{Path.GetFileName(program)} {string.Join(' ', arguments)}", process.ExitCode, Printed());

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

        string Printed()
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    /// <summary>
    /// A build that runs these tests sets variables for its child processes. The consumers' builds must not see them, and must leave no
    /// process behind.
    /// </summary>
    private static void RemoveTraces(IDictionary<string, string?> environment)
    {
        foreach (string name in new List<string>(environment.Keys))
        {
            if (name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase))
            {
                environment.Remove(name);
            }
        }

        environment["MSBUILDDISABLENODEREUSE"] = "1";
        environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        environment["DOTNET_NOLOGO"] = "1";
        // The tests read errors and warnings in English.
        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception)
        {
            // The process has just ended by itself.
        }
    }
}
