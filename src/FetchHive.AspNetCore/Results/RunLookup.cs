using System;
using System.Buffers;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;

namespace FetchHive.AspNetCore;

/// <summary>
/// Looks up a run at the service, for the callers that wait for it, if its callback doesn't arrive. It is off unless
/// <see cref="FetchHiveCallbackOptions.LookUpAfter"/> is set. The pauses double. The number of look-ups per wait and the number of
/// concurrent look-ups are bounded.
/// </summary>
internal sealed partial class RunLookup(
    LiveSettings settings,
    LocalRuns started,
    ICallbackRunStore runs,
    Func<string?, FetchHiveClient?> clientOf,
    TimeProvider time,
    ILoggerFactory loggers)
{
    private const int MaxLookups = 20;
    private const int MaxAtOnce = 4;

    private static readonly TimeSpan MaxPause = TimeSpan.FromMinutes(10);

    // One limit for the whole process, because thousands may wait.
    private static readonly SemaphoreSlim Room = new(MaxAtOnce);

    private readonly ILogger _logger = loggers.CreateLogger(CallbackLog.Category);

    public bool IsOn => settings.Current.LookUpAfter is not null;

    /// <summary>Looks the run up until it has ended.</summary>
    /// <returns>The callback that corresponds to the run's record; null after the last look-up, or if look-ups aren't possible.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<WorkflowCallback<T>?> WaitAsync<T>(
        CallbackContract<T> contract, string requestId, CancellationToken cancellationToken)
    {
        if (settings.Current.LookUpAfter is not { } pause)
        {
            return null;
        }

        for (int count = 0; count < MaxLookups; count++)
        {
            await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
            if (await ClientOfAsync(contract.Deployment, requestId, cancellationToken).ConfigureAwait(false) is not { } client)
            {
                NoClient(_logger, CallbackLog.Quote(requestId), contract.Deployment);
                return null;
            }

            if (await LookAsync(client, requestId, cancellationToken).ConfigureAwait(false) is { } record
                && CallbackOf(contract, record) is { } callback)
            {
                Found(_logger, CallbackLog.Quote(requestId), contract.Deployment);
                return callback;
            }

            pause = pause >= MaxPause / 2 ? (pause > MaxPause ? pause : MaxPause) : pause * 2;
        }

        return null;
    }

    // The client logs the failure itself, and a later look-up may succeed.
    private static async Task<RequestRecord?> LookAsync(FetchHiveClient client, string requestId, CancellationToken cancellationToken)
    {
        await Room.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await client.GetRequestAsync(requestId, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is FetchHiveException or ArgumentException)
        {
            return null;
        }
        finally
        {
            Room.Release();
        }
    }

    private async ValueTask<FetchHiveClient?> ClientOfAsync(string deployment, string requestId, CancellationToken cancellationToken)
    {
        if (started.Find(deployment, requestId) is { } start)
        {
            return clientOf(start.Workspace);
        }

        try
        {
            RememberedRun? run = await runs.FindAsync(CallbackKeys.Run(deployment, requestId), cancellationToken).ConfigureAwait(false);
            return clientOf(run?.Workspace);
        }
#pragma warning disable CA1031 // The store may be the application's own and throw anything. The wait for the callback goes on without it.
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return clientOf(null);
        }
    }

    /// <summary>
    /// Converts a record to the callback that the service would have sent for its run. Assumption: the place of the output isn't
    /// documented, so it is only taken from where the settings say. If a record doesn't have it there, the wait goes on.
    /// </summary>
    private WorkflowCallback<T>? CallbackOf<T>(CallbackContract<T> contract, RequestRecord record)
    {
        if (record.Status is not { } status || status == RunStatus.Running || status == RunStatus.Queued)
        {
            return null;
        }

        bool isCompleted = status == RunStatus.Completed;
        if (isCompleted && !HasOutput(record))
        {
            NoOutput(_logger, CallbackLog.Quote(record.RequestId), contract.Deployment);
            return null;
        }

        try
        {
            return contract.Read(Body(record, status, isCompleted));
        }
        catch (FetchHiveResponseException)
        {
            // The status doesn't say that the run has ended.
            return null;
        }
    }

    private bool HasOutput(RequestRecord record)
    {
        if (record.Data is not { } data || settings.Current.LookUpDataIsOutput)
        {
            return record.Data is not null;
        }

        try
        {
            return data.ValueKind == JsonValueKind.Object && data.TryGetProperty("output", out _);
        }
        catch (InvalidOperationException)
        {
            // A name contains half a surrogate pair.
            return false;
        }
    }

    private ReadOnlySpan<byte> Body(RequestRecord record, RunStatus status, bool isCompleted)
    {
        ArrayBufferWriter<byte> bytes = new();
        using Utf8JsonWriter writer = new(bytes, new JsonWriterOptions { MaxDepth = 0 });
        writer.WriteStartObject();
        writer.WriteString("request_id", record.RequestId);
        writer.WriteString("run_status", status.ToString());
        if (!isCompleted && record.Message is { } message)
        {
            writer.WriteString("error", message);
        }

        if (record.Data is { } data)
        {
            writer.WritePropertyName(settings.Current.LookUpDataIsOutput && isCompleted ? "output" : "data");
            writer.WriteRawValue(data.GetRawText(), skipInputValidation: true);
        }

        writer.WriteEndObject();
        writer.Flush();
        return bytes.WrittenSpan;
    }

    [LoggerMessage(
        60,
        LogLevel.Warning,
        "The callback of the run {RequestId} of deployment {Deployment} did not arrive, but the run has ended, so its result was looked "
        + "up. Callers that wait get it; the endpoint's handler doesn't. Look at the run's delivery attempts in the dashboard.")]
    private static partial void Found(ILogger logger, string requestId, string deployment);

    [LoggerMessage(
        61,
        LogLevel.Warning,
        "The run {RequestId} of deployment {Deployment} has completed, but its record has no output in the expected place. If the "
        + "record's data is the output itself, set FetchHiveCallbackOptions.LookUpDataIsOutput to true.")]
    private static partial void NoOutput(ILogger logger, string requestId, string deployment);

    [LoggerMessage(
        62,
        LogLevel.Warning,
        "The run {RequestId} of deployment {Deployment} can't be looked up, as no client of its workspace is registered. Register it with "
        + "AddFetchHive, or leave FetchHiveCallbackOptions.LookUpAfter unset.")]
    private static partial void NoClient(ILogger logger, string requestId, string deployment);
}
