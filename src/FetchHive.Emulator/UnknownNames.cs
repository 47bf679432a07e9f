namespace FetchHive.Emulator;

/// <summary>What the emulator does with an undeclared name in a request.</summary>
public enum UnknownNames
{
    /// <summary>The request is refused and the response names it.</summary>
    Refuse,

    /// <summary>The name is accepted.</summary>
    Ignore,
}
