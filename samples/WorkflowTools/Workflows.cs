using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using FetchHive;

namespace WorkflowTools;

/// <summary>A workflow whose output is text.</summary>
[FetchHiveDeployment("research-brief", "production")]
public partial interface IResearchBrief
{
    /// <summary>Writes a brief on a topic, with an eye on some companies. Takes about a minute and costs credits.</summary>
    /// <param name="topic">What the brief is about, in a few words.</param>
    /// <param name="companies">The companies to look at.</param>
    /// <param name="maxWords">The brief's greatest length in words.</param>
    /// <param name="customerId">Who pays: the application says so, not the model.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    [AgentTool]
    Task<string> RunAsync(
        string topic,
        IReadOnlyList<Company> companies,
        int maxWords = 200,
        [Metadata("customer_id")] string? customerId = null,
        CancellationToken cancellationToken = default);
}

/// <summary>A workflow whose output is JSON.</summary>
[FetchHiveDeployment("company-profile", "production")]
public partial interface ICompanyProfile
{
    /// <summary>Looks a company up and lists its strengths and weaknesses.</summary>
    /// <param name="company">The company.</param>
    /// <param name="aspects">What to look at; everything if it is left out.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    [AgentTool("look_up_company")]
    Task<Profile> RunAsync(Company company, IReadOnlyList<Aspect>? aspects = null, CancellationToken cancellationToken = default);
}

/// <summary>A company.</summary>
/// <param name="Name">Its name, as its own website writes it.</param>
/// <param name="Website">Its website's address; left out if it isn't known.</param>
public sealed record Company(string Name, Uri? Website = null);

/// <summary>An aspect of a company.</summary>
public enum Aspect
{
    /// <summary>What it sells.</summary>
    Product,

    /// <summary>Who uses it.</summary>
    Market,
}

/// <summary>The output.</summary>
public sealed record Profile(string Name, string Summary, IReadOnlyList<Finding> Findings);

/// <summary>One finding of a profile.</summary>
public sealed record Finding(Aspect Aspect, string Text, double Confidence);
