using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Emulator.Deployments;

namespace FetchHive.Emulator.Runs;

/// <summary>One run of a deployed workflow.</summary>
/// <param name="RequestId">The id by which the caller knows the run.</param>
/// <param name="Deployment">The deployment that runs.</param>
/// <param name="CallbackUrl">The callback URL, or null for a direct run.</param>
/// <param name="Inputs">The inputs that the caller sent, if any. Never changed.</param>
/// <param name="Metadata">The metadata that the caller sent, if any.</param>
/// <param name="Outcome">The run's outcome. This task never fails.</param>
/// <param name="Times">When it was requested, began and ended.</param>
/// <param name="IsQueued">Whether it had to wait for other runs to end.</param>
/// <param name="Fault">The fault that was picked for it.</param>
internal sealed record EmulatedRun(
    string RequestId,
    Deployment Deployment,
    string? CallbackUrl,
    JsonObject? Inputs,
    JsonObject? Metadata,
    Task<RunOutcome> Outcome,
    RunTimes Times,
    bool IsQueued,
    EmulatorFaultKinds Fault)
{
    private int _copies;

    /// <summary>Adds copies of its callback, and returns how many there are in all, sent or still to be sent.</summary>
    public int AddCopies(int count) => Interlocked.Add(ref _copies, count);
}
