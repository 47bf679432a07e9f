using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using FetchHive.Resilience.Tests.Faults;
using FetchHive.Resilience.Tests.Kit;

namespace FetchHive.Resilience.Tests;

/// <summary>Each stage of a call, and the faults that can happen there.</summary>
public sealed class FaultMatrixTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Rows =>
        FaultCases.All.Select(row => new TheoryDataRow<string, string>(row.Stage, row.Fault));

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Each_fault_ends_as_the_table_says(string stage, string fault)
    {
        FaultCase row = FaultCases.All.Single(row => row.Stage == stage && row.Fault == fault);
        await using FaultScene scene = await FaultScene.StartAsync();
        await row.Arrange(scene);

        Exception? exception = await scene.CallAsync();

        Assert.Equal(row.Exception, exception?.GetType());
        bool? mayHaveRun = (exception as FetchHiveException)?.MayHaveRun ?? (exception as FetchHiveCanceledException)?.MayHaveRun;
        Assert.Equal(row.MayHaveRun, mayHaveRun);
        await FaultScene.UntilAsync(() => scene.Attempts >= row.Attempts);
        Assert.Equal(row.Attempts, scene.Attempts);
        Assert.Equal(row.Runs, scene.Runs);

        // The one mistake that costs money: the exception says that nothing ran, but something did.
        Assert.False(scene.Runs > 0 && mayHaveRun == false);
        Assert.InRange(scene.Runs, 0, 1);
        if (exception is FetchHiveException)
        {
            Messages.Check(exception.Message, scene);
        }
    }

    [Fact]
    public void Each_fault_is_in_the_table_once() =>
        Assert.Equal(FaultCases.All.Count, FaultCases.All.Select(row => (row.Stage, row.Fault)).Distinct().Count());
}
