using System;
using System.Collections.Generic;

namespace FetchHive.AspNetCore;

/// <summary>
/// How callbacks are received. A change of the configuration takes effect with the next callback. An invalid change is logged, and the
/// previous valid settings stay in force.
/// </summary>
public sealed class FetchHiveCallbackOptions
{
    /// <summary>
    /// The secrets that callbacks are signed with, by deployment (names are case-insensitive, like configuration keys). The service has one
    /// secret per deployment (Fetch Hive docs, <c>workflows/async-and-webhooks</c>); give the old and the new one while it is being
    /// rotated. If a deployment has an entry here, only these secrets count. Without one, each run's callback is verified by the secret
    /// that came with the response to its start.
    /// </summary>
    /// <remarks>
    /// In configuration: <c>"Secrets": { "research-brief": "…", "summary": ["new", "old"] }</c>. If a name can't be a key, such as one with
    /// a hyphen in an environment variable, the name is a value: <c>Secrets__0__Deployment=research-brief</c> and
    /// <c>Secrets__0__Secret=…</c>. A secret has at least 3 characters, all of them visible. The log warns of a secret with fewer than 16.
    /// </remarks>
    public IDictionary<string, IList<string>> Secrets { get; } = new Dictionary<string, IList<string>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The address at which the service reaches this application: scheme, host, port, and the path that a proxy or <c>UsePathBase</c> adds
    /// before the routes, such as <c>https://reports.example</c>. <see cref="CallbackRunTracker.GetCallbackUrl{T}"/> needs it. Absolute,
    /// http or https (http sends outputs unencrypted), without query, fragment or user information. The default is null: then it is the
    /// address that the application listens on, if both that and <see cref="FetchHiveOptions.BaseAddress"/> are on loopback, as with the
    /// emulator. It is never taken from a request, because the sender controls the host name.
    /// </summary>
    public Uri? PublicBaseAddress { get; set; }

    /// <summary>
    /// The largest callback that is read, in bytes. The default is 4 MiB. Between 1 and 1,073,741,824 (1 GiB). A larger one is answered
    /// with 413. It replaces the server's own limit. A smaller limit that is set on the endpoint (<c>RequestSizeLimit</c>), or by a
    /// middleware for the request, applies.
    /// </summary>
    public int MaxBodyBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>
    /// How many bytes of unverified callbacks may be in memory at the same time. The default is 64 MiB. Between 1 MiB and 1 TiB. One
    /// callback of <see cref="MaxBodyBytes"/> always fits. The first 64 KiB of each callback don't count. Above the limit, a callback is
    /// answered with 503. The limit is for bytes that anybody can send; verified callbacks don't count.
    /// </summary>
    public long MaxUnverifiedBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>
    /// Whether a callback of any content type is read. By default it has to be JSON (<c>application/json</c>, <c>text/json</c>,
    /// <c>…+json</c>) in UTF-8, or have no content type; others are answered with 415. The service doesn't document the content type of its
    /// callbacks.
    /// </summary>
    public bool AcceptAnyContentType { get; set; }

    /// <summary>
    /// How long a handled event is remembered, so that another delivery of it isn't handled again. The default is 3 days. Between 1 minute
    /// and 365 days. The service documents neither a timestamp nor how often it repeats a delivery, so nothing else identifies a duplicate.
    /// </summary>
    public TimeSpan EventRetention { get; set; } = TimeSpan.FromDays(3);

    /// <summary>
    /// How long a claim on an event lasts before it has to be renewed. If the process that handles the event dies, the next delivery after
    /// this time is handled. The default is 30 seconds. Between 1 second and 1 hour. A handler may take longer: its claim is renewed while
    /// it runs.
    /// </summary>
    public TimeSpan HandlingLease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a delivery waits while another delivery of the same event is being handled. After that it is answered with 503 and not
    /// acknowledged. The default is 30 seconds. Between 0 and 10 minutes.
    /// </summary>
    public TimeSpan DuplicateWait { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Whether results are kept for
    /// <see cref="CallbackRunTracker.WaitAsync{T}(AcceptedRun{T}, TimeSpan, System.Threading.CancellationToken)"/>. The default is
    /// <see langword="true"/>. Set it to <see langword="false"/> if nothing waits, so that no result is stored.
    /// </summary>
    public bool KeepResults { get; set; } = true;

    /// <summary>How long a result is kept for later waits. The default is 1 hour. Between 1 second and 30 days.</summary>
    public TimeSpan ResultRetention { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How long a wait lasts before the service is asked for the run (<see cref="FetchHiveClient.GetRequestAsync"/>), in case its callback
    /// doesn't arrive. The default is <see langword="null"/>: never. Between 1 second and 1 day. While the wait lasts, the interval doubles
    /// up to 10 minutes, with at most 20 look-ups for a wait. The result goes to the callers that wait, not to the endpoint's handler.
    /// </summary>
    /// <remarks>
    /// The place of the output in a run's record isn't documented. The output is only taken from <c>data.output</c>, unless
    /// <see cref="LookUpDataIsOutput"/> is set. If a record doesn't have it, the wait goes on, and the log says so.
    /// </remarks>
    public TimeSpan? LookUpAfter { get; set; }

    /// <summary>
    /// Whether the <c>data</c> of a run's record is the output itself. The default is <see langword="false"/>: the output is
    /// <c>data.output</c>. To find out, look at the record of one of your runs (<see cref="RequestRecord.Data"/>).
    /// </summary>
    public bool LookUpDataIsOutput { get; set; }

    /// <summary>
    /// How long the secret that came with the response to a start is remembered, for deployments without configured secrets. Set it to the
    /// longest time that a run may take. The default is 7 days. Between 1 minute and 365 days.
    /// </summary>
    public TimeSpan SecretRetention { get; set; } = TimeSpan.FromDays(7);

    /// <summary>
    /// How long a callback is held if it can't be verified yet, because the response to its run's start hasn't arrived. The default is 10
    /// seconds. Between 0 (it is refused at once) and 1 minute. Callbacks are held only for deployments without configured secrets, and
    /// only while one of their starts is under way.
    /// </summary>
    public TimeSpan HoldTime { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Messages about configuration settings that can't be bound.</summary>
    internal List<string> BindingFailures { get; } = [];
}
