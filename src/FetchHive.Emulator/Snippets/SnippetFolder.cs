using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text.Json;
using System.Text.Json.Nodes;
using FetchHive.Generators.Snippets;

namespace FetchHive.Emulator.Snippets;

/// <summary>Reads the snippets of a folder, or those that the build put beside the application.</summary>
internal static class SnippetFolder
{
    private const string Pattern = "*.fetchhive.*";

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The folder in which the package's build puts them.</summary>
    public static string Default => Path.Combine(AppContext.BaseDirectory, "fetchhive");

    /// <summary>
    /// Reads all snippets of a folder and the folders in it, in the order of their paths. Null means the folder beside the application.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no snippet.</exception>
    /// <exception cref="FormatException">Some can't be read.</exception>
    public static List<DeployedSnippet> ReadAll(string? folder)
    {
        List<string> paths = folder is null ? Find(Default) : FindInSources(folder);
        List<string> complaints = [];
        List<DeployedSnippet> snippets = [];
        foreach (string path in paths)
        {
            if (Read(path, complaints) is { } snippet)
            {
                snippets.Add(snippet);
            }
        }

        ThrowIfAny(complaints);
        return snippets.Count > 0 ? snippets : throw new InvalidOperationException(
            $"There is no snippet in {folder ?? Default}. Save the Code Snippet of a deployment as <name>.fetchhive.sh "
                + (folder is null ? "in a project that this one references, or in this one." : "there."));
    }

    /// <summary>Reads one snippet.</summary>
    /// <param name="path">Its full path, or the end of its path in the folder beside the application.</param>
    /// <exception cref="FileNotFoundException">No file matches, or several do.</exception>
    /// <exception cref="FormatException">It can't be read.</exception>
    public static DeployedSnippet ReadOne(string path)
    {
        string full = Path.IsPathFullyQualified(path) ? path : Find(Default, path);
        if (!File.Exists(full))
        {
            throw new FileNotFoundException($"The snippet {full} doesn't exist.", full);
        }

        List<string> complaints = [];
        DeployedSnippet? snippet = Read(full, complaints);
        ThrowIfAny(complaints);
        return snippet!;
    }

    // No folder is skipped, whatever its name is: the build created them, some with names from people's projects.
    private static List<string> Find(string folder)
    {
        List<string> paths = Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, Pattern, SearchOption.AllDirectories)]
            : [];
        paths.Sort(StringComparer.Ordinal);
        return paths.FindAll(IsSnippet);
    }

    private static List<string> FindInSources(string folder)
    {
        string full = Path.GetFullPath(folder);
        return Directory.Exists(full)
            ? SourceFolder.Files(full, Pattern).FindAll(IsSnippet)
            : throw new DirectoryNotFoundException($"The folder {full} doesn't exist.");
    }

    private static bool IsSnippet(string path) => SnippetFileName.Of(path).Kind == SnippetFileKind.Snippet;

    private static string Find(string folder, string end)
    {
        string suffix = Path.DirectorySeparatorChar + end.Replace('/', Path.DirectorySeparatorChar);
        List<string> all = Find(folder);
        List<string> found = all.FindAll(path => path.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
        return found.Count switch
        {
            1 => found[0],
            0 => throw new FileNotFoundException(
                $"There is no snippet '{end}' in {folder}; {(all.Count == 0 ? "it has none" : "it has " + string.Join(", ", all))}.", end),
            _ => throw new FileNotFoundException(
                $"Several snippets end in '{end}': {string.Join(", ", found)}. Give more of the path.", end),
        };
    }

    private static DeployedSnippet? Read(string path, List<string> complaints)
    {
        SnippetFile file = ReadFile(path, complaints);
        SnippetFileName name = SnippetFileName.Of(path);
        List<DeployedOutput> outputs = [];
        foreach (string output in name.SamplesAmong(Directory.EnumerateFiles(Path.GetDirectoryName(path)!, Pattern)))
        {
            if (ReadFile(output, complaints).Output is { } sample)
            {
                JsonNode? node = sample.Output is { } value ? JsonNode.Parse(value.Json, documentOptions: Lenient) : null;
                outputs.Add(new DeployedOutput(node, sample.Error, sample.ErrorCode));
            }
        }

        return file.Snippet is not { } snippet ? null : new DeployedSnippet
        {
            Path = path,
            Name = name,
            Snippet = snippet,
            Header = file.Header,
            Outputs = outputs,
        };
    }

    private static SnippetFile ReadFile(string path, List<string> complaints)
    {
        SnippetFileKind kind = SnippetFileName.Of(path).Kind;

        // A character has at most four bytes.
        bool isTooLong = new FileInfo(path).Length > 4L * SnippetFile.MaxLength;
        string text = isTooLong ? "" : File.ReadAllText(path);
        SnippetFile file = isTooLong ? SnippetFile.TooLong(kind) : SnippetFile.Read(kind, text);

        foreach (SnippetProblem problem in file.Problems)
        {
            if (problem.Kind == SnippetProblemKind.Unreadable)
            {
                SnippetPosition position = SnippetPosition.Of(text, problem.Span.Start);
                complaints.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{path}({position.Line},{position.Column}): '{Path.GetFileName(path)}' can't be read: {problem.Message}"));
            }
        }

        return file;
    }

    private static void ThrowIfAny(List<string> complaints)
    {
        if (complaints.Count > 0)
        {
            throw new FormatException(string.Join(Environment.NewLine, complaints));
        }
    }
}
