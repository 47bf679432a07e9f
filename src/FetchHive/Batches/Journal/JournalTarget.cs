namespace FetchHive;

/// <summary>What a journal's calls went to.</summary>
internal sealed record JournalTarget(string BaseAddress, string Deployment, string Variant)
{
    public override string ToString() =>
        $"deployment '{OutsideText.Quote(Deployment)}', variant '{OutsideText.Quote(Variant)}', at {OutsideText.Quote(BaseAddress)}";
}
