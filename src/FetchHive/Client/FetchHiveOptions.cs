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
    /// Where the API is, with or without a closing slash; its path is kept. The default is <c>https://api.fetchhive.com/v1</c>. Absolute, and https, except for
    /// a loopback host; without query, fragment or user information. The key is sent to no other address.
    /// </summary>
    public Uri BaseAddress { get; set; } = new("https://api.fetchhive.com/v1");

    /// <summary>
    /// How long one whole call may take, from the method's call to the last byte of the answer. The default is 10 minutes; the service documents no limit for a direct call.
    /// Between 1 millisecond and 24 days, or <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The largest answer that is read, in bytes after decompression. The default is 64 MiB. Between 1 and 1,073,741,824 (1 GiB).
    /// </summary>
    public int MaxResponseBytes { get; set; } = 64 * 1024 * 1024;
}
