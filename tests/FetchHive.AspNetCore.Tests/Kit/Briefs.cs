using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.AspNetCore.Tests.Kit;

[FetchHiveDeployment("research-brief", "production")]
public partial interface IResearchBrief
{
    Task<AcceptedRun<string>> StartAsync(string topic, [CallbackUrl] Uri callbackUrl, CancellationToken cancellationToken = default);
}

[FetchHiveDeployment("profile", "production")]
public partial interface IProfiles
{
    Task<AcceptedRun<Profile>> StartAsync(string company, [CallbackUrl] Uri callbackUrl, CancellationToken cancellationToken = default);
}

[FetchHiveDeployment("summary", "production")]
public partial interface ISummaries
{
    Task<AcceptedRun<string>> StartAsync(string text, [CallbackUrl] Uri callbackUrl, CancellationToken cancellationToken = default);
}

public sealed record Profile(string Name, int Employees, IReadOnlyList<string> Tags);
