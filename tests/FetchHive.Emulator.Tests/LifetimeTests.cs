using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.Emulator.Tests;

public sealed class LifetimeTests
{
    /// <summary>Long enough for any machine, short enough to end a test that hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task The_base_address_is_on_loopback()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();

        Assert.Equal("http", hive.BaseAddress.Scheme);
        Assert.Equal("127.0.0.1", hive.BaseAddress.Host);
        Assert.Equal("/v1", hive.BaseAddress.AbsolutePath);
    }

    [Fact]
    public async Task A_fixed_port_is_used_or_reported_as_taken()
    {
        await using FetchHiveEmulator first = await Briefs.StartAsync();
        int port = first.BaseAddress.Port;

        IOException taken = await Assert.ThrowsAsync<IOException>(() => Briefs.StartAsync(options => options.Port = port));
        Assert.Contains($"port {port}", taken.Message, StringComparison.Ordinal);
        Assert.Contains("FetchHiveEmulatorOptions.Port", taken.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new FetchHiveEmulatorOptions { Port = 65_536 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new FetchHiveEmulatorOptions { Port = -1 });

        await first.DisposeAsync();
        await using FetchHiveEmulator second = await Briefs.StartAsync(options => options.Port = port);
        Assert.Equal(port, second.BaseAddress.Port);
        using var caller = new Caller(second);
        Assert.Equal(200, (await caller.InvokeAsync()).Status);
        await second.StopListeningAsync();
        await second.StartListeningAsync(TestContext.Current.CancellationToken);
        Assert.Equal(200, (await caller.InvokeAsync()).Status);
    }

    [Fact]
    public async Task Nothing_answers_after_disposing_and_disposing_twice_is_allowed()
    {
        FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);
        await caller.InvokeAsync();

        await hive.DisposeAsync();
        await hive.DisposeAsync();

        try
        {
            // Another test's emulator may have the port by now. It has a different key.
            Assert.Equal(401, (await caller.InvokeAsync()).Status);
        }
        catch (HttpRequestException exception)
        {
            Assert.Equal(HttpRequestError.ConnectionError, exception.HttpRequestError);
        }

        Assert.Single(hive.Requests);
    }

    [Fact]
    public async Task Many_emulators_work_side_by_side_and_know_nothing_of_each_other()
    {
        var all = new List<Task>();
        for (int i = 0; i < 25; i++)
        {
            int number = i;
            all.Add(Task.Run(
                async () =>
                {
                    await using FetchHiveEmulator hive =
                        await Briefs.StartAsync(hive => hive.Deploy("d", "v", start => start.Returns($"{number}")));
                    using var caller = new Caller(hive);
                    for (int call = 0; call < 4; call++)
                    {
                        Response response = await caller.PostAsync("""{"deployment":"d","variant":"v"}""");
                        Assert.Equal($"{number}", (string?)response.Json["output"]);
                    }

                    Assert.Equal(4, hive.Requests.Count);
                },
                TestContext.Current.CancellationToken));
        }

        await Task.WhenAll(all);
    }

    [Fact]
    public async Task Calls_run_concurrently()
    {
        using var together = new Barrier(2);
        await using FetchHiveEmulator hive = await Briefs.StartAsync(hive => hive.Deploy(Briefs.Deployment, Briefs.Variant, start => start
            .Returns(_ => together.SignalAndWait(Patience) ? "met" : "alone")));
        using var caller = new Caller(hive);

        Response[] responses = await Task.WhenAll(caller.InvokeAsync([]), caller.InvokeAsync([]));

        Assert.All(responses, response => Assert.Equal("met", (string?)response.Json["output"]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Disposing_ends_a_run_in_flight_whether_or_not_it_heeds_its_token(bool heeds)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        FetchHiveEmulator hive = await Briefs.StartAsync(hive => hive.Deploy(Briefs.Deployment, Briefs.Variant, start => start
            .Returns(async (_, cancellationToken) =>
            {
                started.SetResult();
                await Task.Delay(Timeout.Infinite, heeds ? cancellationToken : CancellationToken.None);
                return "never";
            })));
        using var caller = new Caller(hive);
        Task<Response> call = caller.InvokeAsync([]);
        await started.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Null(hive.Requests[0].StatusCode);
        Assert.EndsWith("no response", hive.Requests[0].ToString(), StringComparison.Ordinal);

        await hive.DisposeAsync().AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<HttpRequestException>(() => call.WaitAsync(Patience, TestContext.Current.CancellationToken));
        Assert.Null(hive.Requests[0].StatusCode);
    }

    [Fact]
    public async Task Disposing_cancels_the_token_of_a_run_that_nobody_waits_for()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        FetchHiveEmulator hive = await Briefs.StartAsync(hive => hive.Deploy(Briefs.Deployment, Briefs.Variant, start => start
            .Returns(async (_, cancellationToken) =>
            {
                using CancellationTokenRegistration registration = cancellationToken.Register(cancelled.SetResult);
                started.SetResult();
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return "never";
            })));
        using var caller = new Caller(hive);
        await caller.InvokeAsync([], ("async", Briefs.Async()));
        await started.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);

        await hive.DisposeAsync();

        await cancelled.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Disposing_does_not_wait_for_a_function_that_blocks()
    {
        using var release = new ManualResetEventSlim();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        FetchHiveEmulator hive = await Briefs.StartAsync(hive => hive.Deploy(Briefs.Deployment, Briefs.Variant, start => start
            .Returns(_ =>
            {
                started.SetResult();
                release.Wait(Patience);
                return "late";
            })));
        using var caller = new Caller(hive);
        Task<Response> call = caller.InvokeAsync([]);
        await started.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);

        await hive.DisposeAsync().AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.False(release.IsSet);
        await Assert.ThrowsAsync<HttpRequestException>(() => call);
        release.Set();
    }

    [Fact]
    public async Task A_run_continues_when_its_caller_hangs_up()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var hungUp = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var ended = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using FetchHiveEmulator hive = await Briefs.StartAsync(hive => hive.Deploy(Briefs.Deployment, Briefs.Variant, start => start
            .Returns(async (_, cancellationToken) =>
            {
                started.SetResult();
                await hungUp.Task;
                ended.SetResult(cancellationToken.IsCancellationRequested);
                return "unheard";
            })));
        using var http = new HttpClient();
        using var hangUp = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Post, hive.BaseAddress.AbsoluteUri + "/workflow/invoke")
        {
            Content = new StringContent("""{"deployment":"research-brief","variant":"production"}""", null, "application/json"),
        };
        request.Headers.Authorization = new("Bearer", hive.ApiKey);
        Task call = http.SendAsync(request, hangUp.Token);
        await started.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);

        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        hungUp.SetResult();

        Assert.False(await ended.Task.WaitAsync(Patience, TestContext.Current.CancellationToken));
        using var caller = new Caller(hive);
        Assert.Equal(422, (await caller.PostAsync("{}")).Status);
    }

    [Fact]
    public async Task Workflows_can_be_deployed_on_a_running_emulator()
    {
        await using FetchHiveEmulator hive = await FetchHiveEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var caller = new Caller(hive);

        Response before = await caller.InvokeAsync();
        hive.Deploy(Briefs.Deployment, Briefs.Variant, Briefs.Deploy);
        Response after = await caller.InvokeAsync();

        Assert.EndsWith("nothing is deployed.", before.Error);
        Assert.Equal(200, after.Status);
    }

    [Fact]
    public async Task Hosting_variables_in_the_environment_change_nothing()
    {
        // Variables that a developer's machine or a container image may set. Nothing else in this assembly reads them.
        string[] names =
            ["ASPNETCORE_URLS", "DOTNET_URLS", "ASPNETCORE_HTTP_PORTS", "URLS", "Kestrel__Endpoints__Http__Url", "ASPNETCORE_ENVIRONMENT"];
        foreach (string name in names)
        {
            Environment.SetEnvironmentVariable(name, name.EndsWith("PORTS", StringComparison.Ordinal) ? "1" : "http://0.0.0.0:1");
        }

        try
        {
            await using FetchHiveEmulator hive = await Briefs.StartAsync();
            using var caller = new Caller(hive);

            Assert.Equal("127.0.0.1", hive.BaseAddress.Host);
            Assert.NotEqual(1, hive.BaseAddress.Port);
            Assert.Equal(200, (await caller.InvokeAsync()).Status);
        }
        finally
        {
            foreach (string name in names)
            {
                Environment.SetEnvironmentVariable(name, null);
            }
        }
    }

    [Fact]
    public async Task A_cancelled_start_leaves_nothing_behind()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FetchHiveEmulator.StartAsync(cancellationToken: cancelled.Token));
    }
}
