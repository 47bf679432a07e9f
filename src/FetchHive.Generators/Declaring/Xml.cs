namespace FetchHive.Generators.Declaring;

/// <summary>Escapes names for doc comments.</summary>
internal static class Xml
{
    public static string Escape(string text) =>
        text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\r", " ").Replace("\n", " ");
}
