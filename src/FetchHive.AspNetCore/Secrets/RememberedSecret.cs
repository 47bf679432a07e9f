using System;
using System.Diagnostics.CodeAnalysis;

namespace FetchHive.AspNetCore;

/// <summary>A secret that came with a start, and the workspace whose client started the run. What stores keep is its text.</summary>
internal sealed class RememberedSecret(string? workspace, string secret)
{
    /// <summary>The name of the workspace; null for the default one, and for clients made by hand.</summary>
    public string? Workspace { get; } = workspace;

    public string Secret { get; } = secret;

    [return: NotNullIfNotNull(nameof(text))]
    public static RememberedSecret? Parse(string? text)
    {
        if (text is null)
        {
            return null;
        }

        int space = text.IndexOf(' ', StringComparison.Ordinal);
        string? workspace = space <= 0 ? null : Uri.UnescapeDataString(text[..space]);
        return new RememberedSecret(workspace, text[(space + 1)..]);
    }

    public string ToText() => $"{(Workspace is null ? string.Empty : Uri.EscapeDataString(Workspace))} {Secret}";

    /// <summary>Whose it is, never the secret.</summary>
    public override string ToString() => Workspace is null ? "the default workspace" : $"the workspace '{Workspace}'";
}
