using System;

namespace FetchHive.Emulator.Hosting;

/// <summary>Calls listeners and ignores their exceptions.</summary>
internal static class Listeners
{
    public static void Notify<T>(Action<T>? listener, T what)
    {
        try
        {
            listener?.Invoke(what);
        }
#pragma warning disable CA1031 // Documented: exceptions of listeners are ignored.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }
}
