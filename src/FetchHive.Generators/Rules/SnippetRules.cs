using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Rules;

/// <summary>FH5xxx: snippets, and what doesn't fit them.</summary>
internal static class SnippetRules
{
    public static readonly DiagnosticDescriptor Unreadable = Rule.Error(
        "FH5001", Rule.Snippets, "The snippet can't be read",
        "'{0}' can't be read: {1}");

    /// <summary>A warning where it only looks like a secret.</summary>
    public static readonly DiagnosticDescriptor Secret = Rule.Error(
        "FH5009", Rule.Snippets, "The snippet holds a key or a secret",
        "'{0}' holds {1}, which everyone who can read the repository can use: replace it at the service, and write a placeholder here");
}
