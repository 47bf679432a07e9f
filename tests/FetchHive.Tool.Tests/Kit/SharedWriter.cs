using System.IO;
using System.Text;

namespace FetchHive.Tool.Tests.Kit;

/// <summary>A text that can be read while other threads write it. Lines end with LF.</summary>
/// <param name="copy">Another writer that gets the same text.</param>
internal sealed class SharedWriter(SharedWriter? copy = null) : TextWriter
{
    private readonly StringBuilder _text = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        lock (_text)
        {
            _text.Append(value);
        }

        copy?.Write(value);
    }

    public override void Write(string? value)
    {
        lock (_text)
        {
            _text.Append(value);
        }

        copy?.Write(value);
    }

    public override string ToString()
    {
        lock (_text)
        {
            return _text.ToString().ReplaceLineEndings("\n");
        }
    }
}
