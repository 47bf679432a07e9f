using System;

namespace FetchHive;

/// <summary>
/// What is known about a run whose response or callback can't be read. It goes into the exception, so that nothing is lost.
/// </summary>
internal readonly record struct KnownRun(string? RequestId, RunStatus? Status = null, string? OutputText = null)
{
    public static KnownRun Of(in Envelope envelope) => Of(envelope.RequestId, envelope.RunStatus, envelope.Output);

    public static KnownRun Of(ReadOnlySpan<byte> requestId, ReadOnlySpan<byte> runStatus, ReadOnlySpan<byte> output) => new(
        JsonSlice.TryGetString(requestId, out string id) && id.Length > 0 ? id : null,
        JsonSlice.TryGetString(runStatus, out string status) && status.Length > 0 ? new RunStatus(status) : null,
        JsonSlice.TextOrJson(output));
}
