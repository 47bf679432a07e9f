using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;
using FetchHive.Tests.Kit;

namespace FetchHive.Tests;

/// <summary>A token source serves several calls, one after another. No call may notice another.</summary>
public sealed class CallDeadlineTests
{
    [Fact]
    public void What_a_handler_registered_in_one_call_isnt_called_when_another_is_cancelled()
    {
        bool isCalled = false;
        using (CallDeadline first = Begin(CancellationToken.None))
        {
            first.Token.Register(() => isCalled = true);
        }

        using CancellationTokenSource caller = new();
        using CallDeadline second = Begin(caller.Token);
        caller.Cancel();

        Assert.True(second.Token.IsCancellationRequested);
        Assert.False(isCalled);
    }

    [Fact]
    public void A_cancelled_call_leaves_nothing_to_the_next()
    {
        using CancellationTokenSource caller = new();
        using (CallDeadline cancelled = Begin(caller.Token))
        {
            caller.Cancel();
            Assert.False(cancelled.HasPassed);
        }

        using CallDeadline next = Begin(CancellationToken.None);

        Assert.False(next.Token.IsCancellationRequested);
    }

    [Fact]
    public void A_call_whose_time_was_up_leaves_nothing_to_the_next()
    {
        using (CallDeadline late = new(TimeSpan.Zero, Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None)
        {
            CanReuseSource = true,
        })
        {
            Assert.True(late.Token.WaitHandle.WaitOne(TimeSpan.FromMinutes(1)));
            Assert.True(late.HasPassed);
        }

        using CallDeadline next = Begin(CancellationToken.None);

        Assert.False(next.Token.IsCancellationRequested);
    }

    [Fact]
    public void A_source_is_given_back_once()
    {
        CallDeadline ended = Begin(CancellationToken.None);
        ended.Dispose();
        ended.Dispose();

        using CancellationTokenSource caller = new();
        using CallDeadline first = Begin(caller.Token);
        using CallDeadline second = Begin(CancellationToken.None);
        caller.Cancel();

        Assert.True(first.Token.IsCancellationRequested);
        Assert.False(second.Token.IsCancellationRequested);
    }

    [Fact]
    public async Task What_a_stream_of_an_application_kept_of_one_call_isnt_cancelled_with_another()
    {
        List<CancellationToken> kept = [];
        using HttpClient http = new(new Handler(kept));
        using FetchHiveClient client = new(http, new FetchHiveOptions { ApiKey = Calls.Key });
        await Calls.ReadAsync(client, OutputReader.Text);

        // Calls after it, of which one is cancelled while it runs.
        for (int i = 0; i < 64; i++)
        {
            using CancellationTokenSource caller = new();
            using CallDeadline other = Begin(caller.Token);
            await caller.CancelAsync();
        }

        Assert.NotEmpty(kept);
        Assert.All(kept, token => Assert.False(token.IsCancellationRequested));
    }

    private static CallDeadline Begin(CancellationToken caller) =>
        new(TimeSpan.FromMinutes(10), Timeout.InfiniteTimeSpan, TimeProvider.System, caller) { CanReuseSource = true };

    /// <summary>Responds with a stream that keeps the token of its reader.</summary>
    private sealed class Handler(List<CancellationToken> kept) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            byte[] body = """{"request_id":"req_1","run_status":"completed","output":"x"}"""u8.ToArray();
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StreamContent(new KeepingStream(body, kept)),
                RequestMessage = request,
            });
        }
    }

    private sealed class KeepingStream(byte[] body, List<CancellationToken> kept) : MemoryStream(body)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            kept.Add(cancellationToken);
            return base.ReadAsync(buffer, cancellationToken);
        }
    }
}
