using System;
using System.Net;

namespace FetchHive.Emulator;

/// <summary>
/// What the emulator assumes where the service's public documentation is silent or contradicts itself. Each property sets one such
/// assumption; <c>docs/api.md</c> lists them with what is known. The options are copied when the emulator starts: changing them later has
/// no effect.
/// </summary>
public sealed partial class FetchHiveEmulatorOptions
{
    /// <summary>The API key that callers must send as <c>Authorization: Bearer</c>. Default: a new random key for each emulator.</summary>
    /// <exception cref="ArgumentException">The value is empty, or has white space or control characters in it.</exception>
    public string ApiKey
    {
        get;
        set
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value);
            foreach (char c in value)
            {
                if (c is <= ' ' or > '~')
                {
                    throw new ArgumentException(
                        "An API key is sent in a header: use visible ASCII characters only, without spaces.", nameof(value));
                }
            }

            field = value;
        }
    } = Secrets.NewApiKey();

    /// <summary>
    /// The HTTP status of a refused request: 422 (default) or 400. The documentation shows the messages without a status; its error page
    /// uses 422 for "invalid for that endpoint", the official SDKs list 400.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither 400 nor 422.</exception>
    public int ValidationStatus
    {
        get;
        set => field = value is 400 or 422 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Use 400 or 422.");
    } = 422;

    /// <summary>
    /// The HTTP status for a deployment or variant that isn't deployed: 422 (default, as the service answers for an unknown agent),
    /// 404 or 400. Not documented for workflows.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of 400, 404, 422.</exception>
    public int UnknownDeploymentStatus
    {
        get;
        set => field = value is 400 or 404 or 422
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Use 400, 404 or 422.");
    } = 422;

    /// <summary>
    /// The HTTP status of the response to a call with callback delivery: 202 (default) or 200. The documentation shows the body only; the
    /// official SDKs say 202.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither 200 nor 202.</exception>
    public int AcceptedStatus
    {
        get;
        set => field = value is 200 or 202 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Use 200 or 202.");
    } = 202;

    /// <summary>How a direct run that failed is answered. Default: <see cref="FailedRunResponse.RunStatus"/>. Not documented.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of <see cref="FailedRunResponse"/>.</exception>
    public FailedRunResponse FailedRuns
    {
        get;
        set => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(value));
    } = FailedRunResponse.RunStatus;

    /// <summary>
    /// The HTTP status of a failed direct run when <see cref="FailedRuns"/> is <see cref="FailedRunResponse.ErrorEnvelope"/>: from 400 to
    /// 599, default 500. Not documented.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 400 to 599.</exception>
    public int FailedRunStatus
    {
        get;
        set => field = value is >= 400 and <= 599
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Use a status from 400 to 599.");
    } = 500;

    /// <summary>
    /// The <c>data</c> in the record of a request (<c>GET /v1/public/requests/{id}</c>). Default: <see cref="RequestDataForm.Output"/>. Not
    /// documented: the official SDKs say "object or null".
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of <see cref="RequestDataForm"/>.</exception>
    public RequestDataForm RequestData
    {
        get;
        set => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(value));
    } = RequestDataForm.Output;

    /// <summary>
    /// What happens to a key of <c>inputs</c> that the Start step doesn't declare. Default: <see cref="UnknownNames.Refuse"/>, so that a
    /// misspelt input is noticed. Not documented.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of <see cref="UnknownNames"/>.</exception>
    public UnknownNames UnknownInputs
    {
        get;
        set => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(value));
    } = UnknownNames.Refuse;

    /// <summary>
    /// What happens to a top-level field, or a field of <c>async</c>, that the documentation doesn't name. Default:
    /// <see cref="UnknownNames.Refuse"/>, so that a misspelt <c>metadata</c> is noticed. Not documented.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of <see cref="UnknownNames"/>.</exception>
    public UnknownNames UnknownFields
    {
        get;
        set => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(value));
    } = UnknownNames.Refuse;

    /// <summary>
    /// Whether a Start input of type text also takes a number or a boolean. Default: <see langword="false"/>. The documentation says that
    /// text accepts strings.
    /// </summary>
    public bool TextAcceptsNumbersAndBooleans { get; set; }

    /// <summary>
    /// Whether an empty string for a required text input counts as missing. Default: <see langword="false"/>. Not documented.
    /// </summary>
    public bool EmptyTextCountsAsMissing { get; set; }

    /// <summary>
    /// Whether <c>variant</c> must be sent. Default: <see langword="true"/>, as the API reference says; the official SDKs call it optional.
    /// If it is optional, a call without one runs the deployment's first variant.
    /// </summary>
    public bool VariantRequired { get; set; } = true;

    /// <summary>
    /// Whether a callback URL must be https. Default: <see langword="false"/>: the service's message says only "must be a valid URL", and a
    /// test's receiver is plain http on loopback.
    /// </summary>
    public bool CallbackUrlMustBeHttps { get; set; }

    /// <summary>
    /// Whether a body must be sent as <c>Content-Type: application/json</c>. Default: <see langword="true"/>: every documented request is.
    /// </summary>
    public bool ContentTypeRequired { get; set; } = true;

    /// <summary>Whether responses are compressed for a caller that accepts Brotli or gzip. Default: <see langword="true"/>.</summary>
    public bool CompressResponses { get; set; } = true;

    /// <summary>
    /// The longest request body that is read, in bytes: from 1 to 1,073,741,824, default 10,485,760 (10 MiB). A longer body is refused with
    /// 413. The service's own limit is not documented.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public int MaxRequestBytes
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1 << 30);
            field = value;
        }
    } = 10 << 20;

    /// <summary>
    /// How many requests <see cref="FetchHiveEmulator.Requests"/> keeps, and how many runs have records: from 1 to 1,000,000, default
    /// 10,000. Beyond that the oldest is dropped, so that a load test doesn't fill the memory.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public int MaxRecordedRequests
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1_000_000);
            field = value;
        }
    } = 10_000;

    /// <summary>
    /// How many runs the workspace may have under way at the same time: from 1 to 10,000, or null for no limit, the default. Beyond it a
    /// direct call is refused with 429, and a run with callback delivery is queued (documented at
    /// <c>api-reference/errors-and-rate-limits</c>; the public plans have 1, 3 and 5).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public int? MaxConcurrentRuns
    {
        get;
        set => field = value is null or (>= 1 and <= 10_000)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Use 1 to 10000, or null for no limit.");
    }

    /// <summary>
    /// The port: from 1 to 65,535, or 0, the default, for a free one. A fixed port is for callers with a fixed address, such as one in a
    /// configuration file. Tests that run in parallel need free ports.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public int Port
    {
        get;
        set => field = value is >= 0 and <= 65_535
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Use 1 to 65535, or 0 for a free port.");
    }

    /// <summary>
    /// Whether other machines may connect. Default: <see langword="false"/>, loopback only. Set it in a container only, and publish its
    /// port on loopback (<c>docker run -p 127.0.0.1:8787:8787</c>): the emulator isn't a server for a network.
    /// </summary>
    public bool AcceptsOtherMachines { get; set; }

    internal IPAddress Address => AcceptsOtherMachines ? IPAddress.Any : IPAddress.Loopback;

    internal FetchHiveEmulatorOptions Copy() => (FetchHiveEmulatorOptions)MemberwiseClone();
}
