using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FetchHive.Emulator.Hosting;

/// <summary>
/// Kestrel on a port of this machine, without a host. A host would read <c>ASPNETCORE_URLS</c> and similar variables, catch Ctrl+C in the
/// tests' process, and take most of the start-up time.
/// </summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly KestrelServer _server;

    private LocalServer(KestrelServer server, int port)
    {
        _server = server;
        Port = port;
    }

    public int Port { get; }

    /// <summary>Reserves a port without listening on it: connections are refused, and no other process gets it.</summary>
    public static Socket ReservePort(IPAddress address, int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Starts on a port; 0 picks a free one.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static Task<LocalServer> StartAsync(
        RequestDelegate handle, IPAddress address, int port, CancellationToken cancellationToken)
    {
        Socket reserved;
        try
        {
            reserved = ReservePort(address, port);
        }
        catch (SocketException exception)
        {
            throw new IOException(
                $"The emulator can't use port {port}: {exception.Message}. "
                + $"Set another {nameof(FetchHiveEmulatorOptions)}.{nameof(FetchHiveEmulatorOptions.Port)}, or leave it at 0 for a "
                + $"free one.",
                exception);
        }

        return StartAsync(handle, reserved, cancellationToken);
    }

    /// <summary>Starts on a reserved port.</summary>
    public static async Task<LocalServer> StartAsync(RequestDelegate handle, Socket reservedPort, CancellationToken cancellationToken)
    {
        var options = new KestrelServerOptions { AddServerHeader = false, ApplicationServices = NoServices.Instance };

        // Our own limit answers with the service's envelope. A pause in a debugger must not look like a slow caller.
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;
        options.Listen((IPEndPoint)reservedPort.LocalEndPoint!, listen => listen.Protocols = HttpProtocols.Http1);

        var sockets = new SocketTransportOptions { CreateBoundListenSocket = _ => reservedPort };
        var transport = new SocketTransportFactory(Options.Create(sockets), NullLoggerFactory.Instance);
        var server = new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
        try
        {
            await Task.Run(() => server.StartAsync(new Application(handle), cancellationToken), cancellationToken).ConfigureAwait(false);
            ICollection<string> addresses = server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
            foreach (string address in addresses)
            {
                return new LocalServer(server, new Uri(address).Port);
            }

            throw new InvalidOperationException("The emulator's server did not say on which port it listens.");
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Stops at once: an already cancelled token makes the server abort connections instead of waiting for them.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            // On the thread pool: the server's code continues on the caller's context, which may be blocked waiting for this.
            await Task.Run(() => _server.StopAsync(new CancellationToken(canceled: true))).ConfigureAwait(false);
        }
        finally
        {
            _server.Dispose();
        }
    }

    private sealed class Application(RequestDelegate handle) : IHttpApplication<HttpContext>
    {
        public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

        public Task ProcessRequestAsync(HttpContext context) => handle(context);

        public void DisposeContext(HttpContext context, Exception? exception)
        {
        }
    }

    private sealed class NoServices : IServiceProvider
    {
        public static readonly NoServices Instance = new();

        public object? GetService(Type serviceType) => null;
    }
}
