using System.Threading;

namespace FetchHive.AspNetCore;

/// <summary>
/// Limits the memory of callbacks that aren't verified yet, because anyone can send them.
/// </summary>
internal sealed class BodyRoom(LiveSettings settings)
{
    /// <summary>
    /// How many bytes of each callback don't count. The server's own buffers take more than that per connection. As they don't count, large
    /// bodies can't crowd out small ones.
    /// </summary>
    public const int Free = 64 * 1024;

    private long _taken;

    /// <summary>How many bytes are taken, for tests.</summary>
    public long Taken => Interlocked.Read(ref _taken);

    public bool TryTake(long bytes)
    {
        CallbackSettings current = settings.Current;
        // A single callback of any allowed size has to fit.
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
