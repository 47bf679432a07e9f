using System;

namespace FetchHive.Tool.Terminals;

/// <summary>Ends a command with a message for people and an exit code.</summary>
internal sealed class CommandException : Exception
{
    public CommandException(string message, int exitCode = ExitCodes.Usage, Exception? innerException = null)
        : base(message, innerException) => ExitCode = exitCode;

    public int ExitCode { get; }
}
