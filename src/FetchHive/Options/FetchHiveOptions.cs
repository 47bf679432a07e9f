using System;
using System.Threading;

namespace FetchHive;

/// <summary>The settings of a <see cref="FetchHiveClient"/>. They are read once, when the client is created.</summary>
public sealed class FetchHiveOptions
{
    /// <summary>
    /// The workspace's API key (<c>fhk_…</c>). If it is null or white space, the environment variable <c>FETCH_HIVE_API_KEY</c> is used. A
    /// named workspace needs its own key: the environment variable isn't used for it.
    /// </summary>
    public string? ApiKey { get; set; }

    /// <summary>
    /// The address of the API. The default is <c>https://api.fetchhive.com/v1</c>. It must be absolute and use https (http is allowed for
    /// loopback hosts), without a query, a fragment or user information. A path is kept; a trailing slash is optional. The key is never
    /// sent to another address.
    /// </summary>
    public Uri BaseAddress { get; set; } = new("https://api.fetchhive.com/v1");

    /// <summary>
    /// How long one call may take until the last byte of the response, including retries and the pauses between them. Waiting for a slot
    /// (<see cref="MaxConcurrency"/>) doesn't count; <see cref="QueueTimeout"/> limits that. The default is 10 minutes. The service
    /// documents no limit for a direct call. Between 1 millisecond and 24 days, or <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>
    /// for no limit.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long one call may wait for slots (<see cref="MaxConcurrency"/>) in total. It may have to wait before each attempt. The default
    /// is <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>: no limit. Otherwise between 1 millisecond and 24 days.
    /// </summary>
    public TimeSpan QueueTimeout { get; set; } = System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>
    /// The maximum number of retries of a failed call. The default is 3; between 0 (never) and 20. Only transient failures that can't have
    /// started a run are retried: a failed connection, the 429 of the workspace's concurrency limit, and a 503 with a Retry-After header.
    /// The client waits as long as the service asks, otherwise about 1, 2, 4 … seconds with jitter, at most 30. If the wait is longer than
    /// what is left of <see cref="Timeout"/>, the call fails at once with the original failure.
    /// </summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>
    /// How many calls of this client may be in progress at the same time. Further calls wait for a slot, in order. The default is null: no
    /// limit. Otherwise between 1 and 10,000. Set it to your plan's limit (1, 3 or 5 concurrent runs on the public plans; Fetch Hive docs,
    /// <c>api-reference/errors-and-rate-limits</c>). Then calls beyond the limit wait in the client instead of being refused with 429. A
    /// call holds its slot from the first byte of the request to the last byte of the response, but not between retries. A call with
    /// callback delivery releases its slot when the service has accepted the run. Whether the service still counts that run isn't
    /// documented.
    /// </summary>
    public int? MaxConcurrency { get; set; }

    /// <summary>
    /// Whether spans record inputs and outputs as JSON, at most 8 KiB of each. The default is false, because inputs and outputs may contain
    /// personal data. Logs and metrics never contain them.
    /// </summary>
    public bool EnableSensitiveData { get; set; }

    /// <summary>
    /// The maximum size of a response, in bytes after decompression. The default is 64 MiB. Between 1 and 1,073,741,824 (1 GiB). If a
    /// successful response is larger, the call fails with a <see cref="FetchHiveResponseException"/>.
    /// </summary>
    public int MaxResponseBytes { get; set; } = 64 * 1024 * 1024;
}
