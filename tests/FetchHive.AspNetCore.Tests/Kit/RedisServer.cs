using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

namespace FetchHive.AspNetCore.Tests.Kit;

/// <summary>A Redis server for these tests: on a free loopback port, without persistence, in its own folder. It ends with the
/// tests.</summary>
public sealed class RedisServer : IAsyncLifetime
{
    private Process? _process;
    private string? _folder;
    private int _port;

    /// <summary>The connection string of the server.</summary>
    public string Configuration => $"127.0.0.1:{_port.ToString(CultureInfo.InvariantCulture)},allowAdmin=true";

    /// <summary>Skips the running test where no server is installed.</summary>
    public void Require()
    {
        if (_process is null)
        {
            Assert.Skip("No redis-server was found on the PATH: install one (on Debian and Ubuntu: apt-get install redis-server) to run "
                + "this test.");
        }
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } program)
        {
            return;
        }

        _folder = Directory.CreateTempSubdirectory("fetchhive-redis-").FullName;
        // Another process may take the port between finding it free and using it.
        for (int attempt = 1; ; attempt++)
        {
            _port = FreePort();
            Start(program);
            if (await AnswersAsync())
            {
                return;
            }

            End();
            if (attempt == 3)
            {
                throw new InvalidOperationException($"{program} didn't start on a free loopback port in three attempts.");
            }
        }
    }

    /// <summary>Ends the server like a crash. Its data is lost.</summary>
    public void End()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process?.Dispose();
    }

    /// <summary>Starts an empty server on the same port.</summary>
    public async Task RestartAsync()
    {
        Start(Find()!);
        Assert.True(await AnswersAsync(), "The server didn't start again.");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        End();
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }

        return ValueTask.CompletedTask;
    }

    private static string? Find()
    {
        foreach (string folder in (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator,
            StringSplitOptions.RemoveEmptyEntries))
        {
            string program = Path.Combine(folder, "redis-server");
            if (File.Exists(program))
            {
                return program;
            }
        }

        return null;
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Start(string program)
    {
        ProcessStartInfo start = new(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])["--port", _port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "",
            "--appendonly", "no", "--dir", _folder!, "--daemonize", "no"])
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        // The server would block when its pipe is full.
        _process.OutputDataReceived += static (_, _) => { };
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private async Task<bool> AnswersAsync()
    {
        for (int look = 0; look < 200 && !_process!.HasExited; look++)
        {
            try
            {
                using TcpClient client = new();
                await client.ConnectAsync(IPAddress.Loopback, _port);
                await using NetworkStream stream = client.GetStream();
                await stream.WriteAsync("PING\r\n"u8.ToArray());
                byte[] response = new byte[5];
                await stream.ReadExactlyAsync(response);
                return Encoding.ASCII.GetString(response) == "+PONG";
            }
            catch (Exception exception) when (exception is SocketException or IOException)
            {
                await Task.Delay(50);
            }
        }

        return false;
    }
}
