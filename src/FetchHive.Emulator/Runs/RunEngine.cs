using System;
using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Emulator.Deployments;
using FetchHive.Emulator.Faults;
using FetchHive.Emulator.Hosting;
using FetchHive.Emulator.Requests;

namespace FetchHive.Emulator.Runs;

/// <summary>
/// Starts runs. A run belongs to the emulator, not to the request that started it: it goes on when the caller hangs up, and ends with the
/// emulator.
/// </summary>
internal sealed class RunEngine : IDisposable
{
    private readonly CancellationTokenSource _lifetime = new();
    private readonly CancellationToken _stopping;
    private readonly SemaphoreSlim? _slots;
    private readonly RecentRuns _log;
    private readonly TimeProvider _time;
    private readonly Action<RecordedRun>? _ended;

    public RunEngine(int? maxConcurrentRuns, int maxRecordedRuns, TimeProvider time, Action<RecordedRun>? ended = null)
    {
        _log = new RecentRuns(maxRecordedRuns);
        _time = time;
        _ended = ended;
        _slots = maxConcurrentRuns is { } count ? new SemaphoreSlim(count) : null;

        // Kept apart from its source: a late request may find the source disposed.
        _stopping = _lifetime.Token;
    }

    /// <summary>Starts a run, or queues it if too many are under way and its output goes to a callback URL.</summary>
    /// <returns>The run; null for a direct run beyond the limit.</returns>
    public EmulatedRun? Start(Deployment deployment, InvokeRequest request, PickedFault fault)
    {
        Task turn = Task.CompletedTask;
        if (_slots is not null && !_slots.Wait(0, CancellationToken.None))
        {
            if (request.CallbackUrl is null)
            {
                return null;
            }

            turn = _slots.WaitAsync(_stopping);
        }

        // The function may change its argument. The received inputs that the test reads must not change.
        JsonObject inputs = request.Inputs is { } sent ? (JsonObject)sent.DeepClone() : [];

        RunTimes times = new(_time);
        bool isQueued = !turn.IsCompleted;

        // A run that isn't queued begins its delay here, before the response is sent: a test that has the response may advance the clock.
        Task? delay = isQueued ? null : DelayAsync(fault);
        Func<Task<JsonNode?>> work = async () =>
        {
            await (delay ?? DelayAsync(fault)).ConfigureAwait(false);
            return fault.Kind is EmulatorFaultKinds.FailedRun
                ? throw new EmulatedRunFailureException("The emulator made this run fail by chance: its faults are switched on.")
                : await deployment.Function(inputs, _stopping).ConfigureAwait(false);
        };

        // On the thread pool: a blocking function must hold up neither the response to a start nor the server's shutdown.
        Task<RunOutcome> outcome = Task.Run(() => RunInTurnAsync(turn, deployment, work, times), CancellationToken.None);
        EmulatedRun run = new(
            RequestIds.New(), deployment, request.CallbackUrl, request.Inputs, request.Metadata, outcome, times, isQueued, fault.Kind);
        _log.Add(run);
        if (_ended is not null)
        {
            _ = NotifyAsync(run, _ended);
        }

        return run;
    }

    /// <summary>The newest runs, in the order in which they were requested.</summary>
    public EmulatedRun[] Snapshot() => _log.Snapshot();

    /// <summary>The run with this id; null when there is none, or when it was dropped as too old.</summary>
    public EmulatedRun? Find(string requestId) => _log.Find(requestId);

    /// <summary>Waits for the end of a run or of the emulator: a function that ignores its token doesn't hold up the wait.</summary>
    /// <exception cref="OperationCanceledException">The emulator is stopping.</exception>
    public async Task<RunOutcome> WaitAsync(EmulatedRun run)
    {
        RunOutcome outcome = await run.Outcome.WaitAsync(_stopping).ConfigureAwait(false);
        return outcome is RunOutcome.Abandoned ? throw new OperationCanceledException(_stopping) : outcome;
    }

    public void Stop() => _lifetime.Cancel();

    public void Dispose() => _lifetime.Dispose();

    private Task DelayAsync(PickedFault fault) =>
        fault.Delay > TimeSpan.Zero ? Task.Delay(fault.Delay, _time, _stopping) : Task.CompletedTask;

    private static async Task NotifyAsync(EmulatedRun run, Action<RecordedRun> ended)
    {
        await run.Outcome.ConfigureAwait(false);
        Listeners.Notify(ended, new RecordedRun(run));
    }

    private async Task<RunOutcome> RunInTurnAsync(Task turn, Deployment deployment, Func<Task<JsonNode?>> work, RunTimes times)
    {
        try
        {
            await turn.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return new RunOutcome.Abandoned();
        }

        try
        {
            times.Start();
            return await RunAsync(deployment, work, _stopping).ConfigureAwait(false);
        }
        finally
        {
            times.End();
            _slots?.Release();
        }
    }

    private static async Task<RunOutcome> RunAsync(Deployment deployment, Func<Task<JsonNode?>> work, CancellationToken lifetime)
    {
        try
        {
            return new RunOutcome.Completed(ToJson(await work().ConfigureAwait(false)));
        }
        catch (EmulatedRunFailureException failure)
        {
            return new RunOutcome.Failed(failure.Message, failure.ErrorCode);
        }
        catch (OperationCanceledException) when (lifetime.IsCancellationRequested)
        {
            return new RunOutcome.Abandoned();
        }
#pragma warning disable CA1031 // A test's function may throw anything. It is reported to the caller.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new RunOutcome.Broken(
                $"The function given to Returns for \"{deployment.Name}\"/\"{deployment.Variant}\" threw {exception.GetType().Name}: "
                + $"{exception.Message} " +
                $"Correct it, or throw {nameof(EmulatedRunFailureException)} to make the run fail.");
        }
    }

    private static ReadOnlyMemory<byte> ToJson(JsonNode? output)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            if (output is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                output.WriteTo(writer);
            }
        }

        return bytes.WrittenMemory;
    }
}
