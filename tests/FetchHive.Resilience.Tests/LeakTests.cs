using System;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Emulator;
using FetchHive.Resilience.Tests.Kit;
using FetchHive.Tests.Kit;

namespace FetchHive.Resilience.Tests;

/// <summary>A call returns what it rented, in whichever way it ends.</summary>
[Collection(nameof(Alone))]
public sealed class LeakTests
{
    private const int Calls = 300;

    private static readonly byte[] Whole = """{"request_id":"req_1","run_status":"completed","output":"x"}"""u8.ToArray();

    public static TheoryData<string> Ends => ["completed", "refused", "not JSON", "too large", "broken off", "cancelled", "abandoned"];

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task Rented_arrays_come_back(string end)
    {
        // The test's own handler responds, so that nothing else rents arrays at the same time.
        using HttpClient http = new(new Handler(end)) { Timeout = Timeout.InfiniteTimeSpan };
        using FetchHiveClient client = new(http, new FetchHiveOptions { ApiKey = "k", MaxResponseBytes = 100_000 });
        using PoolWatch watch = new();
        await RunAsync(client, end, 20);
        int before = watch.Out;

        await RunAsync(client, end, Calls);

        // A leak of one array per call would be 300.
        Assert.InRange(watch.Out - before, -20, 20);
    }

    [Theory]
    [InlineData("cancelled")]
    [InlineData("abandoned")]
    [InlineData("cut")]
    public async Task Connections_are_closed_or_used_again(string end)
    {
        await using FetchHiveEmulator hive = await FetchHiveEmulator.StartAsync(
            builder => builder.Deploy("leak", "v", start => start.Returns("x")), TestContext.Current.CancellationToken);
        using FetchHiveClient client = new(new FetchHiveOptions { ApiKey = hive.ApiKey, BaseAddress = hive.BaseAddress });
        await CallsAsync(20);
        int before = Process.GetCurrentProcess().HandleCount;

        await CallsAsync(Calls);

        await FaultScene.UntilAsync(() => Process.GetCurrentProcess().HandleCount < before + 50);

        async Task CallsAsync(int count)
        {
            for (int i = 0; i < count; i++)
            {
                using CancellationTokenSource source = new();
                TaskCompletionSource go = new(TaskCreationOptions.RunContinuationsAsynchronously);
                hive.RespondNext(end == "cut" ? EmulatorResponse.Regular().CutAfter(10) : EmulatorResponse.Regular().After(go.Task));
                hive.ClearRequests();
                Task<WorkflowRun<JsonElement>> call = client.InvokeAsync("leak", "v", null, cancellationToken: source.Token);
                await FaultScene.UntilAsync(() => hive.Requests.Count == 1);
                if (end == "cancelled")
                {
                    await source.CancelAsync();
                }
                else if (end == "abandoned")
                {
                    await Assert.ThrowsAsync<TimeoutException>(() => call.WaitAsync(TimeSpan.Zero, TestContext.Current.CancellationToken));
                }

                go.SetResult();
                await call.ContinueWith(static task => task.Exception, TaskScheduler.Default);
            }
        }
    }

    private static async Task RunAsync(FetchHiveClient client, string end, int count)
    {
        for (int i = 0; i < count; i++)
        {
            using CancellationTokenSource source = new();
            Task<WorkflowRun<JsonElement>> call =
                client.InvokeAsync("leak", "v", new JsonObject { ["topic"] = "t" }, cancellationToken: source.Token);
            if (end == "cancelled")
            {
                await source.CancelAsync();
            }
            else if (end == "abandoned")
            {
                // The response comes when nobody waits for it any more.
                await Task.WhenAny(call, Task.Delay(1, TestContext.Current.CancellationToken));
            }

            await call.ContinueWith(static task => task.Exception, TaskScheduler.Default);
            Assert.Equal(end is "completed" or "abandoned", call.IsCompletedSuccessfully);
        }
    }

    private sealed class Handler(string end) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            if (end == "cancelled")
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            else if (end == "abandoned")
            {
                await Task.Delay(5, cancellationToken);
            }

            HttpContent content = end switch
            {
                "not JSON" => new StringContent("<html>"),
                "too large" => new StreamContent(new MemoryStream(new byte[200_000])),
                "broken off" => new StreamContent(new BrokenStream()),
                _ => new ByteArrayContent(Whole),
            };
            return new HttpResponseMessage(end == "refused" ? HttpStatusCode.BadRequest : HttpStatusCode.OK) { Content = content };
        }
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("It broke off.");
    }
}
