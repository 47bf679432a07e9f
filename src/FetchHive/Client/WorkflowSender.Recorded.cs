using System;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;

namespace FetchHive;

// Calls inside a batch.
internal sealed partial class WorkflowSender
{
    private static Task<AcceptedRun<T>> RefuseStartAsync<T>(CallRecorder recorder, WorkflowRequest request)
    {
        request.Release();
        return Task.FromException<AcceptedRun<T>>(recorder.RefuseStart());
    }

    // Nothing is sent for a recorded response, so it skips slots, observers and telemetry.
    private async Task<T> RecordedAsync<T, TResult>(
        CallRecorder recorder, WorkflowRequest request, TResult result, CancellationToken cancellationToken)
        where TResult : struct, ICallResult<T>
    {
        CallContext call = new(request.Deployment, _settings);
        byte[]? recorded;
        try
        {
            if (cancellationToken.IsCancellationRequested)
            {
                throw CallFailures.CancelledBefore(call, cancellationToken);
            }

            recorded = recorder.Begin(_settings.BaseAddress, request.Deployment, JsonSlice.Member(request.Body, "inputs"u8));
        }
        catch (Exception)
        {
            request.Release();
            throw;
        }

        if (recorded is not null)
        {
            request.Release();
            return Read<T, TResult>(new ReceivedResponse(response: null, recorded, recorded.Length), call, result);
        }

        request.Recorder = recorder;
        try
        {
            T value = await SendAsync<T, TResult>(request, result, cancellationToken).ConfigureAwait(false);
            recorder.End(failure: null);
            return value;
        }
        catch (Exception exception)
        {
            recorder.End(exception);
            throw;
        }
    }

    private static T Read<T, TResult>(in ReceivedResponse response, CallContext call, TResult result)
        where TResult : struct, ICallResult<T>
    {
        try
        {
            return result.Read(response, call);
        }
        catch (Exception exception) when (exception is not FetchHiveException)
        {
            throw ResponseFailures.Unreadable(call, exception);
        }
    }
}
