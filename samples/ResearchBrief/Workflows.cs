using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using FetchHive;

namespace ResearchBrief;

/// <summary>A workflow whose output is text.</summary>
[FetchHiveDeployment("research-brief", "production")]
public partial interface IResearchBrief
{
    /// <summary>Writes a brief on a topic, with an eye on some companies.</summary>
    Task<string> RunAsync(
        string topic,
        IReadOnlyList<Company> companies,
        int? maxWords = null,
        [Metadata] CallerInfo? caller = null,
        CancellationToken cancellationToken = default);
}

/// <summary>A workflow whose output is JSON, read as a type.</summary>
[FetchHiveDeployment("company-profile", "production")]
public partial interface ICompanyProfile
{
    /// <summary>Looks a company up and lists its strengths and weaknesses.</summary>
    Task<WorkflowRun<Profile>> RunAsync(Company company, IReadOnlyList<Aspect> aspects, CancellationToken cancellationToken = default);
}

/// <summary>A company, as it is sent: <c>{"name": …, "website": …}</c>.</summary>
public sealed record Company(string Name, Uri Website);

/// <summary>Who the brief is for. Sent as flat metadata, one key for each property.</summary>
public sealed record CallerInfo(string CustomerId, string Plan, bool Trial, int InvoiceCount, string? Region);

/// <summary>What to look at; sent as text.</summary>
public enum Aspect
{
    /// <summary>What it sells.</summary>
    Product,

    /// <summary>Who uses it.</summary>
    Market,
}

/// <summary>The output.</summary>
public sealed record Profile(string Name, string Summary, IReadOnlyList<Finding> Findings, DateOnly? Founded);

/// <summary>One finding of a profile.</summary>
public sealed record Finding(Aspect Aspect, string Text, double Confidence);
