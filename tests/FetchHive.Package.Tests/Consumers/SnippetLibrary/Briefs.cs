using FetchHive;

namespace SnippetLibrary;

[FetchHiveDeployment("research-brief", "production")]
public partial interface IResearchBrief
{
    Task<string> RunAsync(string topic, CancellationToken cancellationToken = default);
}
