namespace FetchHive;

/// <summary>What a call is doing while it waits.</summary>
internal enum CallStage
{
    /// <summary>It waits for one of the slots of <see cref="FetchHiveOptions.MaxConcurrency"/>.</summary>
    Slot,

    /// <summary>It waits before it tries again.</summary>
    Retry,

    /// <summary>It connects, sends or reads.</summary>
    Exchange,
}
