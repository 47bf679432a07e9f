namespace FetchHive.Generators.Declaring;

/// <summary>Writes names into doc comments.</summary>
internal static class Xml
{
    public static string Escape(string text) =>
        text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\r", " ").Replace("\n", " ");
}
