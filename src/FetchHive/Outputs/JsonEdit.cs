using System;
using System.Collections.Generic;

namespace FetchHive;

/// <summary>Replaces a piece of JSON with another.</summary>
internal readonly record struct JsonEdit(int Start, int Length, byte[] Replacement)
{
    /// <summary>Applies edits, which must be in the order of their positions.</summary>
    public static byte[] Apply(ReadOnlySpan<byte> json, List<JsonEdit> edits)
    {
        int length = json.Length;
        foreach (JsonEdit edit in edits)
        {
            length += edit.Replacement.Length - edit.Length;
        }

        byte[] edited = new byte[length];
        int from = 0;
        int to = 0;
        foreach (JsonEdit edit in edits)
        {
            json.Slice(from, edit.Start - from).CopyTo(edited.AsSpan(to));
            to += edit.Start - from;
            edit.Replacement.CopyTo(edited.AsSpan(to));
            to += edit.Replacement.Length;
            from = edit.Start + edit.Length;
        }

        json.Slice(from).CopyTo(edited.AsSpan(to));
        return edited;
    }
}
