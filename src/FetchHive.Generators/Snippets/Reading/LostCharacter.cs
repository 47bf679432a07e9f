using System;

namespace FetchHive.Generators.Snippets.Reading;

/// <summary>Finds the traces of bytes that aren't UTF-8.</summary>
internal static class LostCharacter
{
    public static SnippetProblem? Find(string file)
    {
        int lost = file.IndexOfAny(['\uFFFD', '\0']);
        return lost < 0 ? null : new SnippetProblem(
            SnippetProblemKind.Unreadable, new SnippetSpan(lost, 1), file[lost] == '\0' ? Complaints.Zero : Complaints.NotUtf8);
    }
}
