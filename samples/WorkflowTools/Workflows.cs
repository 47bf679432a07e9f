using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using FetchHive;

namespace WorkflowTools;

/// <summary>A workflow that answers with text.</summary>
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

/// <summary>A workflow that answers with JSON.</summary>
[FetchHiveDeployment("company-profile", "production")]
public partial interface ICompanyProfile
{
    /// <summary>Looks a company up and says what speaks for and against it.</summary>
    /// <param name="company">The company.</param>
    /// <param name="aspects">What to look at; everything when it is left out.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    [AgentTool("look_up_company")]
    Task<Profile> RunAsync(Company company, IReadOnlyList<Aspect>? aspects = null, CancellationToken cancellationToken = default);
}

/// <summary>A company.</summary>
/// <param name="Name">Its name, as its own website writes it.</param>
/// <param name="Website">Its website's address; left out when it isn't known.</param>
public sealed record Company(string Name, Uri? Website = null);

/// <summary>An aspect of a company.</summary>
public enum Aspect
{
    /// <summary>What it sells.</summary>
    Product,

    /// <summary>Who uses it.</summary>
    Market,
}

/// <summary>What comes back.</summary>
public sealed record Profile(string Name, string Summary, IReadOnlyList<Finding> Findings);

/// <summary>One finding of a profile.</summary>
public sealed record Finding(Aspect Aspect, string Text, double Confidence);
