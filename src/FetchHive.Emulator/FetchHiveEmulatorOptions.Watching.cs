using System;

namespace FetchHive.Emulator;

// What goes wrong from the start, and who is told of what happens.
public sealed partial class FetchHiveEmulatorOptions
{
    /// <summary>
    /// What goes wrong by chance, and how long runs take at least. Default: <see cref="EmulatorFaults.None"/>. On a running emulator, set
    /// <see cref="FetchHiveEmulator.Faults"/>.
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
    /// Whether the emulator has a page for people at <c>/</c>, to be opened in a browser on this machine: deployments, runs, callbacks,
    /// and switches for faults. Default: <see langword="false"/>, so that nothing is there but what the service has.
    /// </summary>
    /// <remarks>
    /// The page is for the machine's own user. It is served under the names of loopback only, and what it changes is refused to the pages
    /// of other sites. It shows no keys and no secrets, but it does show all inputs and outputs.
    /// </remarks>
    public bool ServesPage { get; set; }

    /// <summary>
    /// Is called for each request after its answer was sent, or after its connection ended without one
    /// (<see cref="ReceivedRequest.StatusCode"/> is <see langword="null"/> then). For a log of requests. Default: nothing.
    /// </summary>
    /// <remarks>
    /// This and the two below are called at once from several threads, each within what it tells of: do little, and don't block. What they
    /// throw is passed over.
    /// </remarks>
    /// <example>
    /// <code>
    /// options.OnRequestAnswered = request => Console.WriteLine(
    ///     $"{request.Method} {request.Path} {request.Deployment}/{request.Variant} {request.StatusCode} {request.Error}");
    /// </code>
    /// </example>
    public Action<ReceivedRequest>? OnRequestAnswered { get; set; }

    /// <summary>Is called for each run that ended, however it ended. Default: nothing.</summary>
    /// <inheritdoc cref="OnRequestAnswered" path="/remarks"/>
    public Action<RecordedRun>? OnRunEnded { get; set; }

    /// <summary>Is called for each attempt to deliver a callback, after it ended. Default: nothing.</summary>
    /// <inheritdoc cref="OnRequestAnswered" path="/remarks"/>
    public Action<SentCallback>? OnCallbackSent { get; set; }
}
