using System;
using System.Threading.Tasks;
using FetchHive.Resilience.Tests.Kit;

namespace FetchHive.Resilience.Tests.Faults;

/// <summary>One row of the table: what goes wrong, and what the caller gets.</summary>
/// <param name="Stage">How far the call had come.</param>
/// <param name="Fault">What goes wrong, in the page's words.</param>
/// <param name="Arrange">Makes it go wrong.</param>
/// <param name="Exception">The exception that the call ends with; null when it returns its result.</param>
/// <param name="MayHaveRun">The exception's value; null when there is no exception.</param>
/// <param name="Attempts">How many attempts there are.</param>
/// <param name="Runs">How many runs start.</param>
internal sealed record FaultCase(string Stage, string Fault, Func<FaultScene, Task> Arrange, Type? Exception, bool? MayHaveRun,
    int Attempts, int Runs)
{
    public string Row =>
        $"| {Stage} | {Fault} | {(Exception is null ? "none" : $"`{Exception.Name}`")} | "
        + $"{(MayHaveRun is { } value ? $"`{(value ? "true" : "false")}`" : "")} | {Attempts} | {Runs} |";
}
