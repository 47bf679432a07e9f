using System.Reflection;

namespace FetchHive.Generators.Rules;

/// <summary>
/// Builds the addresses of the rules' pages. They only exist if the build knows the project's public address (build/Version.props).
/// </summary>
internal static class HelpLinks
{
    /// <summary>The project's public address, from the build; empty if it has none.</summary>
    public static string ProjectUrl { get; } = ReadProjectUrl();

    /// <summary>The address of a rule's page; <see langword="null"/> if the project has no public address.</summary>
    public static string? For(string id) => For(ProjectUrl, id);

    /// <summary>The address of a rule's page, given the project's address.</summary>
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
