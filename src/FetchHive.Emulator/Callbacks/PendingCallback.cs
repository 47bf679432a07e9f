using System.Threading;
using System.Threading.Tasks;
using FetchHive.Emulator.Runs;

namespace FetchHive.Emulator.Callbacks;

/// <summary>A callback and the response to the call that started its run. One of them waits for the other.</summary>
internal sealed class PendingCallback(EmulatedRun run, CallbackDelivery delivery)
{
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _tried = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _untried = delivery.Concurrently ? delivery.Times : 1;

    public EmulatedRun Run { get; } = run;

    public CallbackDelivery Delivery { get; } = delivery;

    /// <summary>Waits until the response may be sent.</summary>
    public Task WaitForCallbackAsync(CancellationToken cancellationToken) =>
        Delivery.BeforeResponse ? _tried.Task.WaitAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>The response was sent, or the caller has hung up.</summary>
    public void Answered() => _answered.TrySetResult();

    /// <summary>Waits until the callback may be sent.</summary>
    public async Task WaitForTurnAsync(Task delay, CancellationToken stopping)
    {
        await delay.ConfigureAwait(false);
        if (!Delivery.BeforeResponse)
        {
            await _answered.Task.WaitAsync(stopping).ConfigureAwait(false);
        }

        if (Delivery.After is { } after)
        {
            // The task's outcome doesn't matter. A test that wants to see its own task fail awaits it itself.
            await after.WaitAsync(stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            stopping.ThrowIfCancellationRequested();
        }
    }

    /// <summary>One copy was tried for the first time.</summary>
    public void CopyWasTried()
    {
        if (Interlocked.Decrement(ref _untried) <= 0)
        {
            Tried();
        }
    }

    /// <summary>The response no longer has to wait.</summary>
    public void Tried() => _tried.TrySetResult();
}
