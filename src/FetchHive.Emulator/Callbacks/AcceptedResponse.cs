using System;
using System.Threading.Tasks;
using FetchHive.Emulator.Responses;
using Microsoft.AspNetCore.Http;

namespace FetchHive.Emulator.Callbacks;

/// <summary>The response to a call with callback delivery. It and the callback wait for each other.</summary>
internal sealed class AcceptedResponse(EmulatorResponse response, PendingCallback callback) : EmulatorResponse
{
    internal override string? ErrorText => response.ErrorText;

    internal override EmulatorResponse Transferred(Transfer transfer) => new AcceptedResponse(response.Transferred(transfer), callback);

    internal override async Task SendAsync(HttpContext context, Action<int> answering)
    {
        try
        {
            await callback.WaitForCallbackAsync(context.RequestAborted).ConfigureAwait(false);
            await response.SendAsync(context, answering).ConfigureAwait(false);
        }
        finally
        {
            // Even if the caller hung up: the run goes on.
            callback.Answered();
        }
    }
}
