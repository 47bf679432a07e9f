using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using FetchHive.Emulator;
using FetchHive.Resilience.Tests.Kit;

namespace FetchHive.Resilience.Tests.Faults;

/// <summary>The rows of the table in <c>docs/errors.md</c>, which a test writes.</summary>
internal static partial class FaultCases
{
    public static IReadOnlyList<FaultCase> All { get; } =
        [.. Waiting(), .. Connecting(), .. Sending(), .. Refused(), .. Awaiting(), .. Reading(), .. Answered()];

    private static FaultCase Failed<TException>(string stage, string fault, Func<FaultScene, Task> arrange, bool mayHaveRun, int attempts,
        int runs)
        where TException : FetchHiveException => new(stage, fault, arrange, typeof(TException), mayHaveRun, attempts, runs);

    private static FaultCase Failed<TException>(string stage, string fault, Action<FaultScene> arrange, bool mayHaveRun, int attempts,
        int runs)
        where TException : FetchHiveException => new(stage, fault, Now(arrange), typeof(TException), mayHaveRun, attempts, runs);

    private static FaultCase Failed<TException>(
        string stage, string fault, EmulatorResponse response, bool mayHaveRun, int attempts, int runs)
        where TException : FetchHiveException =>
            Failed<TException>(stage, fault, scene => scene.Hive.RespondNext(response), mayHaveRun, attempts, runs);

    private static FaultCase Cancelled(string stage, string fault, Action<FaultScene> arrange, bool mayHaveRun, int attempts, int runs) =>
        new(stage, fault, Now(arrange), typeof(FetchHiveCanceledException), mayHaveRun, attempts, runs);

    private static FaultCase Passed(string stage, string fault, Action<FaultScene> arrange, int attempts, int runs) =>
        new(stage, fault, Now(arrange), null, null, attempts, runs);

    private static Func<FaultScene, Task> Now(Action<FaultScene> arrange) => scene =>
    {
        arrange(scene);
        return Task.CompletedTask;
    };
}
