using System;
using System.Text;

namespace FetchHive;

internal static class Utf8
{
    /// <summary>Decodes UTF-8; what isn't UTF-8 becomes the replacement character.</summary>
    public static string GetString(ReadOnlySpan<byte> bytes)
    {
#if NETSTANDARD2_0
        return Encoding.UTF8.GetString(bytes.ToArray());
#else
        return Encoding.UTF8.GetString(bytes);
#endif
    }
}
