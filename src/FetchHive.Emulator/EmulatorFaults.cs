using System;
using System.Globalization;

namespace FetchHive.Emulator;

/// <summary>
/// What goes wrong by chance, and how long runs take at least. It counts for calls that pass the checks and have no scripted answer; what a
/// test scripted with <c>RespondNext</c> happens as it was said. Immutable: to switch, set <see cref="FetchHiveEmulator.Faults"/>.
/// </summary>
/// <example>
/// <code>
/// hive.Faults = new EmulatorFaults { Chance = 0.1, Delay = TimeSpan.FromSeconds(2) };
/// hive.Faults = hive.Faults with { Kinds = EmulatorFaultKinds.ServerError | EmulatorFaultKinds.LostResponse };
/// hive.Faults = EmulatorFaults.None;
/// </code>
/// </example>
public sealed record EmulatorFaults
{
    /// <summary>No faults and no delay: the default.</summary>
    public static EmulatorFaults None { get; } = new();

    /// <summary>The share of runs that something happens to: from 0 (default) for none to 1 for all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Chance
    {
        get;
        init => field = value is >= 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Use 0 to 1: 0.1 for one run in ten.");
    }

    /// <summary>What happens to them. Default: <see cref="EmulatorFaultKinds.FailedRun"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value names no kind, or one that isn't there.</exception>
    public EmulatorFaultKinds Kinds
    {
        get;
        init => field = value is not EmulatorFaultKinds.None && (value & ~EmulatorFaultKinds.All) == 0
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value), value, "Name at least one kind. For no faults, leave the chance at 0.");
    } = EmulatorFaultKinds.FailedRun;

    /// <summary>
    /// How long every run waits before it does its work: from 0 (default) to 24 hours, by
    /// <see cref="FetchHiveEmulatorOptions.TimeProvider"/>. It counts for runs that start from then on, picked or not.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public TimeSpan Delay
    {
        get;
        init => field = value >= TimeSpan.Zero && value <= TimeSpan.FromHours(24)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Use 0 to 24 hours.");
    }

    /// <summary>
    /// Makes chance repeatable: with the same seed the same calls are picked, counted from when the faults were set and in the order in
    /// which they come. Default: <see langword="null"/>, others each time.
    /// </summary>
    public int? Seed { get; init; }

    /// <summary>The chance, the kinds and the delay.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Chance == 0 ? "no faults" : $"{Kinds} at {Chance * 100:0.##} %")}, delay {Delay.TotalSeconds:0.###} s");
}
