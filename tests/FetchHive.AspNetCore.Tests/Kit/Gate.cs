using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace FetchHive.AspNetCore.Tests.Kit;

/// <summary>Blocks handlers until a test lets them continue, and counts them.</summary>
internal sealed class Gate
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<bool> _entered = Channel.CreateUnbounded<bool>();
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public void Open() => _open.TrySetResult();

    public async Task Entered(int times)
    {
        for (int i = 0; i < times; i++)
        {
            _ = await _entered.Reader.ReadAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <returns>The handler's number, from 1.</returns>
    public async Task<int> PassAsync()
    {
        int turn = Interlocked.Increment(ref _count);
        _entered.Writer.TryWrite(true);
        await _open.Task;
        return turn;
    }
}
