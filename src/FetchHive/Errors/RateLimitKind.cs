namespace FetchHive;

/// <summary>Which limit a 429 answer is about: they end at very different times.</summary>
public enum RateLimitKind
{
    /// <summary>Another limit, such as a model provider's. Try again later.</summary>
    Other = 0,

    /// <summary>
    /// The workspace's limit of runs at the same time. Try again when one has ended, or use callback delivery, with which runs are queued
    /// instead.
    /// </summary>
    Concurrency = 1,

    /// <summary>The daily cap of API calls. Trying again before midnight UTC is useless.</summary>
    DailyCap = 2,
}
