using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

using FetchHive.Generators.Snippets;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.CodeFixes;

/// <summary>A snippet, or a sample of outputs, among a project's additional files.</summary>
internal sealed class SnippetDocument
{
    private SnippetDocument(TextDocument document, SnippetFileName name, SnippetFile file)
    {
        Document = document;
        Name = name;
        File = file;
    }

    public TextDocument Document { get; }

    public SnippetFileName Name { get; }

    public SnippetFile File { get; }

    /// <summary>The current file; <see langword="null"/> if the project doesn't contain it (any more).</summary>
    public static async Task<SnippetDocument?> FindAsync(Project project, string? path, CancellationToken cancellationToken)
    {
        if (path is null || project.AdditionalDocuments
            .FirstOrDefault(document => (document.FilePath ?? document.Name) == path) is not { } found)
        {
            return null;
        }

        SnippetFileName name = SnippetFileName.Of(path);
        return new SnippetDocument(found, name, Read(name.Kind, await found.GetTextAsync(cancellationToken).ConfigureAwait(false)));
    }

    /// <summary>The snippet's samples of outputs, in their order.</summary>
    public async Task<IReadOnlyList<OutputSample>> OutputsAsync(CancellationToken cancellationToken)
    {
        List<(SnippetFileName Name, OutputSample Sample)> samples = [];
        foreach (TextDocument document in Document.Project.AdditionalDocuments)
        {
            SnippetFileName name = SnippetFileName.Of(document.FilePath ?? document.Name);
            if (name.IsSampleOf(Name)
                && Read(name.Kind, await document.GetTextAsync(cancellationToken).ConfigureAwait(false)).Output is { } sample)
            {
                samples.Add((name, sample));
            }
        }

        return [.. samples.OrderBy(sample => sample.Name.Order).ThenBy(sample => sample.Name.Name, StringComparer.Ordinal)
            .Select(sample => sample.Sample)];
    }

    private static SnippetFile Read(SnippetFileKind kind, SourceText text) =>
        text.Length > SnippetFile.MaxLength ? SnippetFile.TooLong(kind) : SnippetFile.Read(kind, text.ToString());
}
