using System;
using System.Threading.Tasks;
using FetchHive.Emulator.Responses;
using Microsoft.AspNetCore.Http;

namespace FetchHive.Emulator.Callbacks;

/// <summary>The response to a call with callback delivery, in step with the callback.</summary>
internal sealed class AcceptedResponse(EmulatorResponse answer, PendingCallback callback) : EmulatorResponse
{
    internal override string? ErrorText => answer.ErrorText;

    internal override EmulatorResponse Delivered(Delivery delivery) => new AcceptedResponse(answer.Delivered(delivery), callback);

    internal override async Task SendAsync(HttpContext context, Action<int> answering)
    {
        try
        {
            await callback.WaitForCallbackAsync(context.RequestAborted).ConfigureAwait(false);
            await answer.SendAsync(context, answering).ConfigureAwait(false);
        }
        finally
        {
            // Also when the caller hung up: the run goes on.
            callback.Answered();
        }
    }
}
