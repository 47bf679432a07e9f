using System.Threading;

namespace FetchHive.AspNetCore;

/// <summary>
/// How many bytes of callbacks that aren't verified yet may be in memory at a time. Anybody can send such bytes, and let them wait.
/// </summary>
internal sealed class BodyRoom(LiveSettings settings)
{
    /// <summary>
    /// What of each callback doesn't count: the server's own buffers take more for a connection, and large bodies can't crowd out
    /// small ones.
    /// </summary>
    public const int Free = 64 * 1024;

    private long _taken;

    /// <summary>How much is taken, for tests.</summary>
    public long Taken => Interlocked.Read(ref _taken);

    public bool TryTake(long bytes)
    {
        CallbackSettings current = settings.Current;
        // One callback of any size that is allowed has to get in.
        long most = current.MaxUnverifiedBytes > current.MaxBodyBytes ? current.MaxUnverifiedBytes : current.MaxBodyBytes + 1L;
        if (Interlocked.Add(ref _taken, bytes) <= most)
        {
            return true;
        }

        Give(bytes);
        return false;
    }

    public void Give(long bytes) => Interlocked.Add(ref _taken, -bytes);
}
