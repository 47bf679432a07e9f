using System.Reflection;

namespace FetchHive.Generators.Rules;

/// <summary>
/// The address of a rule's page. There is only one if the build knows the project's public address (build/Version.props).
/// </summary>
internal static class HelpLinks
{
    /// <summary>The project's public address as the build gave it; empty when it has none.</summary>
    public static string ProjectUrl { get; } = ReadProjectUrl();

    /// <summary>The address of a rule's page; <see langword="null"/> when the project has no public address.</summary>
    public static string? For(string id) => For(ProjectUrl, id);

    /// <summary>The address of a rule's page in the project at an address.</summary>
    public static string? For(string projectUrl, string id)
    {
        string address = projectUrl.Trim().TrimEnd('/');
        return address.Length == 0 ? null : $"{address}/blob/main/docs/rules/{id}.md";
    }

    private static string ReadProjectUrl()
    {
        foreach (AssemblyMetadataAttribute metadata in typeof(HelpLinks).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>())
        {
            if (metadata.Key == "FetchHiveProjectUrl")
            {
                return metadata.Value ?? "";
            }
        }

        return "";
    }
}
