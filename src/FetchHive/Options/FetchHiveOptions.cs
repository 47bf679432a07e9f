using System;
using System.Threading;

namespace FetchHive;

/// <summary>The settings of a <see cref="FetchHiveClient"/>. Read once, when the client is made.</summary>
public sealed class FetchHiveOptions
{
    /// <summary>
    /// The workspace's API key (<c>fhk_…</c>). When it is null or white space, the environment variable <c>FETCH_HIVE_API_KEY</c> is read,
    /// but for a named workspace, which needs a key of its own.
    /// </summary>
    public string? ApiKey { get; set; }

    /// <summary>
    /// Where the API is, with or without a closing slash; its path is kept. The default is <c>https://api.fetchhive.com/v1</c>. Absolute,
    /// and https, except for a loopback host; without query, fragment or user information. The key is sent to no other address.
    /// </summary>
    public Uri BaseAddress { get; set; } = new("https://api.fetchhive.com/v1");

    /// <summary>
    /// How long one call may take to the last byte of the response, retries and the waits between them included. Time in which it waits for
    /// a slot (<see cref="MaxConcurrency"/>) doesn't count; <see cref="QueueTimeout"/> limits that. The default is 10 minutes; the service
    /// documents no limit for a direct call. Between 1 millisecond and 24 days, or <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long one call may wait for a slot (<see cref="MaxConcurrency"/>): all its waits together, as it waits again before it is tried
    /// again. The default is <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>, no limit. Between 1 millisecond and 24 days.
    /// </summary>
    public TimeSpan QueueTimeout { get; set; } = System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>
    /// How often a call that failed is tried again. The default is 3; between 0 (never) and 20. Only failures after which no run can have
    /// started, and which pass by themselves, are tried again: a connection that couldn't be made, the 429 of the workspace's concurrency
    /// limit, and a 503 with a Retry-After header. The waits are those that the service asks for, otherwise about 1, 2, 4 … seconds with
    /// jitter, at most 30. A wait that doesn't fit into <see cref="Timeout"/> ends the call at once with the failure itself.
    /// </summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>
    /// How many calls of this client may be under way at a time; further ones wait for their turn, the oldest first. The default is null:
    /// no limit. Between 1 and 10,000. Set it to what the plan allows (1, 3 or 5 runs at a time on the public plans; Fetch Hive docs,
    /// <c>api-reference/errors-and-rate-limits</c>), so that a burst waits here and isn't refused with 429. A call holds its slot from its
    /// first byte to the response's last one, and none between retries; a run with callback delivery until its start is answered, as it
    /// isn't documented whether it counts beyond that.
    /// </summary>
    public int? MaxConcurrency { get; set; }

    /// <summary>
    /// Whether spans record the inputs that are sent and the output that comes back, as JSON, at most 8 KiB of each. The default is false:
    /// they may hold personal data. Logs and metrics never have them.
    /// </summary>
    public bool EnableSensitiveData { get; set; }

    /// <summary>
    /// The largest answer that is read, in bytes after decompression. The default is 64 MiB. Between 1 and 1,073,741,824 (1 GiB).
    /// </summary>
    public int MaxResponseBytes { get; set; } = 64 * 1024 * 1024;
}
