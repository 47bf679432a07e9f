using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading;

using FetchHive.Generators.Snippets;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.Analyzers.Snippets;

/// <summary>
/// The snippets of one compilation, in the order of their paths. They are read on first use. All analyzers of a compilation receive the
/// same options object, through which they share the index.
/// </summary>
internal sealed class SnippetIndex
{
    private static readonly IReadOnlyList<IndexedFile> None = Array.Empty<IndexedFile>();

    private static readonly ConditionalWeakTable<AnalyzerOptions, SnippetIndex> Shared = new();

    private readonly ImmutableArray<AdditionalText> _files;
    private Content? _content;

    private SnippetIndex(ImmutableArray<AdditionalText> files) => _files = files;

    /// <summary>The index of a project's files; <see langword="null"/> if they include no snippet and no sample.</summary>
    public static SnippetIndex? Of(AnalyzerOptions options) => HasOurs(options.AdditionalFiles)
        ? Shared.GetValue(options, static options => new SnippetIndex(options.AdditionalFiles))
        : null;

    private static bool HasOurs(ImmutableArray<AdditionalText> files)
    {
        foreach (AdditionalText file in files)
        {
            if (SnippetFileName.IsOurs(file.Path))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>All files, including unreadable ones.</summary>
    public IReadOnlyList<IndexedFile> Files(CancellationToken cancellationToken) => Read(cancellationToken).Files;

    /// <summary>The snippets that could be read, each with its samples.</summary>
    public IReadOnlyList<IndexedFile> Snippets(CancellationToken cancellationToken) => Read(cancellationToken).Snippets;

    /// <summary>The snippets of a deployment, of any variant.</summary>
    public IReadOnlyList<IndexedFile> Find(string deployment, CancellationToken cancellationToken) =>
        Read(cancellationToken).ByDeployment.TryGetValue(deployment, out List<IndexedFile>? found) ? found : None;

    /// <summary>The snippet or sample with a file's path; <see langword="null"/> for any other file.</summary>
    public IndexedFile? Find(AdditionalText file, CancellationToken cancellationToken) =>
        SnippetFileName.IsOurs(file.Path) && Read(cancellationToken).ByPath.TryGetValue(file.Path, out IndexedFile? found) ? found : null;

    /// <summary>Whether a sample of outputs belongs to a snippet, readable or not.</summary>
    public bool HasSnippet(IndexedFile output, CancellationToken cancellationToken) =>
        Read(cancellationToken).Stems.ContainsKey(output.Name.Stem);

    private Content Read(CancellationToken cancellationToken)
    {
        // On first use, several threads may read at the same time. They get equal results, and each text is parsed once.
        if (Volatile.Read(ref _content) is { } known)
        {
            return known;
        }

        Content content = new();
        foreach (AdditionalText file in _files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (SnippetFileName.IsOurs(file.Path) && !content.ByPath.ContainsKey(file.Path) && file.GetText(cancellationToken) is { } text)
            {
                content.Add(file.Path, SnippetTexts.Of(text));
            }
        }

        content.Complete();
        return Interlocked.CompareExchange(ref _content, content, null) ?? content;
    }

    private sealed class Content
    {
        public List<IndexedFile> Files { get; } = [];

        public List<IndexedFile> Snippets { get; } = [];

        public Dictionary<string, IndexedFile> ByPath { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, List<IndexedFile>> ByDeployment { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, IndexedFile> Stems { get; } = new(StringComparer.Ordinal);

        public void Add(string path, SourceText text)
        {
            SnippetFileName name = SnippetFileName.Of(path);
            IndexedFile file = new() { Path = path, Name = name, Text = text, File = SnippetCache.Read(name.Kind, text) };
            Files.Add(file);
            ByPath.Add(path, file);
            if (name.Kind == SnippetFileKind.Snippet)
            {
                Stems[name.Stem] = file;
            }
        }

        public void Complete()
        {
            Files.Sort(static (one, other) =>
                string.CompareOrdinal(one.Name.Stem, other.Name.Stem) is var order and not 0 ? order
                : one.Name.Order.CompareTo(other.Name.Order) is var place and not 0 ? place
                : string.CompareOrdinal(one.Path, other.Path));
            foreach (IndexedFile file in Files)
            {
                if (file.Name.Kind == SnippetFileKind.Output && Stems.TryGetValue(file.Name.Stem, out IndexedFile? owner))
                {
                    owner.Outputs.Add(file);
                }
                else if (file.File.Snippet is { } snippet)
                {
                    Snippets.Add(file);
                    Of(snippet.Deployment.Value).Add(file);
                }
            }
        }

        private List<IndexedFile> Of(string deployment)
        {
            if (!ByDeployment.TryGetValue(deployment, out List<IndexedFile>? files))
            {
                ByDeployment.Add(deployment, files = []);
            }

            return files;
        }
    }
}
