using System;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Emulator.Hosting;

namespace FetchHive.Emulator;

// Simulates a service that can't be reached.
public sealed partial class FetchHiveEmulator
{
    /// <summary>
    /// Closes the port: new connections are refused and open ones are reset, with their requests. Runs and the delivery of callbacks
    /// continue. The port stays reserved for <see cref="StartListeningAsync"/>. Does nothing if the port is already closed.
    /// </summary>
    /// <returns>A task that completes when connections are refused.</returns>
    /// <exception cref="ObjectDisposedException">The emulator was disposed.</exception>
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

    /// <summary>Opens the port again, at the same address. Does nothing if it is already open.</summary>
    /// <param name="cancellationToken">Cancels opening the port.</param>
    /// <returns>A task that completes when connections are accepted.</returns>
    /// <exception cref="ObjectDisposedException">The emulator was disposed.</exception>
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
