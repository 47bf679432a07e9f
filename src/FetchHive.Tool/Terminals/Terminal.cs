using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json.Nodes;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FetchHive.Tool.Terminals;

/// <summary>
/// A command's input and output: results go to standard output, messages and progress to standard error. Tests use their own.
/// </summary>
internal sealed class Terminal
{
    /// <summary>Standard output: results only.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Standard error: everything else.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Standard output as a terminal; <see langword="null"/> when it goes to a file or a program.</summary>
    public IAnsiConsole? Screen { get; init; }

    /// <summary>Standard error as a terminal; <see langword="null"/> when it goes to a file or a program.</summary>
    public IAnsiConsole? Live { get; init; }

    /// <summary>The folder that relative paths start from.</summary>
    public required string Folder { get; init; }

    /// <summary>Gets the value of an environment variable.</summary>
    public required Func<string, string?> Environment { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Whether results are JSON.</summary>
    public bool IsJson { get; private init; }

    /// <summary>The process's own terminal.</summary>
    public static Terminal OfProcess() => new()
    {
        Out = Console.Out,
        Error = Console.Error,
        Screen = Console.IsOutputRedirected ? null : AnsiConsole.Console,
        Live = Console.IsErrorRedirected
            ? null
            : AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }),
        Folder = Directory.GetCurrentDirectory(),
        Environment = System.Environment.GetEnvironmentVariable,
    };

    /// <summary>The same terminal for a command with JSON results: nothing is drawn.</summary>
    public Terminal ForJson() => new()
    {
        Out = Out,
        Error = Error,
        Folder = Folder,
        Environment = Environment,
        Time = Time,
        IsJson = true,
    };

    /// <summary>The full path of the user's path.</summary>
    public string FullPath(string path) => Path.GetFullPath(path, Folder);

    /// <summary>A path for messages: relative to the current folder if it is below it.</summary>
    public string ShownPath(string fullPath)
    {
        string relative = Path.GetRelativePath(Folder, fullPath);
        return relative.StartsWith("..", StringComparison.Ordinal) ? fullPath : relative;
    }

    /// <summary>Writes a message.</summary>
    public void Say(string message)
    {
        Error.WriteLine(Live is null ? message : Shown(message));
    }

    /// <summary>Writes a message above a bar or a spinner.</summary>
    public void Announce(string message)
    {
        if (Live is null)
        {
            Error.WriteLine(message);
        }
        else
        {
            Live.Write(new Announcement(Shown(message) + "\n"));

            // A bar hides the cursor. If the user ends the process now, the terminal has to be as it was.
            Live.Cursor.Show(true);
        }
    }

    /// <summary>Writes an error.</summary>
    public void Complain(string message)
    {
        if (Live is null)
        {
            Error.WriteLine("error: " + message);
        }
        else
        {
            Live.Write(new Text("error: ", new Style(Color.Red, decoration: Decoration.Bold)));
            Error.WriteLine(Shown(message));
        }
    }

    /// <summary>Writes a result as JSON.</summary>
    public void WriteJson(JsonNode? node) => Out.WriteLine(node?.ToJsonString(Json.Readable) ?? "null");

    /// <summary>Writes a line of a result, in colour on a terminal. It isn't wrapped: a line break would be copied with the text.</summary>
    public void WriteLine(string line, Color? color)
    {
        if (Screen is null)
        {
            Out.WriteLine(line);
            return;
        }

        Screen.Profile.Width = int.MaxValue;
        Screen.Write(new Text(Shown(line) + "\n", color is { } known ? new Style(known) : Style.Plain));
    }

    /// <summary>Writes a result that came from outside. A terminal gets no control characters.</summary>
    public void WriteText(string text) => Out.WriteLine(Screen is null ? text : Shown(text));

    private static string Shown(string text) => TerminalText.WithoutControls(text);

    /// <summary>Text in place of a bar. It erases the rest of the bar.</summary>
    private sealed class Announcement(string text) : Renderable
    {
        private const string EraseToEnd = "\u001b[0J";

        protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) =>
            [Segment.Control(EraseToEnd), .. ((IRenderable)new Text(text)).Render(options, maxWidth)];
    }
}
