using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using FetchHive;

namespace CallbackReceiver;

/// <summary>A workflow that takes too long to wait for in one call.</summary>
[FetchHiveDeployment("research-brief", "production")]
public partial interface IResearchBrief
{
    /// <summary>Starts a brief and returns at once; the result goes to the callback URL.</summary>
    Task<AcceptedRun<Brief>> StartAsync(string topic, [CallbackUrl] Uri callbackUrl, CancellationToken cancellationToken = default);
}

/// <summary>The output that the callback contains.</summary>
public sealed record Brief(string Title, string Summary, IReadOnlyList<Finding> Findings);

/// <summary>One finding of a brief.</summary>
public sealed record Finding(string Claim, double Confidence);
