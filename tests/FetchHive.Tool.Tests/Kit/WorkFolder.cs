using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using FetchHive.Tool.Terminals;
using Microsoft.Extensions.Time.Testing;
using Spectre.Console;

namespace FetchHive.Tool.Tests.Kit;

/// <summary>A test's own folder, in which it runs commands.</summary>
internal sealed class WorkFolder : IDisposable
{
    public WorkFolder() => Path = Directory.CreateTempSubdirectory("fetchhive-tool-tests-").FullName;

    public string Path { get; }

    /// <summary>The environment variables of the commands.</summary>
    public Dictionary<string, string?> Environment { get; } = [];

    /// <summary>The console for standard error; <see langword="null"/> means that it is redirected.</summary>
    public IAnsiConsole? Live { get; set; }

    /// <summary>The console for standard output; <see langword="null"/> means that it is redirected.</summary>
    public IAnsiConsole? Screen { get; set; }

    public FakeTimeProvider Time { get; } = new();

    public string Read(string name) => File.ReadAllText(FullPath(name));

    public bool Has(string name) => File.Exists(FullPath(name));

    public string FullPath(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file. Its lines end with LF, whatever the line endings of the sources are.</summary>
    public WorkFolder Write(string name, string text)
    {
        string path = FullPath(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text.ReplaceLineEndings("\n"));
        return this;
    }

    /// <summary>Runs a command in this process.</summary>
    public async Task<ToolResult> RunAsync(params string[] arguments)
    {
        using Interruption interruption = Interruption.ByHand();
        return await RunAsync(interruption, arguments);
    }

    /// <summary>Runs a command that can be interrupted.</summary>
    public async Task<ToolResult> RunAsync(Interruption interruption, params string[] arguments)
    {
        return await Start(interruption, arguments).EndAsync();
    }

    /// <summary>Starts a command, so that a test can look at it while it runs.</summary>
    public RunningTool Start(Interruption interruption, params string[] arguments)
    {
        SharedWriter printed = new();
        SharedWriter output = new(printed);
        SharedWriter errors = new(printed);
        Terminal terminal = new()
        {
            Out = output,
            Error = errors,
            Screen = Screen,
            Live = Live,
            Folder = Path,
            Environment = name => Environment.GetValueOrDefault(name),
            Time = Time,
        };
        return new RunningTool(CommandLine.RunAsync(arguments, terminal, interruption), output, errors, printed);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
