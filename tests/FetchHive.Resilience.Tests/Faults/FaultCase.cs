using System;
using System.Threading.Tasks;
using FetchHive.Resilience.Tests.Kit;

namespace FetchHive.Resilience.Tests.Faults;

/// <summary>One row of the table: what goes wrong, and what the caller has of it.</summary>
/// <param name="Stage">How far the call had come.</param>
/// <param name="Fault">What goes wrong, as the page has it.</param>
/// <param name="Arrange">Makes it go wrong.</param>
/// <param name="Exception">What the call ends with; null when it gives its result.</param>
/// <param name="MayHaveRun">What the exception says of that; null when it doesn't.</param>
/// <param name="Attempts">How many attempts there are.</param>
/// <param name="Runs">How many runs start.</param>
internal sealed record FaultCase(string Stage, string Fault, Func<FaultScene, Task> Arrange, Type? Exception, bool? MayHaveRun,
    int Attempts, int Runs)
{
    public string Row =>
        $"| {Stage} | {Fault} | {(Exception is null ? "none" : $"`{Exception.Name}`")} | "
        + $"{(MayHaveRun is { } value ? $"`{(value ? "true" : "false")}`" : "")} | {Attempts} | {Runs} |";
}
