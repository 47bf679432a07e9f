using System;

namespace FetchHive.Emulator;

// The initial faults, and the events.
public sealed partial class FetchHiveEmulatorOptions
{
    /// <summary>
    /// The faults that happen by chance, and the minimum time of runs. Default: <see cref="EmulatorFaults.None"/>. On a running emulator,
    /// set <see cref="FetchHiveEmulator.Faults"/>.
    /// </summary>
    public EmulatorFaults Faults
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = EmulatorFaults.None;

    /// <summary>
    /// Whether the emulator has a web page at <c>/</c>, to be opened in a browser on this machine: deployments, runs, callbacks, and
    /// switches for faults. Default: <see langword="false"/>, so that the emulator only has the service's addresses.
    /// </summary>
    /// <remarks>
    /// The page is for the machine's own user. It is only served under loopback names, and pages of other sites can't change anything. It
    /// shows no keys and no secrets, but it shows all inputs and outputs.
    /// </remarks>
    public bool ServesPage { get; set; }

    /// <summary>
    /// Called for each request after its response was sent, or after its connection ended without one
    /// (then <see cref="ReceivedRequest.StatusCode"/> is <see langword="null"/>), such as for a log of requests. Default:
    /// <see langword="null"/>.
    /// </summary>
    /// <remarks>
    /// <see cref="OnRequestAnswered"/>, <see cref="OnRunEnded"/> and <see cref="OnCallbackSent"/> may be called by several threads at the
    /// same time, as part of the work that they report: do little, and don't block. Their exceptions are ignored.
    /// </remarks>
    /// <example>
    /// <code>
    /// options.OnRequestAnswered = request => Console.WriteLine(
    ///     $"{request.Method} {request.Path} {request.Deployment}/{request.Variant} {request.StatusCode} {request.Error}");
    /// </code>
    /// </example>
    public Action<ReceivedRequest>? OnRequestAnswered { get; set; }

    /// <summary>Called for each run that ended, whatever its outcome. Default: <see langword="null"/>.</summary>
    /// <inheritdoc cref="OnRequestAnswered" path="/remarks"/>
    public Action<RecordedRun>? OnRunEnded { get; set; }

    /// <summary>Called for each attempt to deliver a callback, after it ended. Default: <see langword="null"/>.</summary>
    /// <inheritdoc cref="OnRequestAnswered" path="/remarks"/>
    public Action<SentCallback>? OnCallbackSent { get; set; }
}
