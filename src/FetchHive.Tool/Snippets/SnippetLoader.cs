using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using FetchHive.Generators.Rules;
using FetchHive.Generators.Snippets;
using FetchHive.Tool.Files;
using FetchHive.Tool.Terminals;

namespace FetchHive.Tool.Snippets;

/// <summary>Reads a command's snippet.</summary>
internal static class SnippetLoader
{
    private const string End = ".fetchhive.sh";

    /// <summary>Reads a snippet.</summary>
    /// <param name="path">The file, with or without <c>.fetchhive.sh</c>.</param>
    /// <param name="variant">The variant that is called; the snippet's own when <see langword="null"/>.</param>
    /// <param name="terminal">Where warnings go.</param>
    /// <exception cref="CommandException">It doesn't exist, or can't be read.</exception>
    public static SnippetOnDisk Load(string path, string? variant, Terminal terminal)
    {
        string full = Find(path, terminal);
        string text = TextFiles.ReadStart(full, SnippetFile.MaxLength, terminal);
        SnippetFile file = SnippetFile.ReadSnippet(text);
        foreach (SnippetProblem problem in file.Problems.Where(problem => problem.Kind != SnippetProblemKind.Unreadable))
        {
            terminal.Say(LineOf(problem, full, text, terminal));
        }

        if (file.Snippet is not { } snippet)
        {
            SnippetProblem problem = file.Problems.First(problem => problem.Kind == SnippetProblemKind.Unreadable);
            throw new CommandException(LineOf(problem, full, text, terminal));
        }

        return new SnippetOnDisk
        {
            Path = full,
            Name = SnippetFileName.Of(full),
            Snippet = snippet,
            Header = file.Header,
            Variant = VariantOf(snippet, variant, full),
        };
    }

    /// <summary>Reads the samples of outputs beside a snippet, in their order.</summary>
    /// <exception cref="CommandException">One can't be read.</exception>
    public static List<OutputSample> LoadOutputs(SnippetOnDisk snippet, Terminal terminal)
    {
        List<OutputSample> outputs = [];
        foreach (string path in SnippetFiles.OutputsOf(snippet))
        {
            string text = TextFiles.ReadStart(path, SnippetFile.MaxLength, terminal);
            SnippetFile file = SnippetFile.ReadOutput(text);
            if (file.Output is null)
            {
                SnippetProblem problem = file.Problems.First(problem => problem.Kind == SnippetProblemKind.Unreadable);
                throw new CommandException(LineOf(problem, path, text, terminal));
            }

            outputs.Add(file.Output);
        }

        return outputs;
    }

    private static string Find(string path, Terminal terminal)
    {
        string full = terminal.FullPath(path);
        if (!full.EndsWith(End, StringComparison.OrdinalIgnoreCase) && File.Exists(full + End))
        {
            return full + End;
        }

        if (File.Exists(full))
        {
            return full;
        }

        string folder = Path.GetDirectoryName(full)!;
        IEnumerable<string> files = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*" + End) : [];
        string[] others = [.. files.Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
        throw new CommandException(
            $"There is no snippet {path}. "
            + (others.Length > 0
                ? $"The folder has {string.Join(", ", others)}."
                : SnippetFiles.HowToSave));
    }

    private static string VariantOf(Snippet snippet, string? variant, string path)
    {
        if (variant is null || snippet.Has(variant))
        {
            return variant ?? snippet.Variants[0].Value;
        }

        string known = string.Join(", ", snippet.Variants.Select(name => name.Value));
        throw new CommandException(
            $"{Path.GetFileName(path)} doesn't stand for a variant '{variant}'; it stands for {known}. "
            + $"If the variant takes the same inputs, add a line '# variants: {variant}' at its top.");
    }

    private static string LineOf(SnippetProblem problem, string path, string text, Terminal terminal)
    {
        SnippetPosition position = SnippetPosition.Of(text, problem.Span.Start);
        bool isUnreadable = problem.Kind == SnippetProblemKind.Unreadable;
        var rule = isUnreadable ? SnippetRules.Unreadable : SnippetRules.Secret;
        string message = string.Format(
            CultureInfo.InvariantCulture,
            rule.MessageFormat.ToString(CultureInfo.InvariantCulture),
            Path.GetFileName(path),
            problem.Message);

        // A command goes on despite a secret. The build and the check fail.
        return new Finding(path, position.Line, position.Column, isUnreadable, rule.Id, message).ToLine(terminal.ShownPath(path));
    }
}
