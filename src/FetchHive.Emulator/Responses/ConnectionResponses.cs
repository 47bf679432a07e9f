using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace FetchHive.Emulator.Responses;

/// <summary>The connection ends, and there is no response.</summary>
internal sealed class NoResponse(ConnectionEnd end, bool readsRequest) : EmulatorResponse
{
    internal override bool ReadsRequest => readsRequest;

    internal override Task SendAsync(HttpContext context, Action<int> answering) => Wire.Of(context).EndAsync(end);
}

/// <summary>The connection stays open, and there is no response.</summary>
internal sealed class NeverResponse(bool readsRequest) : EmulatorResponse
{
    internal override bool ReadsRequest => readsRequest;

    internal override Task SendAsync(HttpContext context, Action<int> answering) => Wire.Of(context).UntilAbandonedAsync();
}

/// <summary>Stands for the response that the emulator would send without a script.</summary>
internal sealed class RegularResponse : EmulatorResponse
{
    internal override bool IsRegular => true;

    internal override Task SendAsync(HttpContext context, Action<int> answering) =>
        throw new InvalidOperationException("The regular response is decided by the endpoint.");
}
