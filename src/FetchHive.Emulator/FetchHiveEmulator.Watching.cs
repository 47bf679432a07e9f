using System;
using System.Collections.Generic;

namespace FetchHive.Emulator;

// The deployments, the runs, and the switch for faults.
public sealed partial class FetchHiveEmulator
{
    /// <summary>A snapshot of the deployments, in the order of deployment.</summary>
    public IReadOnlyList<EmulatedDeployment> Deployments => _deployments.Snapshot();

    /// <summary>
    /// A snapshot of the runs so far, including those in progress, in the order in which they were requested. It has at most the newest
    /// <see cref="FetchHiveEmulatorOptions.MaxRecordedRequests"/>.
    /// </summary>
    public IReadOnlyList<RecordedRun> Runs => Array.ConvertAll(_runs.Snapshot(), static run => new RecordedRun(run));

    /// <summary>
    /// The faults that happen by chance, and the minimum time of runs. The initial value is <see cref="FetchHiveEmulatorOptions.Faults"/>.
    /// A new value applies to calls that come after it.
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
