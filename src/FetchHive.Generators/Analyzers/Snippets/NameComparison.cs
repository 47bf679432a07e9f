using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;

using FetchHive.Generators.Findings;
using FetchHive.Generators.Rules;
using FetchHive.Generators.Snippets;
using FetchHive.Generators.Text;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Analyzers.Snippets;

/// <summary>Finds the intended name if no snippet has a deployment or its variant.</summary>
/// <param name="index">The project's snippets.</param>
/// <param name="cancellationToken">Cancels the comparison.</param>
internal sealed class NameComparison(SnippetIndex index, CancellationToken cancellationToken)
{
    /// <summary>What to report about names that no snippet has; <see langword="null"/> if there is nothing to report.</summary>
    public NameDifference? Compare(string deployment, string variant)
    {
        IReadOnlyList<IndexedFile> all = index.Snippets(cancellationToken);
        IReadOnlyList<IndexedFile> own = index.Find(deployment, cancellationToken);
        if (all.Count == 0 || HasUnreadable())
        {
            return null;
        }

        if (own.Count > 0)
        {
            List<SnippetName> variants = [];
            Dictionary<string, IndexedFile> files = [];
            foreach (IndexedFile file in own)
            {
                foreach (SnippetName name in file.File.Snippet!.Variants)
                {
                    variants.Add(name);
                    files[name.Value] = file;
                }
            }

            return Near("variant", variant, variants, files)
                ?? new NameDifference(SnippetRules.NoSnippet, IsVariant: true, own[0], Span: null, Nothing,
                ["variant", variant, deployment + "." + variant]);
        }

        List<SnippetName> deployments = [];
        Dictionary<string, IndexedFile> owners = [];
        foreach (IndexedFile file in all)
        {
            deployments.Add(file.File.Snippet!.Deployment);
            owners[file.File.Snippet.Deployment.Value] = file;
        }

        return Near("deployment", deployment, deployments, owners)
            ?? new NameDifference(SnippetRules.NoSnippet, IsVariant: false, Snippet: null, Span: null, Nothing,
            ["deployment", deployment, deployment]);
    }

    /// <summary>
    /// Whether an unreadable snippet may be the missing one. Another diagnostic at that snippet reports why it can't be read.
    /// </summary>
    private bool HasUnreadable()
    {
        foreach (IndexedFile file in index.Files(cancellationToken))
        {
            if (file is { Name.Kind: SnippetFileKind.Snippet, File.Snippet: null })
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableDictionary<string, string?> Nothing => ImmutableDictionary<string, string?>.Empty;

    private static NameDifference? Near(string what, string name, List<SnippetName> known, Dictionary<string, IndexedFile> files)
    {
        List<string> names = [];
        foreach (SnippetName candidate in known)
        {
            names.Add(candidate.Value);
        }

        if (NearNames.Find(name, names) is not { } near)
        {
            return null;
        }

        return new NameDifference(
            SnippetRules.NearName,
            what == "variant",
            files[near],
            known[names.IndexOf(near)].Span,
            Nothing.Add(FindingProperties.Near, near),
            [what, name, files[near].Name.Name, near]);
    }
}

/// <summary>A report about the name of a deployment or a variant.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="IsVariant">Whether it is about the variant.</param>
/// <param name="Snippet">The snippet with a similar name; <see langword="null"/> for none.</param>
/// <param name="Span">The position of the name in the snippet.</param>
/// <param name="Properties">The properties for a fix.</param>
/// <param name="Arguments">The message's arguments.</param>
internal sealed record NameDifference(
    DiagnosticDescriptor Rule, bool IsVariant, IndexedFile? Snippet, SnippetSpan? Span, ImmutableDictionary<string, string?> Properties,
    string[] Arguments);
