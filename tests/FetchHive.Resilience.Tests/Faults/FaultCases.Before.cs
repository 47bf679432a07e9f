using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Sockets;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Emulator;
using FetchHive.Resilience.Tests.Kit;

namespace FetchHive.Resilience.Tests.Faults;

// Faults before the request has arrived.
internal static partial class FaultCases
{
    private static IEnumerable<FaultCase> Waiting()
    {
        const string Stage = "waiting for a slot";
        yield return Failed<FetchHiveTimeoutException>(Stage, "`QueueTimeout` passes",
            scene => QueueBehindAsync(scene, () => scene.TimeOut(() => true, scene.Options.QueueTimeout)), false, 0, 0);
        yield return new FaultCase(Stage, "the caller cancels", scene => QueueBehindAsync(scene, () => scene.Cancel(() => true)),
            typeof(FetchHiveCanceledException), false, 0, 0);
    }

    private static IEnumerable<FaultCase> Connecting()
    {
        const string Stage = "connecting";
        yield return Failed<FetchHiveConnectionException>(Stage, "the connection is refused", scene => scene.Hive.StopListeningAsync(),
            false, 4, 0);
        yield return Passed(
            Stage,
            "the connection is refused, and the service comes back",
            scene =>
            {
                int attempt = 0;
                scene.Connect(token => attempt++ == 0
                    ? throw new SocketException((int)SocketError.ConnectionRefused) : ConnectAsync(scene, token));
            },
            2,
            1);
        yield return Failed<FetchHiveConnectionException>(
            Stage, "the host's name isn't known", scene => scene.Connect(_ => throw new SocketException((int)SocketError.HostNotFound)),
            false, 4, 0);
        yield return Failed<FetchHiveConnectionException>(
            Stage,
            "the certificate isn't trusted",
            scene =>
            {
                TlsServer server = new();
                scene.Server = server;
                scene.Options.BaseAddress = server.Address;
            },
            false,
            1,
            0);
        yield return Failed<FetchHiveConnectionException>(
            Stage,
            "the server doesn't speak TLS",
            scene => scene.Options.BaseAddress = new Uri(
                scene.Hive.BaseAddress.AbsoluteUri.Replace("http:", "https:", StringComparison.Ordinal)),
            false,
            1,
            0);
        yield return Failed<FetchHiveTimeoutException>(Stage, "`Timeout` passes",
            scene => HangWhileConnecting(scene, reached => scene.TimeOut(reached)), false, 1, 0);
        yield return Cancelled(Stage, "the caller cancels", scene => HangWhileConnecting(scene, reached => scene.Cancel(reached)), false, 1,
            0);
    }

    private static IEnumerable<FaultCase> Sending()
    {
        const string Stage = "sending";
        yield return Failed<FetchHiveConnectionException>(
            Stage,
            "the connection is reset",
            scene =>
            {
                SendMuch(scene);
                scene.Hive.RespondNext(EmulatorResponse.NoResponse(ConnectionEnd.Reset, readsRequest: false));
            },
            true,
            1,
            0);
        yield return Failed<FetchHiveTimeoutException>(
            Stage,
            "the service stops reading, and `Timeout` passes",
            scene =>
            {
                SendMuch(scene);
                scene.Hive.RespondNext(EmulatorResponse.Never(readsRequest: false));
                scene.TimeOut();
            },
            true,
            1,
            0);
        yield return Cancelled(
            Stage,
            "the service stops reading, and the caller cancels",
            scene =>
            {
                SendMuch(scene);
                scene.Hive.RespondNext(EmulatorResponse.Never(readsRequest: false));
                scene.Cancel();
            },
            true,
            1,
            0);
    }

    // More than all buffers along the way can hold.
    private static void SendMuch(FaultScene scene) => scene.Inputs["topic"] = new string('x', 64 << 20);

    private static void HangWhileConnecting(FaultScene scene, Action<Func<bool>> meanwhile)
    {
        bool isConnecting = false;
        scene.Connect(async token =>
        {
            Volatile.Write(ref isConnecting, true);
            await Task.Delay(Timeout.Infinite, token);
            return Stream.Null;
        });
        meanwhile(() => Volatile.Read(ref isConnecting));
    }

    private static async ValueTask<Stream> ConnectAsync(FaultScene scene, CancellationToken cancellationToken)
    {
        TcpClient connection = new();
        await connection.ConnectAsync("127.0.0.1", scene.Hive.BaseAddress.Port, cancellationToken);
        return connection.GetStream();
    }

    // A call to another deployment has the only slot.
    private static async Task QueueBehindAsync(FaultScene scene, Action meanwhile)
    {
        scene.Options.MaxConcurrency = 1;
        scene.Options.QueueTimeout = TimeSpan.FromMinutes(6);
        scene.Hive.RespondNext(EmulatorResponse.Never());
        Task<WorkflowRun<JsonElement>> other = scene.Client.InvokeAsync("other", FaultScene.Variant, scene.Inputs);
        _ = other.ContinueWith(static task => _ = task.Exception, TaskScheduler.Default);
        await FaultScene.UntilAsync(() => scene.Hive.Requests.Count == 1);
        meanwhile();
    }
}
