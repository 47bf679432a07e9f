namespace FetchHive.Benchmarks.Programs;

/// <summary>The inputs that every program sends.</summary>
internal static class Inputs
{
    public const string ApiKey = "fhk_0123456789abcdef0123456789abcdef";
    public const string Topic = "State of enterprise AI in 2026";
    public const int MaxWords = 800;

    public static Company[] Companies() =>
    [
        new("Company number 0", "https://company-0.example"),
        new("Company number 1", "https://company-1.example"),
        new("Company number 2", "https://company-2.example"),
        new("Company number 3", "https://company-3.example"),
        new("Company number 4", "https://company-4.example"),
    ];

    public static Caller Caller() => new("cus_123", "enterprise", false, 42, "eu-west-1");
}

public sealed record Company(string Name, string Website);

public sealed record Caller(string CustomerId, string Plan, bool Trial, int InvoiceCount, string? Region);
