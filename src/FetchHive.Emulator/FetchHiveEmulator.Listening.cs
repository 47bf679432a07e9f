using System;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Emulator.Hosting;

namespace FetchHive.Emulator;

// A service that isn't there.
public sealed partial class FetchHiveEmulator
{
    /// <summary>
    /// Closes the port: new connections are refused, and those that are open are reset, with whatever is under way on them. Runs go on, and
    /// so does the delivery of callbacks. The port stays reserved for <see cref="StartListeningAsync"/>. Does nothing when the port is
    /// closed already.
    /// </summary>
    /// <returns>A task that ends when connections are refused.</returns>
    /// <exception cref="ObjectDisposedException">The emulator was disposed of.</exception>
    public async Task StopListeningAsync()
    {
        await _listening.WaitAsync().ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_server is { } server)
            {
                _server = null;
                await server.DisposeAsync().ConfigureAwait(false);
                _reservedPort = LocalServer.ReservePort(_options.Address, server.Port);
            }
        }
        finally
        {
            _listening.Release();
        }
    }

    /// <summary>Opens the port again, at the same address. Does nothing when it is open already.</summary>
    /// <param name="cancellationToken">Gives up opening it.</param>
    /// <returns>A task that ends when connections are accepted.</returns>
    /// <exception cref="ObjectDisposedException">The emulator was disposed of.</exception>
    public async Task StartListeningAsync(CancellationToken cancellationToken = default)
    {
        await _listening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_server is null)
            {
                _server = await LocalServer.StartAsync(_handle, _reservedPort!, cancellationToken).ConfigureAwait(false);
                _reservedPort = null;
            }
        }
        finally
        {
            _listening.Release();
        }
    }
}
