using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Threading;

namespace FetchHive.Emulator;

// The form and delivery of callbacks. Hardly any of it is documented.
public sealed partial class FetchHiveEmulatorOptions
{
    /// <summary>The body of callbacks. Default: <see cref="CallbackBodyForm.EventType"/>. Documented for agents only.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of <see cref="CallbackBodyForm"/>.</exception>
    public CallbackBodyForm CallbackBodies
    {
        get;
        set => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(value));
    } = CallbackBodyForm.EventType;

    /// <summary>The spelling of callbacks' signatures. Default: <see cref="CallbackSignatureEncoding.Hex"/>. Not documented.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of <see cref="CallbackSignatureEncoding"/>.</exception>
    public CallbackSignatureEncoding CallbackSignatures
    {
        get;
        set => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(value));
    } = CallbackSignatureEncoding.Hex;

    /// <summary>
    /// Whether an output that isn't text is sent as a string with its JSON in it. Default: <see langword="false"/>. Not documented for
    /// callbacks; a direct call's output "may contain serialised JSON".
    /// </summary>
    public bool CallbackOutputsAsText { get; set; }

    /// <summary>Whether callbacks have the <c>metadata</c> that the call sent. Default: <see langword="false"/>. Not documented.</summary>
    public bool CallbacksEchoMetadata { get; set; }

    /// <summary>Further top-level fields of each callback's body, to test that a receiver accepts them. Default: none.</summary>
    /// <exception cref="ArgumentException">The emulator writes a field of this name itself.</exception>
    public JsonObject? CallbackFields
    {
        get;
        set
        {
            foreach ((string name, _) in value ?? [])
            {
                if (name is "event_type" or "request_id" or "run_status" or "data" or "output" or "error" or "error_code" or "metadata")
                {
                    throw new ArgumentException(
                        $"The emulator writes {name} itself. To send a different one, set the whole body: CallbackDelivery.Body.",
                        nameof(value));
                }
            }

            // A copy: the object may be changed, or belong to another tree.
            field = (JsonObject?)value?.DeepClone();
        }
    }

    /// <summary>
    /// How long to wait before each further attempt when the receiver doesn't answer with 2xx. At most 100, each from 0 to 24 hours;
    /// default 100 ms, 500 ms and 2 s, so that there are four attempts. An empty list means a single attempt. The service's attempts and
    /// their schedule are not documented.
    /// </summary>
    /// <exception cref="ArgumentException">There are more than 100, or one is outside its range.</exception>
    public IReadOnlyList<TimeSpan> CallbackRetryDelays
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            TimeSpan[] delays = [.. value];
            if (delays.Length > 100 || System.Array.Exists(delays, delay => delay < TimeSpan.Zero || delay > TimeSpan.FromHours(24)))
            {
                throw new ArgumentException("Give at most 100 delays, each from 0 to 24 hours.", nameof(value));
            }

            field = delays;
        }
    } = [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2)];

    /// <summary>
    /// How long the receiver may take to answer: from 1 ms to 24 hours, or <see cref="Timeout.InfiniteTimeSpan"/>; default 30 s. The
    /// service's limit is not documented.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public TimeSpan CallbackTimeout
    {
        get;
        set => field = value == Timeout.InfiniteTimeSpan || (value >= TimeSpan.FromMilliseconds(1) && value <= TimeSpan.FromHours(24))
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Use 1 ms to 24 hours, or Timeout.InfiniteTimeSpan.");
    } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Whether callbacks are also sent to other machines. Default: <see langword="false"/>: a test that starts a run with a real callback
    /// URL must not post made-up outputs to it. A callback that isn't sent is in <see cref="FetchHiveEmulator.Callbacks"/>, with the
    /// reason.
    /// </summary>
    public bool CallbacksToOtherMachines { get; set; }

    /// <summary>The clock for delays, retries and the receiver's time limit. Default: the system's.</summary>
    public TimeProvider TimeProvider
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = TimeProvider.System;
}
