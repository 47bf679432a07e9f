namespace FetchHive.Generators.Text;

internal static class InterfaceName
{
    /// <summary>
    /// The stem for names derived from an interface: <c>Brief</c> for <c>IBrief</c>, and <c>Iceberg</c> for <c>Iceberg</c>.
    /// </summary>
    public static string WithoutPrefix(string name) =>
        name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]) ? name.Substring(1) : name;
}
