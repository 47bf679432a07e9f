using System.Collections.Generic;

using FetchHive.Generators.Snippets;

namespace FetchHive.Generators.Analyzers.Snippets;

/// <summary>Finds snippets of one deployment and variant that differ in their inputs. The sample values may differ.</summary>
internal static class DifferingSnippets
{
    /// <summary>How a snippet differs from one with an earlier path; <see langword="null"/> if it doesn't.</summary>
    /// <param name="file">The snippet.</param>
    /// <param name="all">All snippets of its deployment, in the order of their paths.</param>
    public static SnippetContradiction? Find(IndexedFile file, IReadOnlyList<IndexedFile> all)
    {
        foreach (IndexedFile other in all)
        {
            if (other == file)
            {
                return null;
            }

            foreach (SnippetName variant in file.File.Snippet!.Variants)
            {
                if (other.File.Snippet!.Has(variant.Value)
                    && (Difference(file, other) ?? Difference(other, file)) is { } difference)
                {
                    return new SnippetContradiction(other, variant, difference);
                }
            }
        }

        return null;
    }

    private static string? Difference(IndexedFile one, IndexedFile other)
    {
        if (one.File.Snippet!.Inputs is not { } inputs || other.File.Snippet!.Inputs is null)
        {
            return null;
        }

        SnippetInputs known = new(other);
        foreach (SnippetProperty input in inputs.Properties)
        {
            if (!known.IsKnown(input.Name))
            {
                return $"the input '{input.Name}'";
            }

            bool isOther = known.Find(input.Name) is { } same && same.Value.Kind != input.Value.Kind
                && same.Value.Kind != SnippetKind.Null && input.Value.Kind != SnippetKind.Null;
            if (isOther)
            {
                return $"the kind of '{input.Name}'";
            }
        }

        return null;
    }
}

/// <summary>A snippet that differs from another one of the same deployment.</summary>
/// <param name="Other">The other snippet.</param>
/// <param name="Variant">The variant that both describe.</param>
/// <param name="Difference">What differs, described for a message.</param>
internal sealed record SnippetContradiction(IndexedFile Other, SnippetName Variant, string Difference);
