namespace FetchHive;

/// <summary>
/// What is known of a run whose answer or callback can't be read as promised. It goes into the exception, so that nothing is lost.
/// </summary>
internal readonly record struct KnownRun(string? RequestId, RunStatus? Status = null, string? OutputText = null)
{
    public static KnownRun Of(in Envelope envelope) => new(
        JsonSlice.TryGetString(envelope.RequestId, out string id) && id.Length > 0 ? id : null,
        JsonSlice.TryGetString(envelope.RunStatus, out string status) && status.Length > 0 ? new RunStatus(status) : null,
        JsonSlice.Whole(envelope.Output));
}
