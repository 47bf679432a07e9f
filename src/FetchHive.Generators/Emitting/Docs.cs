using System.Text;

namespace FetchHive.Generators.Emitting;

/// <summary>The user's text inside documentation comments.</summary>
internal static class Docs
{
    /// <summary>The text as inline code, escaped, on one line.</summary>
    public static string Code(string text)
    {
        StringBuilder escaped = new StringBuilder().Append("<c>");
        for (int i = 0; i < text.Length; i++)
        {
            char letter = text[i];
            if (char.IsSurrogatePair(text, i))
            {
                escaped.Append(letter).Append(text[++i]);
                continue;
            }

            _ = letter switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                _ => escaped.Append(CanStand(letter) ? letter : ' '),
            };
        }

        return escaped.Append("</c>").ToString();
    }

    /// <summary>Whether XML allows the character, and it doesn't end a line.</summary>
    private static bool CanStand(char letter) =>
        !char.IsControl(letter) && !char.IsSurrogate(letter) && letter is not ('\u2028' or '\u2029' or '\uFFFE' or '\uFFFF');
}
