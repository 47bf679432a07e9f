using System;
using System.Security.Cryptography;
using System.Text;

namespace FetchHive.AspNetCore;

/// <summary>
/// Makes the keys of the stores: short, of printable ASCII, and readable, so that an operator finds a run in a store by its request id.
/// The deployment's name is part of each, so that a callback signed for one deployment can't stand for another's run.
/// </summary>
internal static class CallbackKeys
{
    private const int MaxLength = 256;

    public static string Deployment(string deployment) => Bounded(Name(deployment));

    public static string Run(string deployment, string requestId) => Bounded($"{Name(deployment)}/{Uri.EscapeDataString(requestId)}");

    /// <summary>
    /// What makes two deliveries the same event: the run, whether it completed, and the endpoint that they came to. Without the
    /// endpoint, whoever recorded a callback could send
    /// it to another endpoint of the deployment (another variant's, or another handler's) first, and the one that it is meant for
    /// would take it for a repetition. Not the body, which
    /// may tell the time or the attempt of each delivery; and there is no id of a delivery (Fetch Hive documents none).
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

    // Names of deployments are compared without regard to case wherever they are compared with configuration keys, so they are here.
    private static string Name(string deployment) => Uri.EscapeDataString(deployment.ToLowerInvariant());

    private static string Bounded(string key) => key.Length <= MaxLength
        ? key
        : "sha256-" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
