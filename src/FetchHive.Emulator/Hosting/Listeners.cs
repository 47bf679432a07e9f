using System;

namespace FetchHive.Emulator.Hosting;

/// <summary>Calls listeners. Their exceptions must not change what they watch.</summary>
internal static class Listeners
{
    public static void Tell<T>(Action<T>? listener, T what)
    {
        try
        {
            listener?.Invoke(what);
        }
#pragma warning disable CA1031 // Documented: what a listener throws is passed over.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }
}
