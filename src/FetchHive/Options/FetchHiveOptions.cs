using System;
using System.Threading;

namespace FetchHive;

/// <summary>The settings of a <see cref="FetchHiveClient"/>. Read once, when the client is made.</summary>
public sealed class FetchHiveOptions
{
    /// <summary>
    /// The workspace's API key (<c>fhk_…</c>). When it is null or white space, the environment variable <c>FETCH_HIVE_API_KEY</c> is used.
    /// A named workspace needs a key of its own.
    /// </summary>
    public string? ApiKey { get; set; }

    /// <summary>
    /// The address of the API. The default is <c>https://api.fetchhive.com/v1</c>. It must be absolute and use https (http for loopback
    /// hosts), and have no query, fragment or user information. A path is kept; a trailing slash is optional. The key is sent to no other
    /// address.
    /// </summary>
    public Uri BaseAddress { get; set; } = new("https://api.fetchhive.com/v1");

    /// <summary>
    /// How long one call may take until the last byte of the response, including retries and the pauses between them. Waiting for a slot
    /// (<see cref="MaxConcurrency"/>) doesn't count; <see cref="QueueTimeout"/> limits that. The default is 10 minutes; the service
    /// documents no limit for a direct call. Between 1 millisecond and 24 days, or <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long one call may wait for slots (<see cref="MaxConcurrency"/>) in total. It waits for one before each attempt. The default is
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>, no limit. Between 1 millisecond and 24 days.
    /// </summary>
    public TimeSpan QueueTimeout { get; set; } = System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>
    /// How often a failed call is retried. The default is 3; between 0 (never) and 20. Only transient failures that can't have started a
    /// run are retried: a failed connection, the 429 of the workspace's concurrency limit, and a 503 with a Retry-After header. The pause
    /// is the one that the service asks for, otherwise about 1, 2, 4 … seconds with jitter, at most 30. If a pause doesn't fit into
    /// <see cref="Timeout"/>, the call fails at once with the original failure.
    /// </summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>
    /// How many calls of this client may run at the same time. Further calls wait in order. The default is null: no limit. Between 1 and
    /// 10,000. Set it to the plan's limit (1, 3 or 5 concurrent runs on the public plans; Fetch Hive docs,
    /// <c>api-reference/errors-and-rate-limits</c>), so that a burst waits here instead of being refused with 429. A call holds its slot
    /// from its first byte to the last byte of the response, but not between retries. A call with callback delivery holds it until the
    /// start is answered; whether the service counts the run after that isn't documented.
    /// </summary>
    public int? MaxConcurrency { get; set; }

    /// <summary>
    /// Whether spans record inputs and outputs as JSON, at most 8 KiB of each. The default is false, as they may contain personal data.
    /// Logs and metrics never contain them.
    /// </summary>
    public bool EnableSensitiveData { get; set; }

    /// <summary>
    /// The largest response that is read, in bytes after decompression. The default is 64 MiB. Between 1 and 1,073,741,824 (1 GiB).
    /// </summary>
    public int MaxResponseBytes { get; set; } = 64 * 1024 * 1024;
}
