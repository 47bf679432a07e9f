using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;
using FetchHive.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FetchHive.Tests;

/// <summary>What observers of starts are notified of, and that a faulty observer can't lose a run.</summary>
public sealed class CallbackRunObserverTests
{
    private const string Secret = "whsec_8d01f6c4";

    private static readonly CallbackContract<string> Contract = new(Calls.Deployment, "StartAsync", OutputReader.Text);
    private static readonly Response Accepted =
        Response.Json($$"""{"request_id":"req_1","run_status":"queued","webhook_secret":"{{Secret}}"}""");

    [Fact]
    public async Task Observers_are_notified_before_the_start_is_sent_and_before_the_caller_has_the_run()
    {
        Recorder recorder = new();
        await using LoopbackServer server = new(_ =>
        {
            recorder.Told.Enqueue("sent");
            return Accepted;
        });
        await using ServiceProvider services = Services(server, recorder);

        AcceptedRun<string> run = await StartAsync(services);

        Assert.Equal("req_1", run.RequestId);
        Assert.Same(Contract, run.Contract);
        Assert.Equal(["starting research-brief/production StartAsync", "sent", $"accepted req_1 {Secret}"], recorder.Told);
        Assert.Single(recorder.Starts.Distinct());
    }

    [Fact]
    public async Task Observers_are_notified_when_a_start_fails()
    {
        Recorder recorder = new();
        await using LoopbackServer server = new(Response.Json("""{"error":{"message":"no"}}""", 400));
        await using ServiceProvider services = Services(server, recorder);

        await Assert.ThrowsAsync<FetchHiveValidationException>(() => StartAsync(services));

        Assert.Equal(["starting research-brief/production StartAsync", "failed FetchHiveValidationException"], recorder.Told);
    }

    [Fact]
    public async Task An_exception_from_an_observer_is_logged_without_the_secret_and_the_caller_gets_the_run()
    {
        Recorder after = new();
        LogLines log = new();
        await using LoopbackServer server = new(Accepted);
        await using ServiceProvider services = Services(server, new Thrower(), after, log);

        AcceptedRun<string> run = await StartAsync(services);

        Assert.Equal(Secret, run.WebhookSecret);
        Assert.Equal(2, after.Told.Count);
        Assert.Equal(2, log.Lines.Count(line => line.Contains("The observer", StringComparison.Ordinal)));
        Assert.Contains(log.Lines, line => line.Contains("given [secret]", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_observer_that_never_ends_does_not_hold_up_the_run()
    {
        LogLines log = new();
        await using LoopbackServer server = new(Accepted);
        using FetchHiveClient client = Calls.Client(server);
        CallbackRunObservers observers =
            new([new Sleeper()], log.CreateLogger("test"), workspace: null) { MaxWait = TimeSpan.FromMilliseconds(50) };

        AcceptedRun<string> run = await observers.StartAsync(client.Sender, Request(client), Contract, Calls.Token);

        Assert.Equal("req_1", run.RequestId);
        Assert.Equal(2, log.Lines.Count(line => line.Contains("took longer than 00:00:00.0500000", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_cancellation_while_an_observer_is_notified_is_thrown_and_nothing_is_sent()
    {
        await using LoopbackServer server = new(Accepted);
        await using ServiceProvider services = Services(server, new Sleeper());
        using CancellationTokenSource cancel = new();

        Task<AcceptedRun<string>> start = StartAsync(services, cancel.Token);
        Assert.False(start.IsCompleted);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => start);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_start_that_is_already_cancelled_notifies_nobody()
    {
        Recorder recorder = new();
        await using LoopbackServer server = new(Accepted);
        await using ServiceProvider services = Services(server, recorder, new Sleeper());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => StartAsync(services, new CancellationToken(canceled: true)));

        Assert.Empty(recorder.Told);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_caller_who_cancels_does_not_wait_for_the_observers()
    {
        Stuck observer = new();
        await using LoopbackServer server = new(Accepted);
        await using ServiceProvider services = Services(server, observer);
        using CancellationTokenSource cancel = new();

        Task<AcceptedRun<string>> start = StartAsync(services, cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => start);
        Assert.Equal(["starting", "failed"], observer.Told);
        Assert.False(observer.Ended);
    }

    [Fact]
    public async Task A_caller_who_cancels_once_the_run_is_accepted_gets_the_run_and_the_observer_is_notified()
    {
        Stuck observer = new() { HoldsStart = false };
        await using LoopbackServer server = new(Accepted);
        await using ServiceProvider services = Services(server, observer);
        using CancellationTokenSource cancel = new();

        Task<AcceptedRun<string>> start = StartAsync(services, cancel.Token);
        await observer.Accepted.Task.WaitAsync(Calls.Token);
        Assert.False(start.IsCompleted);
        await cancel.CancelAsync();

        Assert.Equal("req_1", (await start).RequestId);
        Assert.False(observer.Ended);
        Assert.False(observer.Token.IsCancellationRequested);
    }

    [Fact]
    public async Task Observers_hold_up_a_start_for_a_part_of_its_timeout_at_most()
    {
        Stuck observer = new();
        LogLines log = new();
        await using LoopbackServer server = new(Accepted);
        using FetchHiveClient client = new(
            new FetchHiveOptions { ApiKey = Calls.Key, BaseAddress = server.Address, Timeout = TimeSpan.FromSeconds(2) });
        CallbackRunObservers observers = new([observer], log.CreateLogger("test"), workspace: null) { MaxWait = TimeSpan.FromDays(1) };

        AcceptedRun<string> run = await observers.StartAsync(client.Sender, Request(client), Contract, Calls.Token);

        Assert.Equal("req_1", run.RequestId);
        Assert.Equal(["starting", "accepted"], observer.Told);
        Assert.Equal(2, log.Lines.Count(line => line.Contains("took longer than 00:00:00.5000000", StringComparison.Ordinal)));
    }

    private static Task<AcceptedRun<string>> StartAsync(ServiceProvider services, CancellationToken? cancellationToken = null) =>
        Request(services.GetRequiredService<FetchHiveClient>()).SendForAcceptedRunAsync(Contract, cancellationToken ?? Calls.Token);

    private static WorkflowRequest Request(FetchHiveClient client)
    {
        WorkflowRequest request = WorkflowRequest.Create(client, Calls.Deployment);
        request.SetCallbackUrl(new Uri("https://example.com/callback"), "callbackUrl");
        request.BeginInputs();
        return request;
    }

    private static ServiceProvider Services(LoopbackServer server, params object[] services)
    {
        ServiceCollection collection = new();
        collection.AddFetchHive(options =>
        {
            options.ApiKey = Calls.Key;
            options.BaseAddress = server.Address;
        });
        foreach (object service in services)
        {
            if (service is ICallbackRunObserver observer)
            {
                collection.AddSingleton(observer);
            }
            else
            {
                collection.AddLogging(logging => logging.AddProvider((ILoggerProvider)service).SetMinimumLevel(LogLevel.Trace));
            }
        }

        return collection.BuildServiceProvider();
    }

    private sealed class Recorder : ICallbackRunObserver
    {
        public ConcurrentQueue<string> Told { get; } = new();

        public ConcurrentQueue<CallbackRunStart> Starts { get; } = new();

        public ValueTask StartingAsync(CallbackRunStart start, CancellationToken cancellationToken) => Tell($"starting {start}", start);

        public ValueTask AcceptedAsync(CallbackRunStart start, string requestId, string? webhookSecret,
            CancellationToken cancellationToken) => Tell($"accepted {requestId} {webhookSecret}", start);

        public ValueTask FailedAsync(CallbackRunStart start, Exception exception, CancellationToken cancellationToken) =>
            Tell($"failed {exception.GetType().Name}", start);

        private ValueTask Tell(string what, CallbackRunStart start)
        {
            Told.Enqueue(what);
            Starts.Enqueue(start);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Thrower : ICallbackRunObserver
    {
        public ValueTask StartingAsync(CallbackRunStart start, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("at once");

        public async ValueTask AcceptedAsync(
            CallbackRunStart start, string requestId, string? webhookSecret, CancellationToken cancellationToken)
        {
            await Task.Yield();
            throw new InvalidOperationException($"given {webhookSecret}");
        }

        public ValueTask FailedAsync(CallbackRunStart start, Exception exception, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("too");
    }

    // Never completes, and ignores its token.
    private sealed class Sleeper : ICallbackRunObserver
    {
        private static readonly Task Forever = new TaskCompletionSource().Task;

        public ValueTask StartingAsync(CallbackRunStart start, CancellationToken cancellationToken) => new(Forever);

        public ValueTask AcceptedAsync(CallbackRunStart start, string requestId, string? webhookSecret,
            CancellationToken cancellationToken) => new(Forever);

        public ValueTask FailedAsync(CallbackRunStart start, Exception exception, CancellationToken cancellationToken) =>
            ValueTask.CompletedTask;
    }

    /// <summary>Waits, like an observer whose store is unavailable, until its token is cancelled.</summary>
    private sealed class Stuck : ICallbackRunObserver
    {
        public ConcurrentQueue<string> Told { get; } = new();

        public TaskCompletionSource Accepted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool HoldsStart { get; init; } = true;

        public bool Ended { get; private set; }

        public CancellationToken Token { get; private set; }

        public async ValueTask StartingAsync(CallbackRunStart start, CancellationToken cancellationToken)
        {
            Told.Enqueue("starting");
            await Task.Delay(HoldsStart ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancellationToken);
        }

        public async ValueTask AcceptedAsync(
            CallbackRunStart start, string requestId, string? webhookSecret, CancellationToken cancellationToken)
        {
            Told.Enqueue("accepted");
            Token = cancellationToken;
            Accepted.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            Ended = true;
        }

        public async ValueTask FailedAsync(CallbackRunStart start, Exception exception, CancellationToken cancellationToken)
        {
            Told.Enqueue("failed");
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            Ended = true;
        }
    }

    private sealed class LogLines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IReadOnlyCollection<string> Lines => _lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
