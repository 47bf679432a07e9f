namespace FetchHive.Generators.Text;

/// <summary>The name of an interface.</summary>
internal static class InterfaceName
{
    /// <summary>What is named after an interface: <c>Brief</c> of <c>IBrief</c>, and <c>Iceberg</c> of itself.</summary>
    public static string WithoutPrefix(string name) =>
        name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]) ? name.Substring(1) : name;
}
