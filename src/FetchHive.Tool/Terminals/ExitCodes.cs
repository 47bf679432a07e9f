namespace FetchHive.Tool.Terminals;

/// <summary>The program's exit codes. docs/tool.md lists them, and scripts rely on them.</summary>
internal static class ExitCodes
{
    /// <summary>Success.</summary>
    public const int Done = 0;

    /// <summary>The run failed, rows failed, or the check found errors.</summary>
    public const int Failed = 1;

    /// <summary>The command can't run with these arguments. Nothing was sent.</summary>
    public const int Usage = 2;

    /// <summary>A call was sent and no response came. It may have run.</summary>
    public const int InDoubt = 3;

    /// <summary>The batch stopped early, because further rows would fail too.</summary>
    public const int Stopped = 4;

    /// <summary>A fault of the program itself.</summary>
    public const int Fault = 70;

    /// <summary>Ctrl+C: 128 plus the number of SIGINT, as in shells.</summary>
    public const int Interrupted = 130;

    /// <summary>A request to end: 128 plus the number of SIGTERM.</summary>
    public const int Terminated = 143;
}
