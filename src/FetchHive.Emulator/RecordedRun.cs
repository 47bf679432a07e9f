using System;
using System.Text;
using System.Text.Json.Nodes;
using FetchHive.Emulator.Runs;

namespace FetchHive.Emulator;

/// <summary>
/// One run that the emulator started. The call's data never changes. <see cref="Status"/> and what depends on it change until the run has
/// ended.
/// </summary>
public sealed class RecordedRun
{
    private readonly EmulatedRun _run;

    internal RecordedRun(EmulatedRun run)
    {
        _run = run;
    }

    /// <summary>The id by which the caller knows the run.</summary>
    public string RequestId => _run.RequestId;

    /// <summary>The deployment's name.</summary>
    public string Deployment => _run.Deployment.Name;

    /// <summary>The variant's name.</summary>
    public string Variant => _run.Deployment.Variant;

    /// <summary>The inputs, as received; empty when there were none. A new object each time.</summary>
    public JsonObject Inputs => (JsonObject?)_run.Inputs?.DeepClone() ?? [];

    /// <summary>The metadata, as received, or <see langword="null"/> when there was none. A new object each time.</summary>
    public JsonObject? Metadata => (JsonObject?)_run.Metadata?.DeepClone();

    /// <summary>The callback URL, or <see langword="null"/> for a direct run.</summary>
    public string? CallbackUrl => _run.CallbackUrl;

    /// <summary>
    /// The fault that <see cref="FetchHiveEmulator.Faults"/> picked for it: none, <see cref="EmulatorFaultKinds.FailedRun"/> or
    /// <see cref="EmulatorFaultKinds.LostResponse"/>. The other kinds start no run.
    /// </summary>
    public EmulatorFaultKinds Fault => _run.Fault;

    /// <summary>The run's status.</summary>
    public RecordedRunStatus Status => Outcome switch
    {
        RunOutcome.Completed => RecordedRunStatus.Completed,
        RunOutcome.Abandoned => RecordedRunStatus.Abandoned,
        null => StartedAt is null ? RecordedRunStatus.Queued : RecordedRunStatus.Running,
        _ => RecordedRunStatus.Failed,
    };

    /// <summary>When it was requested, by <see cref="FetchHiveEmulatorOptions.TimeProvider"/>.</summary>
    public DateTimeOffset CreatedAt => _run.Times.Generated;

    /// <summary>When it began, or <see langword="null"/> while it is queued.</summary>
    public DateTimeOffset? StartedAt => _run.Times.Read().Started;

    /// <summary>How long it took, or <see langword="null"/> until it has ended. Time in the queue isn't counted.</summary>
    public TimeSpan? Duration => Outcome is not null && _run.Times.Read() is { Started: { } started, Ended: { } ended }
        ? ended - started
        : null;

    /// <summary>The JSON of its output, or <see langword="null"/> until it has completed.</summary>
    public string? OutputJson => Outcome is RunOutcome.Completed completed ? Encoding.UTF8.GetString(completed.Output.Span) : null;

    /// <summary>Why it failed, or <see langword="null"/> when it didn't fail.</summary>
    public string? Error => Outcome switch
    {
        RunOutcome.Failed failed => failed.Error,
        RunOutcome.Broken broken => broken.Explanation,
        _ => null,
    };

    /// <summary>The failure's code, or <see langword="null"/> when there is none.</summary>
    public string? ErrorCode => Outcome is RunOutcome.Failed failed ? failed.ErrorCode : null;

    private RunOutcome? Outcome => _run.Outcome.IsCompletedSuccessfully ? _run.Outcome.Result : null;

    /// <summary>The deployment, the id and the status; neither inputs nor output.</summary>
    public override string ToString() => $"{Deployment}/{Variant} {RequestId}: {Status}";
}
