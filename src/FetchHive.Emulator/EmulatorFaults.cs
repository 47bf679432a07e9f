using System;
using System.Globalization;

namespace FetchHive.Emulator;

/// <summary>
/// The faults that happen by chance, and the minimum time of runs. They apply to calls that pass the checks and have no scripted response.
/// Responses scripted with <c>RespondNext</c> aren't affected. Immutable: to change them, set <see cref="FetchHiveEmulator.Faults"/>.
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

    /// <summary>The share of runs with a fault: from 0 (default) for none to 1 for all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Chance
    {
        get;
        init => field = value is >= 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Use 0 to 1: 0.1 for one run in ten.");
    }

    /// <summary>The faults that happen. Default: <see cref="EmulatorFaultKinds.FailedRun"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value has no kind, or an undefined one.</exception>
    public EmulatorFaultKinds Kinds
    {
        get;
        init => field = value is not EmulatorFaultKinds.None && (value & ~EmulatorFaultKinds.All) == 0
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value), value, "Name at least one kind. For no faults, leave the chance at 0.");
    } = EmulatorFaultKinds.FailedRun;

    /// <summary>
    /// How long every run waits before it does its work: from 0 (default) to 24 hours, measured by
    /// <see cref="FetchHiveEmulatorOptions.TimeProvider"/>. It applies to runs that start after it was set, with or without a fault.
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
    /// Makes faults repeatable: with the same seed the same calls are picked, counted in the order of arrival since the faults were set.
    /// Default: <see langword="null"/>, a random seed.
    /// </summary>
    public int? Seed { get; init; }

    /// <summary>The chance, the kinds and the delay.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Chance == 0 ? "no faults" : $"{Kinds} at {Chance * 100:0.##} %")}, delay {Delay.TotalSeconds:0.###} s");
}
