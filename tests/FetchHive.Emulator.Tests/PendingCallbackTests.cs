using System;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Emulator.Callbacks;
using FetchHive.Emulator.Runs;
using Microsoft.AspNetCore.Http;

namespace FetchHive.Emulator.Tests;

/// <summary>The order of a callback and the response to its call. A test on the wire could pass by chance.</summary>
public sealed class PendingCallbackTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_callback_waits_until_the_response_has_left()
    {
        var leaving = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var pending = new PendingCallback(Run, new CallbackDelivery());

        Task turn = pending.WaitForTurnAsync(Task.CompletedTask, Token);
        Task answering = new AcceptedResponse(new Response(leaving.Task), pending).SendAsync(new DefaultHttpContext(), _ => { });
        Assert.False(turn.IsCompleted);
        Assert.False(answering.IsCompleted);
        leaving.SetResult();

        await answering;
        await turn;
    }

    [Fact]
    public async Task A_callback_does_not_wait_for_a_response_that_nobody_takes()
    {
        var pending = new PendingCallback(Run, new CallbackDelivery());

        Task turn = pending.WaitForTurnAsync(Task.CompletedTask, Token);
        await Assert.ThrowsAsync<OperationCanceledException>(() =>
            new AcceptedResponse(new Response(Task.FromException(new OperationCanceledException())),
            pending).SendAsync(new DefaultHttpContext(), _ => { }));

        await turn;
    }

    [Fact]
    public async Task A_response_waits_until_each_of_the_concurrent_copies_was_tried()
    {
        var pending = new PendingCallback(Run, new CallbackDelivery { BeforeResponse = true, Times = 2, Concurrently = true });

        Task answering = new AcceptedResponse(new Response(Task.CompletedTask), pending).SendAsync(new DefaultHttpContext(), _ => { });
        await pending.WaitForTurnAsync(Task.CompletedTask, Token);
        pending.CopyWasTried();
        Assert.False(answering.IsCompleted);
        pending.CopyWasTried();

        await answering;
    }

    private static EmulatedRun Run { get; } = new(
        "req_1",
        null!,
        "http://127.0.0.1/",
        null,
        null,
        Task.FromResult<RunOutcome>(new RunOutcome.Abandoned()),
        new RunTimes(TimeProvider.System),
        false,
        EmulatorFaultKinds.None);

    private sealed class Response(Task sent) : EmulatorResponse
    {
        internal override Task SendAsync(HttpContext context, Action<int> answering) => sent;
    }
}
