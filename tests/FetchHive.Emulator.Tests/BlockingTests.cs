using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.Emulator.Tests;

/// <summary>
/// Tests and applications with a single-threaded context (a user interface, an older test framework) may block that thread. The operations
/// that they wait for must not need it.
/// </summary>
public sealed class BlockingTests
{
    /// <summary>Long enough for any machine, short enough to end a test that hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static Dictionary<string, Func<FetchHiveEmulator, Task>> Calls { get; } = new()
    {
        ["StartAsync"] = static async _ => await (await Briefs.StartAsync().ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false),
        ["DisposeAsync"] = static hive => hive.DisposeAsync().AsTask(),
        ["StopListeningAsync"] = static hive => hive.StopListeningAsync(),
        ["StartListeningAsync"] = static hive =>
        {
            hive.StopListeningAsync().GetAwaiter().GetResult();
            return hive.StartListeningAsync();
        },
        ["WaitForCallbacksAsync"] = static hive => hive.WaitForCallbacksAsync(),
    };

    public static TheoryData<string> Methods { get; } = [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task A_caller_may_block_the_only_thread_of_its_context(string method)
    {
        // One callback is always under way, to a port that nobody listens on.
        await using FetchHiveEmulator hive = await Briefs.StartAsync(options => options.CallbackRetryDelays = []);
        hive.DeliverNext(new CallbackDelivery { Delay = TimeSpan.FromSeconds(1) });
        using Caller caller = new(hive);
        await caller.InvokeAsync(fields: ("async", Briefs.Async("http://127.0.0.1:9/callback")));
        TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Thread thread = new(() =>
        {
            SynchronizationContext.SetSynchronizationContext(new BlockedContext());
            try
            {
                Calls[method](hive).GetAwaiter().GetResult();
                ended.SetResult();
            }
            catch (Exception exception)
            {
                ended.SetException(exception);
            }
        })
        {
            IsBackground = true,
        };
        thread.Start();

        await ended.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    /// <summary>Posted work never runs, because the thread is blocked.</summary>
    private sealed class BlockedContext : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
        }
    }
}
