namespace FetchHive.AspNetCore;

/// <summary>The outcome of an attempt to claim an event.</summary>
public enum CallbackClaim
{
    /// <summary>The event belongs to the claimant, which handles it and then completes or releases it.</summary>
    Claimed = 0,

    /// <summary>Another delivery of the event is being handled.</summary>
    Busy = 1,

    /// <summary>The event was handled.</summary>
    Done = 2,
}
