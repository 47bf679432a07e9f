using FetchHive;

Console.WriteLine(string.Join(", ", Directory.GetFiles(AppContext.BaseDirectory, "*.fetchhive.*", SearchOption.AllDirectories)
    .Select(path => Path.GetRelativePath(AppContext.BaseDirectory, path).Replace('\\', '/')).Order(StringComparer.Ordinal)));

/// <summary>The deployment of the snippet.</summary>
[FetchHiveDeployment("research-brief", "production")]
public partial interface IResearchBrief
{
    /// <summary>Writes a brief.</summary>
    Task<string> RunAsync(string topic, CancellationToken cancellationToken = default);
}
