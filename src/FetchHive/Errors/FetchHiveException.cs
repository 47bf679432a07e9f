using System;

namespace FetchHive;

/// <summary>A call to Fetch Hive failed. The derived types say why.</summary>
/// <remarks>No message contains an API key, a webhook secret, an input or an output.</remarks>
public abstract class FetchHiveException : Exception
{
    private protected FetchHiveException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// The service's id of the request (<c>request_id</c>), if the response had one. Use it to find the run in the dashboard.
    /// </summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// Whether this call could have started a run, and been charged for it. If <see langword="false"/>, sending it again can't run the
    /// workflow twice. The service documents no idempotency key.
    /// </summary>
    public abstract bool MayHaveRun { get; }
}
