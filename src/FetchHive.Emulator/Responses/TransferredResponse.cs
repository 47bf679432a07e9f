using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace FetchHive.Emulator.Responses;

/// <summary>A response with its own transfer.</summary>
internal sealed class TransferredResponse(EmulatorResponse response, Transfer transfer) : EmulatorResponse
{
    internal override bool IsRegular => response.IsRegular;

    internal override bool ReadsRequest => response.ReadsRequest;

    internal override string? ErrorText => response.ErrorText;

    internal override Transfer Transfer => transfer;

    internal override EmulatorResponse Inner => response;

    internal override EmulatorResponse InPlaceOfRegular(EmulatorResponse regular) => regular.Transferred(transfer);

    internal override async Task SendAsync(HttpContext context, Action<int> answering)
    {
        if (transfer.Before is not null)
        {
            await transfer.Before(context.RequestAborted).ConfigureAwait(false);
        }

        if (transfer.IsLost)
        {
            await Wire.Of(context).EndAsync(transfer.End!.Value).ConfigureAwait(false);
            return;
        }

        if (response is not WholeResponse whole)
        {
            await response.SendAsync(context, answering).ConfigureAwait(false);
            return;
        }

        Rendered rendered = whole.Render(context.Request);
        rendered = rendered with { Headers = [.. rendered.Headers, .. transfer.Headers] };
        if (transfer.IsWhole)
        {
            await new FixedResponse(rendered).SendAsync(context, answering).ConfigureAwait(false);
        }
        else
        {
            answering(rendered.StatusCode);
            await SendInPartAsync(context, rendered).ConfigureAwait(false);
        }
    }

    private async Task SendInPartAsync(HttpContext context, Rendered rendered)
    {
        Wire wire = Wire.Of(context);
        await wire.SendHeadAsync(rendered, rendered.Body.Length).ConfigureAwait(false);
        ReadOnlyMemory<byte> rest = rendered.Body[..Math.Min(transfer.StopsAfter ?? int.MaxValue, rendered.Body.Length)];
        while (!rest.IsEmpty)
        {
            int length = Math.Min(transfer.PieceLength ?? rest.Length, rest.Length);
            await wire.SendAsync(rest[..length]).ConfigureAwait(false);
            rest = rest[length..];
            if (transfer.Between is not null && !rest.IsEmpty)
            {
                await transfer.Between(context.RequestAborted).ConfigureAwait(false);
            }
        }

        if (transfer.StopsAfter is not null && transfer.End is null)
        {
            await wire.UntilAbandonedAsync().ConfigureAwait(false);
        }
        else
        {
            await wire.EndAsync(transfer.End ?? ConnectionEnd.Close).ConfigureAwait(false);
        }
    }

    private sealed class FixedResponse(Rendered rendered) : WholeResponse
    {
        public override Rendered Render(HttpRequest request) => rendered;
    }
}
