namespace FetchHive;

/// <summary>Which limit a 429 response is about. The limits end at very different times.</summary>
public enum RateLimitKind
{
    /// <summary>Another limit, such as a model provider's. Try again later.</summary>
    Other = 0,

    /// <summary>
    /// The workspace's limit of concurrent runs. Try again when a run has ended, or use callback delivery, which queues runs instead.
    /// </summary>
    Concurrency = 1,

    /// <summary>The daily cap of API calls. Trying again before midnight UTC is useless.</summary>
    DailyCap = 2,
}
