using System.Collections.Generic;

namespace FetchHive.Generators.Snippets;

/// <summary>A deployment as its snippet shows it.</summary>
internal sealed class Snippet
{
    public required SnippetName Deployment { get; init; }

    /// <summary>
    /// The variants that the snippet describes: first the body's, then those of <c># variants:</c>. Never empty, without duplicates.
    /// </summary>
    public required IReadOnlyList<SnippetName> Variants { get; init; }

    /// <summary>
    /// The Start inputs with their sample values. <see langword="null"/> if the snippet has no inputs: the property is missing, null, or an
    /// empty object.
    /// </summary>
    public SnippetValue? Inputs { get; init; }

    /// <summary>The metadata, an object of single values; <see langword="null"/> when there is none.</summary>
    public SnippetValue? Metadata { get; init; }

    /// <summary>The callback settings; <see langword="null"/> for a direct call.</summary>
    public SnippetCallback? Callback { get; init; }

    /// <summary>The caller's identifier; <see langword="null"/> when there is none.</summary>
    public SnippetName? User { get; init; }

    /// <summary>The whole request body, an object.</summary>
    public required SnippetValue Body { get; init; }

    /// <summary>Whether the snippet describes this variant.</summary>
    public bool Has(string variant)
    {
        foreach (SnippetName name in Variants)
        {
            if (name.Value == variant)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A name or another short text in the file.</summary>
/// <param name="Value">The text, without quotes and escapes.</param>
/// <param name="Span">The text's position, including its quotes if it has any.</param>
internal readonly record struct SnippetName(string Value, SnippetSpan Span);

/// <summary>The callback settings of a snippet with callback delivery.</summary>
/// <param name="NameSpan">The position of the property's name, <c>async</c>.</param>
/// <param name="IsEnabled">Whether the snippet's call starts a run with callback delivery.</param>
/// <param name="Url">The callback URL; <see langword="null"/> when there is none.</param>
internal sealed record SnippetCallback(SnippetSpan NameSpan, bool IsEnabled, SnippetName? Url);
