using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Architecture.Tests;

/// <summary>Lines of code and prose have at most 140 columns, as .editorconfig says, so that two windows fit side by side.</summary>
public partial class LineTests
{
    private const int Columns = 140;

    [Fact]
    public void Lines_of_code_have_at_most_140_columns()
    {
        List<string> found = [];
        foreach (string file in Files(".cs").Where(file => File.ReadLines(file).Any(IsLong)))
        {
            // The lines of a multi-line literal are data: a source that a test compiles, or a response of the service.
            SourceText source = SourceText.From(File.ReadAllText(file));
            SyntaxTree tree = CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken);
            HashSet<int> data = [.. Texts(tree).SelectMany(node => Lines(source, node.Span))];
            found.AddRange(source.Lines
                .Where(line => IsLong(line.ToString()) && !data.Contains(line.LineNumber))
                .Select(line => Place(file, line.LineNumber)));
        }

        Assert.True(found.Count == 0, $"Lines of more than {Columns} columns:\n{string.Join('\n', found)}");
    }

    [Fact]
    public void Lines_of_prose_have_at_most_140_columns()
    {
        List<string> found = [];
        foreach (string file in Files(".md"))
        {
            bool isPrinted = false;
            foreach ((int number, string line) in File.ReadLines(file).Index())
            {
                string text = line.TrimStart();
                isPrinted ^= text.StartsWith("```", StringComparison.Ordinal);

                // Tables, quoted messages and compiler output can't be wrapped; nor can code and links in a sentence.
                if (!isPrinted && text.Length > 0 && text[0] is not ('|' or '>') && IsLong(Unbreakable().Replace(line, "`")))
                {
                    found.Add(Place(file, number));
                }
            }
        }

        Assert.True(found.Count == 0, $"Lines of more than {Columns} columns:\n{string.Join('\n', found)}");
    }

    [Fact]
    public void Lines_of_project_files_scripts_and_pages_have_at_most_140_columns()
    {
        IEnumerable<string> found =
            from file in Repository.FilesIn(Repository.Root).Concat(Repository.FilesIn(Path.Combine(Repository.Root, ".ci")))
            where Path.GetExtension(file) is ".csproj" or ".proj" or ".props" or ".targets" or ".slnx" or ".config" or ".yml"
                or ".js" or ".css" or ".html" or ""
            from line in File.ReadLines(file).Index()
            where IsLong(line.Item)
            select Place(file, line.Index);

        Assert.True(!found.Any(), $"Lines of more than {Columns} columns:\n{string.Join('\n', found)}");
    }

    private static IEnumerable<string> Files(string extension) =>
        Repository.FilesIn(Repository.Root).Where(file => Path.GetExtension(file) == extension);

    private static bool IsLong(string line) => line.Length > Columns;

    private static IEnumerable<SyntaxNode> Texts(SyntaxTree tree) => tree
        .GetRoot(TestContext.Current.CancellationToken)
        .DescendantNodes()
        .Where(node => node is InterpolatedStringExpressionSyntax || node.IsKind(SyntaxKind.StringLiteralExpression));

    // The lines of a span, if it has several.
    private static IEnumerable<int> Lines(SourceText source, TextSpan span)
    {
        LinePositionSpan lines = source.Lines.GetLinePositionSpan(span);
        int count = lines.End.Line - lines.Start.Line;
        return count == 0 ? [] : Enumerable.Range(lines.Start.Line, count + 1);
    }

    private static string Place(string file, int line) => $"{Repository.RelativePath(file)}({line + 1})";

    [GeneratedRegex(@"`[^`]*`|\[[^\]]*\]\([^)]*\)")]
    private static partial Regex Unbreakable();
}
