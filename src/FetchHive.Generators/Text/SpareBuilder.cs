using System;
using System.Text;

namespace FetchHive.Generators.Text;

/// <summary>One builder for each thread, for the hundred short texts of an interface.</summary>
internal static class SpareBuilder
{
    private const int MostKept = 4096;

    [ThreadStatic]
    private static StringBuilder? _spare;

    /// <summary>An empty builder. Who takes another meanwhile gets a new one.</summary>
    public static StringBuilder Take()
    {
        StringBuilder builder = _spare ?? new StringBuilder(256);
        _spare = null;
        return builder;
    }

    /// <summary>The text; the builder must not be used any more.</summary>
    public static string Finish(this StringBuilder builder)
    {
        string text = builder.ToString();
        if (builder.Capacity <= MostKept)
        {
            _spare = builder.Clear();
        }

        return text;
    }
}
