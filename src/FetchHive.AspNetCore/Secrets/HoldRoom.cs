using System;
using System.Collections.Generic;

namespace FetchHive.AspNetCore;

/// <summary>
/// Limits the callbacks that are held because they can't be verified yet. Anybody can send such a callback, so the limits are low. Each
/// deployment and each run has its own share, so that junk for one doesn't crowd out another's callbacks.
/// </summary>
internal sealed class HoldRoom
{
    /// <summary>For each deployment.</summary>
    public const int MaxCallbacks = 100;

    /// <summary>For each deployment. A single callback may be larger.</summary>
    public const long MaxBytes = 16 * 1024 * 1024;

    /// <summary>For each run: the service's callback and a few repetitions of it.</summary>
    public const int MaxOfRun = 4;

    private readonly object _lock = new();
    private readonly Dictionary<string, Share> _shares = new(StringComparer.Ordinal);

    public bool TryEnter(string deployment, string run, int bytes)
    {
        lock (_lock)
        {
            Share share = _shares.TryGetValue(deployment, out Share? found) ? found : new Share();
            share.Runs.TryGetValue(run, out int ofRun);
            if (share.Callbacks >= MaxCallbacks || ofRun >= MaxOfRun || (share.Callbacks > 0 && share.Bytes + bytes > MaxBytes))
            {
                return false;
            }

            share.Callbacks++;
            share.Bytes += bytes;
            share.Runs[run] = ofRun + 1;
            _shares[deployment] = share;
            return true;
        }
    }

    public void Leave(string deployment, string run, int bytes)
    {
        lock (_lock)
        {
            Share share = _shares[deployment];
            share.Callbacks--;
            share.Bytes -= bytes;
            if (--share.Runs[run] == 0)
            {
                share.Runs.Remove(run);
            }

            if (share.Callbacks == 0)
            {
                _shares.Remove(deployment);
            }
        }
    }

    private sealed class Share
    {
        public int Callbacks { get; set; }

        public long Bytes { get; set; }

        public Dictionary<string, int> Runs { get; } = new(StringComparer.Ordinal);
    }
}
