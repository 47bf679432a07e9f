namespace FetchHive.Tool.Terminals;

/// <summary>What the program ends with. docs/tool.md lists them, and scripts rely on them.</summary>
internal static class ExitCodes
{
    /// <summary>All is well.</summary>
    public const int Done = 0;

    /// <summary>The run failed, rows failed, or the check found errors.</summary>
    public const int Failed = 1;

    /// <summary>The command can't be carried out as it was given: nothing was sent.</summary>
    public const int Usage = 2;

    /// <summary>A call was sent and no response came: it may have run.</summary>
    public const int InDoubt = 3;

    /// <summary>The batch stopped before its end, as further rows would fail too.</summary>
    public const int Stopped = 4;

    /// <summary>A fault of the program itself.</summary>
    public const int Fault = 70;

    /// <summary>Ctrl+C, as shells have it: 128 and the number of SIGINT.</summary>
    public const int Interrupted = 130;

    /// <summary>Asked to end: 128 and the number of SIGTERM.</summary>
    public const int Terminated = 143;
}
