using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace FetchHive.Emulator.Responses;

/// <summary>A response, and how it is delivered.</summary>
internal sealed class DeliveredResponse(EmulatorResponse answer, Delivery delivery) : EmulatorResponse
{
    internal override bool IsRegular => answer.IsRegular;

    internal override bool ReadsRequest => answer.ReadsRequest;

    internal override string? ErrorText => answer.ErrorText;

    internal override Delivery Delivery => delivery;

    internal override EmulatorResponse Inner => answer;

    internal override EmulatorResponse InPlaceOfRegular(EmulatorResponse regular) => regular.Delivered(delivery);

    internal override async Task SendAsync(HttpContext context, Action<int> answering)
    {
        if (delivery.Before is not null)
        {
            await delivery.Before(context.RequestAborted).ConfigureAwait(false);
        }

        if (delivery.IsLost)
        {
            await Wire.Of(context).EndAsync(delivery.End!.Value).ConfigureAwait(false);
            return;
        }

        if (answer is not WholeResponse whole)
        {
            await answer.SendAsync(context, answering).ConfigureAwait(false);
            return;
        }

        Rendered rendered = whole.Render(context.Request);
        rendered = rendered with { Headers = [.. rendered.Headers, .. delivery.Headers] };
        if (delivery.IsWhole)
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
        ReadOnlyMemory<byte> rest = rendered.Body[..Math.Min(delivery.StopsAfter ?? int.MaxValue, rendered.Body.Length)];
        while (!rest.IsEmpty)
        {
            int length = Math.Min(delivery.PieceLength ?? rest.Length, rest.Length);
            await wire.SendAsync(rest[..length]).ConfigureAwait(false);
            rest = rest[length..];
            if (delivery.Between is not null && !rest.IsEmpty)
            {
                await delivery.Between(context.RequestAborted).ConfigureAwait(false);
            }
        }

        if (delivery.StopsAfter is not null && delivery.End is null)
        {
            await wire.UntilAbandonedAsync().ConfigureAwait(false);
        }
        else
        {
            await wire.EndAsync(delivery.End ?? ConnectionEnd.Close).ConfigureAwait(false);
        }
    }

    private sealed class FixedResponse(Rendered rendered) : WholeResponse
    {
        public override Rendered Render(HttpRequest request) => rendered;
    }
}
