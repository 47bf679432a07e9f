using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using FetchHive.Tool.Terminals;
using Microsoft.Extensions.Time.Testing;
using Spectre.Console;

namespace FetchHive.Tool.Tests.Kit;

/// <summary>A folder of a test's own, in which it runs commands.</summary>
internal sealed class WorkFolder : IDisposable
{
    public WorkFolder() => Path = Directory.CreateTempSubdirectory("fetchhive-tool-tests-").FullName;

    public string Path { get; }

    /// <summary>What commands find in their environment.</summary>
    public Dictionary<string, string?> Environment { get; } = [];

    /// <summary>What people see of standard error; none, as if it were redirected, when <see langword="null"/>.</summary>
    public IAnsiConsole? Live { get; set; }

    /// <summary>What people see of standard output; none, as if it were redirected, when <see langword="null"/>.</summary>
    public IAnsiConsole? Screen { get; set; }

    public FakeTimeProvider Time { get; } = new();

    public string Read(string name) => File.ReadAllText(FullPath(name));

    public bool Has(string name) => File.Exists(FullPath(name));

    public string FullPath(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file. Lines end in LF whatever the sources have.</summary>
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

    /// <summary>Starts a command that is looked at while it runs.</summary>
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
