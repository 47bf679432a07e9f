namespace FetchHive.Emulator;

/// <summary>What the emulator does with a name in a request that nothing declares.</summary>
public enum UnknownNames
{
    /// <summary>The request is refused and the response names it.</summary>
    Refuse,

    /// <summary>It is let through.</summary>
    Ignore,
}
