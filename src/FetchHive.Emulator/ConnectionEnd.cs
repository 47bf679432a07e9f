namespace FetchHive.Emulator;

/// <summary>How the emulator ends a connection in place of a response, or in the middle of one.</summary>
public enum ConnectionEnd
{
    /// <summary>An orderly end in both directions (FIN).</summary>
    Close,

    /// <summary>A reset (RST), as from a process that died or a firewall.</summary>
    Reset,

    /// <summary>
    /// An end of the response's direction only: the emulator sends nothing more and goes on reading, until the caller closes.
    /// </summary>
    HalfClose,
}
