using System;
using System.IO;
using FetchHive.Tool.Terminals;

namespace FetchHive.Tool.Files;

/// <summary>Reads files that a person named.</summary>
internal static class TextFiles
{
    /// <summary>Reads a whole file as UTF-8, or as its byte order mark says.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="maxLength">The most characters that it may have.</param>
    /// <param name="terminal">Tells how paths are shown.</param>
    /// <exception cref="CommandException">It can't be read, or is longer.</exception>
    public static string Read(string path, long maxLength, Terminal terminal)
    {
        try
        {
            // A character has four bytes at most.
            if (new FileInfo(path).Length > maxLength * 4)
            {
                throw new CommandException($"{terminal.ShownPath(path)} has more than {maxLength} characters. Is it the right file?");
            }

            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{terminal.ShownPath(path)} can't be read: {exception.Message}", innerException: exception);
        }
    }
}
