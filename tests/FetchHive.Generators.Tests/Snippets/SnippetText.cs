using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

using FetchHive.Generators.Snippets;

namespace FetchHive.Generators.Tests.Snippets;

/// <summary>A snippet file as one line of text, which the tables of cases compare.</summary>
internal static class SnippetText
{
    /// <summary>The snippet that was read, or the problems with line and column.</summary>
    public static string Of(string text)
    {
        SnippetFile file = SnippetFile.ReadSnippet(text);
        StringBuilder result = new();
        if (file.Snippet is { } snippet)
        {
            result.Append(snippet.Deployment.Value).Append('/').AppendJoin('+', snippet.Variants.Select(variant => variant.Value));
            result.Append('(').Append(snippet.Inputs is { } inputs ? Properties(SnippetShape.Of(inputs)) : "").Append(')');
            result.Append(snippet.Metadata is { } metadata ? $" metadata({Properties(SnippetShape.Of(metadata))})" : "");
            result.Append(snippet.Callback is { } callback ? $" async({callback.IsEnabled}, {callback.Url?.Value})" : "");
            result.Append(snippet.User is { } user ? $" user({user.Value})" : "");
        }

        string[] optional = [.. file.Header.Optional.Select(name => name.Value)];
        result.Append(optional.Length > 0 ? $" optional({string.Join(", ", optional)})" : "");
        foreach (SnippetProblem problem in file.Problems)
        {
            SnippetPosition position = SnippetPosition.Of(text, problem.Span.Start);
            result.Append(result.Length > 0 ? " " : "").Append(FormattableString.Invariant($"{position.Line}:{position.Column} "));
            result.Append(problem.Kind == SnippetProblemKind.Unreadable ? "" : $"{problem.Kind}: ").Append(problem.Message);
        }

        return result.ToString();
    }

    /// <summary>A shape as text: its kinds, with the contents of arrays and objects.</summary>
    public static string Shape(SnippetShape shape)
    {
        List<string> parts = [];
        foreach (SnippetKind kind in Enum.GetValues<SnippetKind>())
        {
            if (kind != SnippetKind.None && shape.Kinds.HasFlag(kind))
            {
                parts.Add(kind switch
                {
                    SnippetKind.Array => $"[{(shape.Item is { } item ? Shape(item) : "")}]",
                    SnippetKind.Object => $"{{{Properties(shape)}}}",
                    _ => kind.ToString().ToLowerInvariant(),
                });
            }
        }

        return string.Join('|', parts);
    }

    private static string Properties(SnippetShape shape) => string.Join(
        ", ", shape.Properties.Select(property => $"{property.Name}{(shape.IsInEach(property) ? "" : "?")}: {Shape(property.Shape)}"));
}
