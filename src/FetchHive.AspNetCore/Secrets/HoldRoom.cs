namespace FetchHive.AspNetCore;

/// <summary>How much may be held at a time of callbacks that can't be verified yet. Anybody can send such a callback, so it isn't much.</summary>
internal sealed class HoldRoom
{
    public const int MostCallbacks = 100;
    public const long MostBytes = 16 * 1024 * 1024;

    private readonly object _lock = new();
    private int _callbacks;
    private long _bytes;

    public bool TryEnter(int bytes)
    {
        lock (_lock)
        {
            if (_callbacks == MostCallbacks || _bytes + bytes > MostBytes)
            {
                return false;
            }

            _callbacks++;
            _bytes += bytes;
            return true;
        }
    }

    public void Leave(int bytes)
    {
        lock (_lock)
        {
            _callbacks--;
            _bytes -= bytes;
        }
    }
}
