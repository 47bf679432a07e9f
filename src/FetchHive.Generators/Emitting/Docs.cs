using System.Text;

namespace FetchHive.Generators.Emitting;

/// <summary>Text of the user's inside documentation comments.</summary>
internal static class Docs
{
    /// <summary>The text as inline code, escaped, on one line.</summary>
    public static string Code(string text)
    {
        StringBuilder escaped = new("<c>");
        foreach (char letter in text)
        {
            _ = letter switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                _ => escaped.Append(char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter),
            };
        }

        return escaped.Append("</c>").ToString();
    }
}
