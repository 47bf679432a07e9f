using System;
using System.Collections.Generic;

namespace FetchHive.Emulator;

// What is deployed and what ran, and the switch for faults.
public sealed partial class FetchHiveEmulator
{
    /// <summary>What is deployed, in the order of deployment: a snapshot that later deployments don't change.</summary>
    public IReadOnlyList<EmulatedDeployment> Deployments => _deployments.Snapshot();

    /// <summary>
    /// The runs so far, in the order in which they were asked for, those under way included: a snapshot that later runs don't change. At
    /// most <see cref="FetchHiveEmulatorOptions.MaxRecordedRequests"/>, the newest.
    /// </summary>
    public IReadOnlyList<RecordedRun> Runs => Array.ConvertAll(_runs.Snapshot(), static run => new RecordedRun(run));

    /// <summary>
    /// What goes wrong by chance, and how long runs take at least: at first <see cref="FetchHiveEmulatorOptions.Faults"/>. Setting it
    /// counts for the calls that come from then on.
    /// </summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public EmulatorFaults Faults
    {
        get => _faults.Current;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _faults.Current = value;
        }
    }

    internal RecordedRun? FindRun(string requestId) => _runs.Find(requestId) is { } run ? new RecordedRun(run) : null;
}
