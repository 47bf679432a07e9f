namespace FetchHive;

/// <summary>The deployment that a journal's calls went to, and its address.</summary>
internal sealed record JournalDeployment(string BaseAddress, string Deployment, string Variant)
{
    public override string ToString() =>
        $"deployment '{OutsideText.Quote(Deployment)}', variant '{OutsideText.Quote(Variant)}', at {OutsideText.Quote(BaseAddress)}";
}
