using FetchHive;

namespace BriefService;

/// <summary>A workflow that takes too long to wait for in one call.</summary>
[FetchHiveDeployment("research-brief", "production")]
public partial interface IResearchBrief
{
    /// <summary>Starts a brief and returns at once; the result goes to the callback URL.</summary>
    Task<AcceptedRun<string>> StartAsync(string topic, [CallbackUrl] Uri callbackUrl, CancellationToken cancellationToken = default);
}
