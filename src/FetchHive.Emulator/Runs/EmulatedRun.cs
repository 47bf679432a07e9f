using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Emulator.Deployments;

namespace FetchHive.Emulator.Runs;

/// <summary>One run of a deployed workflow.</summary>
/// <param name="RequestId">The id by which the caller knows the run.</param>
/// <param name="Deployment">What runs.</param>
/// <param name="CallbackUrl">Where its result is to be delivered, or null for a direct run.</param>
/// <param name="Inputs">What the caller sent as inputs, if anything. Never changed.</param>
/// <param name="Metadata">What the caller sent as metadata, if anything.</param>
/// <param name="Outcome">How it ended, once it has; this task never fails.</param>
/// <param name="Times">When it was asked for, began and ended.</param>
/// <param name="IsQueued">Whether it had to wait for other runs to end.</param>
/// <param name="Fault">What chance did to it.</param>
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

    /// <summary>How many copies of its callback there are or will be.</summary>
    public int AddCopies(int count) => Interlocked.Add(ref _copies, count);
}
