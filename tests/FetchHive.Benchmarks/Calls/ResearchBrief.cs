using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.Benchmarks.Calls;

/// <summary>The measured deployment.</summary>
[FetchHiveDeployment("research-brief", "production")]
public partial interface IResearchBrief
{
    Task<string> RunAsync(string topic, IReadOnlyList<Company> companies, int maxWords, [Metadata] Caller caller,
        CancellationToken cancellationToken = default);

    Task<Report> ReportAsync(string topic, CancellationToken cancellationToken = default);
}

public sealed record Company(string Name, string Website);

public sealed record Caller(string CustomerId, string Plan, bool Trial, int InvoiceCount, string? Region);

public sealed record Report(string Title, string Summary, IReadOnlyList<Section> Sections, DateTimeOffset WrittenAt);

public sealed record Section(string Heading, string Text, int Words, double Confidence, IReadOnlyList<string> Sources);
