using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Generators.Analyzers.Snippets;
using FetchHive.Generators.Snippets;
using FetchHive.Tool.Files;
using FetchHive.Tool.Snippets;
using FetchHive.Tool.Terminals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Tool.Checking;

/// <summary>
/// Checks the snippets of a folder: with the compiler's own analyzer, and with checks that need more than one project.
/// </summary>
internal static class FolderCheck
{
    /// <summary>
    /// The rule that only the tool has. Its number is among those of the snippet rules, so that a file can ignore it as well.
    /// </summary>
    public const string Undeclared = "FH5901";

    /// <summary>Checks a folder.</summary>
    /// <exception cref="CommandException">The folder doesn't exist or has no snippet, or a file can't be read.</exception>
    public static async Task<CheckResult> RunAsync(string folder, Terminal terminal, CancellationToken cancellationToken)
    {
        SnippetFiles.RequireFolder(folder, terminal);
        List<string> files = SnippetFiles.AllIn(folder, terminal);
        ImmutableArray<AdditionalText> ours =
        [
            .. files
                .Where(SnippetFileName.IsOurs)
                .Select(path => new SnippetAdditionalText(path, TextFiles.ReadStart(path, SnippetFile.MaxLength, terminal))),
        ];
        if (ours.IsEmpty)
        {
            throw new CommandException(
                $"There is no snippet in {terminal.ShownPath(folder)}. {SnippetFiles.HowToSave}");
        }

        AnalyzerOptions options = new(ours);
        List<Finding> findings = await AnalyzeAsync(options, cancellationToken).ConfigureAwait(false);
        SourceDeclarations declarations = SourceDeclarations.Read(files, cancellationToken);
        SnippetIndex index = SnippetIndex.Of(options)!;
        if (declarations.HasSources)
        {
            findings.AddRange(
                from file in index.Snippets(cancellationToken)
                where !declarations.Has(file.File.Snippet!) && !file.File.Header.Ignores(Undeclared)
                select Of(file, declarations));
        }

        findings.Sort(static (one, other) =>
            string.CompareOrdinal(one.Path, other.Path) is var path and not 0 ? path
            : one.Line != other.Line ? one.Line.CompareTo(other.Line)
            : one.Column != other.Column ? one.Column.CompareTo(other.Column)
            : string.CompareOrdinal(one.Rule, other.Rule));
        return new CheckResult(findings, index.Files(cancellationToken).Count(file => file.Name.Kind == SnippetFileKind.Snippet));
    }

    private static async Task<List<Finding>> AnalyzeAsync(AnalyzerOptions options, CancellationToken cancellationToken)
    {
        CompilationWithAnalyzers compilation = CSharpCompilation.Create("Check").WithAnalyzers([new SnippetAnalyzer()], options);
        return
        [
            .. (await compilation.GetAnalyzerDiagnosticsAsync(cancellationToken).ConfigureAwait(false)).Select(Of),
        ];
    }

    private static Finding Of(Diagnostic diagnostic)
    {
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        return new Finding(
            place.Path,
            place.StartLinePosition.Line + 1,
            place.StartLinePosition.Character + 1,
            diagnostic.Severity == DiagnosticSeverity.Error,
            diagnostic.Id,
            diagnostic.GetMessage(CultureInfo.InvariantCulture));
    }

    private static Finding Of(IndexedFile file, SourceDeclarations declarations)
    {
        Snippet snippet = file.File.Snippet!;
        LinePosition place = file.Text.Lines.GetLinePosition(snippet.Deployment.Span.Start);
        string near = declarations.VariantsOf(snippet.Deployment.Value) is { Length: > 0 } variants
            ? $"it is declared for {string.Join(", ", variants)}; declare it for '{snippet.Variants[0].Value}' too, or delete the snippet"
            : "declare it ('fetchhive declare' prints the declaration), or delete the snippet";
        return new Finding(
            file.Path,
            place.Line + 1,
            place.Character + 1,
            IsError: false,
            Undeclared,
            $"No C# in the folder declares '{snippet.Deployment.Value}', variant '{snippet.Variants[0].Value}': {near}");
    }
}

/// <summary>What a check found.</summary>
/// <param name="Findings">The findings, in the order of their places.</param>
/// <param name="Snippets">How many snippets there are.</param>
internal sealed record CheckResult(IReadOnlyList<Finding> Findings, int Snippets);
