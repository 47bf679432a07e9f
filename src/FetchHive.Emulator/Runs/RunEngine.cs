using System;
using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Emulator.Deployments;
using FetchHive.Emulator.Requests;

namespace FetchHive.Emulator.Runs;

/// <summary>
/// Starts runs. A run belongs to the emulator and not to the request that started it: it goes on when the caller hangs up, and ends when
/// the emulator does.
/// </summary>
internal sealed class RunEngine : IDisposable
{
    private readonly CancellationTokenSource _lifetime = new();
    private readonly CancellationToken _stopping;
    private readonly SemaphoreSlim? _slots;
    private readonly RunLog _log;
    private readonly TimeProvider _time;

    public RunEngine(int? maxConcurrentRuns, int maxRecordedRuns, TimeProvider time)
    {
        _log = new RunLog(maxRecordedRuns);
        _time = time;
        _slots = maxConcurrentRuns is { } count ? new SemaphoreSlim(count) : null;

        // Kept apart from its source, which a late request may find disposed of.
        _stopping = _lifetime.Token;
    }

    /// <summary>Starts a run, or queues it when too many are under way and its result is delivered by callback.</summary>
    /// <returns>The run; null for a direct one that is too many.</returns>
    public EmulatedRun? Start(Deployment deployment, InvokeRequest request)
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

        // The function may change what it is given; what the test reads back as received must stay as it came.
        JsonObject inputs = request.Inputs is { } sent ? (JsonObject)sent.DeepClone() : [];

        // On the pool: a function that blocks must neither hold back the answer to a callback run nor the server's shutdown.
        RunTimes times = new(_time);
        bool isQueued = !turn.IsCompleted;
        Task<RunOutcome> outcome = Task.Run(() => RunInTurnAsync(turn, deployment, inputs, times), CancellationToken.None);
        EmulatedRun run = new(RequestIds.New(), deployment, request.CallbackUrl, request.Metadata, outcome, times, isQueued);
        _log.Add(run);
        return run;
    }

    /// <summary>The run with this id; null when there is none, or when it is too long ago.</summary>
    public EmulatedRun? Find(string requestId) => _log.Find(requestId);

    /// <summary>Waits for a run's end, or for the emulator's: a function that ignores its token holds up nobody.</summary>
    /// <exception cref="OperationCanceledException">The emulator stops.</exception>
    public async Task<RunOutcome> WaitAsync(EmulatedRun run)
    {
        RunOutcome outcome = await run.Outcome.WaitAsync(_stopping).ConfigureAwait(false);
        return outcome is RunOutcome.Abandoned ? throw new OperationCanceledException(_stopping) : outcome;
    }

    public void Stop() => _lifetime.Cancel();

    public void Dispose() => _lifetime.Dispose();

    private async Task<RunOutcome> RunInTurnAsync(Task turn, Deployment deployment, JsonObject inputs, RunTimes times)
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
            return await RunAsync(deployment, inputs, _stopping).ConfigureAwait(false);
        }
        finally
        {
            times.End();
            _slots?.Release();
        }
    }

    private static async Task<RunOutcome> RunAsync(Deployment deployment, JsonObject inputs, CancellationToken lifetime)
    {
        try
        {
            return new RunOutcome.Completed(ToJson(await deployment.Function(inputs, lifetime).ConfigureAwait(false)));
        }
        catch (EmulatedRunFailureException failure)
        {
            return new RunOutcome.Failed(failure.Message, failure.ErrorCode);
        }
        catch (OperationCanceledException) when (lifetime.IsCancellationRequested)
        {
            return new RunOutcome.Abandoned();
        }
#pragma warning disable CA1031 // Anything may come out of a test's function; whatever it is, it is reported to the caller.
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
