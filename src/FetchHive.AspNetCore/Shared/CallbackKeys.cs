using System;
using System.Security.Cryptography;
using System.Text;

namespace FetchHive.AspNetCore;

/// <summary>
/// Creates the stores' keys. They are short, of printable ASCII, and readable, so that an operator finds a run in a store by its request
/// id. Each contains the deployment's name, so that a callback signed for one deployment can't count for another's run.
/// </summary>
internal static class CallbackKeys
{
    private const int MaxLength = 256;

    public static string Deployment(string deployment) => Bounded(Name(deployment));

    public static string Run(string deployment, string requestId) => Bounded($"{Name(deployment)}/{Uri.EscapeDataString(requestId)}");

    /// <summary>
    /// Two deliveries are the same event if they have the same run, the same end (completed or failed) and the same endpoint. Without the
    /// endpoint, anyone who recorded a callback could first send it to another endpoint of the deployment (of another variant or another
    /// handler). The right endpoint would then take the real delivery for a repetition. The body isn't part of the key: it may contain the
    /// time or the attempt of each delivery. The service documents no delivery id.
    /// </summary>
    /// <param name="deployment">The deployment.</param>
    /// <param name="requestId">The run.</param>
    /// <param name="completed">Whether it completed.</param>
    /// <param name="endpoint">The route's pattern. Not the path, which the sender can spell in several ways.</param>
    public static string Event(string deployment, string requestId, bool completed, string endpoint)
    {
        string pattern = Uri.EscapeDataString(endpoint.Trim('/').ToLowerInvariant());
        return Bounded($"{Name(deployment)}/{Uri.EscapeDataString(requestId)}/{(completed ? "completed" : "failed")}/{pattern}");
    }

    // Deployment names are compared without regard to case, as configuration keys are.
    private static string Name(string deployment) => Uri.EscapeDataString(deployment.ToLowerInvariant());

    private static string Bounded(string key) => key.Length <= MaxLength
        ? key
        : "sha256-" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
