using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FetchHive.AspNetCore;

/// <content>Handles a verified callback once, and keeps its result.</content>
internal sealed partial class CallbackReceiver
{
    // The pattern of the endpoint that the request was routed to. Patterns are the same in all instances.
    private static string EndpointOf(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? string.Empty;

    private async Task<int> HandleAsync<T>(
        HttpContext context,
        CallbackContract<T> contract,
        Func<HttpContext, WorkflowCallback<T>, CancellationToken, Task>? handler,
        WorkflowCallback<T> callback,
        string? workspace,
        ReadOnlyMemory<byte> body,
        CallbackObservation? observation)
    {
        string id = CallbackLog.Quote(callback.RequestId);
        bool isCompleted = callback is not FailedWorkflowCallback<T>;
        try
        {
            DeliveryOutcome delivery = await once.RunAsync(
                CallbackKeys.Event(contract.Deployment, callback.RequestId, isCompleted, EndpointOf(context)),
                () => DeliverAsync(context, contract, handler, callback, workspace, body),
                exception => LogFailure(contract.Deployment, id, exception),
                context.RequestAborted).ConfigureAwait(false);
            observation?.Ended(delivery);
            switch (delivery)
            {
                case DeliveryOutcome.Handled:
                    Handled(_logger, contract.Deployment, id, callback.Status);
                    started.Received(contract.Deployment, callback.RequestId);
                    return StatusCodes.Status200OK;
                case DeliveryOutcome.Duplicate:
                    Duplicate(_logger, contract.Deployment, id, callback.Status);
                    return StatusCodes.Status200OK;
                case DeliveryOutcome.Busy:
                    Busy(_logger, contract.Deployment, id);
                    return StatusCodes.Status503ServiceUnavailable;
                case DeliveryOutcome.NotKept:
                    return StatusCodes.Status503ServiceUnavailable;
                default:
                    return StatusCodes.Status500InternalServerError;
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The sender hung up while this delivery waited for another. Nobody reads the status.
            return StatusCodes.Status503ServiceUnavailable;
        }
#pragma warning disable CA1031 // Without the event store nothing is handled. The sender may try again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            NoEvents(_logger, contract.Deployment, id, exception);
            return StatusCodes.Status503ServiceUnavailable;
        }
    }

    private async Task<DeliveryOutcome> DeliverAsync<T>(
        HttpContext context,
        CallbackContract<T> contract,
        Func<HttpContext, WorkflowCallback<T>, CancellationToken, Task>? handler,
        WorkflowCallback<T> callback,
        string? workspace,
        ReadOnlyMemory<byte> body)
    {
        CallbackSettings current = settings.Current;
        using HandlerLifetime lifetime = new(context, application);
        if (callback is UnreadableWorkflowCallback<T> unreadable)
        {
            FetchHiveResponseException exception = unreadable.Exception;
            string path = CallbackLog.Path(exception.JsonPath);
            OutputUnreadable(_logger, contract.Deployment, CallbackLog.Quote(callback.RequestId), path, exception.Expected);
        }

        if (current.KeepResults)
        {
            // Before the handler runs, so that a wait for the result doesn't take as long as the handler.
            try
            {
                string run = CallbackKeys.Run(contract.Deployment, callback.RequestId);
                await results.KeepAsync(run, body, current.ResultRetention, lifetime.Token).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // Whatever is thrown here comes from the store, not from the handler.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                NotKept(_logger, contract.Deployment, CallbackLog.Quote(callback.RequestId), exception);
                return DeliveryOutcome.NotKept;
            }
        }
        else if (handler is null)
        {
            NobodyToTakeIt(_logger, contract.Deployment, CallbackLog.Quote(callback.RequestId));
            return DeliveryOutcome.Failed;
        }

        if (handler is not null)
        {
            context.RequestServices.GetRequiredService<CallbackRequest>().Set(context.Request.RouteValues, workspace);
            await handler(context, callback, lifetime.Token).ConfigureAwait(false);
        }

        return DeliveryOutcome.Handled;
    }

    private void LogFailure(string deployment, string requestId, Exception exception)
    {
        if (exception is FetchHiveRunFailedException)
        {
            OutputOfFailedRun(_logger, deployment, requestId, CallbackLog.WithoutMessages(exception));
        }
        else if (exception is FetchHiveResponseException)
        {
            OutputReadDespiteError(_logger, deployment, requestId, CallbackLog.WithoutMessages(exception));
        }
        else if (CallbackLog.QuotesTheService(exception))
        {
            HandlerFailedOnResponse(_logger, deployment, requestId, CallbackLog.WithoutMessages(exception));
        }
        else
        {
            HandlerFailed(_logger, deployment, requestId, exception);
        }
    }
}
