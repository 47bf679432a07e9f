using System;

namespace FetchHive.Emulator;

/// <summary>What happens to a run that <see cref="EmulatorFaults"/> picks by chance. Of several kinds, one is picked at random.</summary>
[Flags]
public enum EmulatorFaultKinds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The run starts and fails, and its callback says so.</summary>
    FailedRun = 1,

    /// <summary>The call is answered with 503, and no run starts.</summary>
    ServerError = 2,

    /// <summary>
    /// The call is refused with 429, and no run starts: the documented response to calls above the plan's number of concurrent runs.
    /// </summary>
    ConcurrencyLimit = 4,

    /// <summary>The run takes place, and the connection is reset in place of the response. A callback is still sent.</summary>
    LostResponse = 8,

    /// <summary>All faults.</summary>
    All = FailedRun | ServerError | ConcurrencyLimit | LostResponse,
}
