using System;
using System.Numerics;

namespace FetchHive.Emulator.Faults;

/// <summary>The current faults, and the random numbers that pick runs for them. They are changed together.</summary>
internal sealed class FaultSwitch
{
    private readonly object _gate = new();
    private EmulatorFaults _faults = EmulatorFaults.None;
    private Random _random = Random.Shared;

    public FaultSwitch(EmulatorFaults faults)
    {
        Current = faults;
    }

    public EmulatorFaults Current
    {
        get
        {
            lock (_gate)
            {
                return _faults;
            }
        }

        set
        {
            lock (_gate)
            {
                _faults = value;
                _random = value.Seed is { } seed ? new Random(seed) : Random.Shared;
            }
        }
    }

    /// <summary>What happens to the next call: <see cref="EmulatorFaultKinds.None"/> or one kind.</summary>
    public PickedFault Pick()
    {
        lock (_gate)
        {
#pragma warning disable CA5394 // Chance, not a secret.
            bool isPicked = _random.NextDouble() < _faults.Chance;
            EmulatorFaultKinds kind = EmulatorFaultKinds.None;
            if (isPicked)
            {
                // The lowest kinds are removed until the chosen one is the lowest.
                uint kinds = (uint)_faults.Kinds;
                for (int skipped = _random.Next(BitOperations.PopCount(kinds)); skipped > 0; skipped--)
                {
                    kinds &= kinds - 1;
                }

                kind = (EmulatorFaultKinds)(1 << BitOperations.TrailingZeroCount(kinds));
            }
#pragma warning restore CA5394

            return new PickedFault(kind, _faults.Delay);
        }
    }
}

/// <summary>What happens to one call.</summary>
/// <param name="Kind">One kind or none.</param>
/// <param name="Delay">How long its run waits.</param>
internal readonly record struct PickedFault(EmulatorFaultKinds Kind, TimeSpan Delay)
{
    public static readonly PickedFault None;
}
