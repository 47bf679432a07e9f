using System;
using System.IO;
using FetchHive.Tool.Terminals;

namespace FetchHive.Tool.Files;

/// <summary>Reads files that the user named.</summary>
internal static class TextFiles
{
    /// <summary>Reads a whole file as UTF-8, or as its byte order mark says.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="maxLength">How many characters it may have at most.</param>
    /// <param name="terminal">Formats paths.</param>
    /// <exception cref="CommandException">It can't be read, or is longer.</exception>
    public static string Read(string path, long maxLength, Terminal terminal) => Try(path, terminal, () =>
        // A character has at most four bytes.
        new FileInfo(path).Length > maxLength * 4
            ? throw new CommandException($"{terminal.ShownPath(path)} has more than {maxLength} characters. Is it the right file?")
            : File.ReadAllText(path));

    /// <summary>Reads a file in the same way, but of a longer file only enough to show that it is longer.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="maxLength">How many characters it may have at most. Of a longer file, one character more is returned.</param>
    /// <param name="terminal">Formats paths.</param>
    /// <exception cref="CommandException">It can't be read.</exception>
    public static string ReadStart(string path, int maxLength, Terminal terminal) => Try(path, terminal, () =>
    {
        if (new FileInfo(path).Length <= maxLength)
        {
            return File.ReadAllText(path);
        }

        using StreamReader reader = new(path);
        char[] start = new char[maxLength + 1];
        return new string(start, 0, reader.ReadBlock(start));
    });

    private static string Try(string path, Terminal terminal, Func<string> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{terminal.ShownPath(path)} can't be read: {exception.Message}", innerException: exception);
        }
    }
}
