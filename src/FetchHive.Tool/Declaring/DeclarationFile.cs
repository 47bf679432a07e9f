using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using FetchHive.Generators.Declaring;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Snippets;
using FetchHive.Tool.Snippets;

namespace FetchHive.Tool.Declaring;

/// <summary>Joins the pieces of a declaration into a file.</summary>
internal static class DeclarationFile
{
    /// <summary>Writes the file. Lines end in LF.</summary>
    /// <param name="snippet">The deployment.</param>
    /// <param name="outputs">The samples of its outputs.</param>
    /// <param name="name">The interface's name; derived from the deployment's name when <see langword="null"/>.</param>
    /// <param name="containingNamespace">The namespace; none when <see langword="null"/>.</param>
    /// <param name="isInternal">Whether the interface and its types are internal.</param>
    public static string Write(
        SnippetOnDisk snippet, IReadOnlyList<OutputSample> outputs, string? name, string? containingNamespace, bool isInternal)
    {
        SortedSet<string> namespaces = new(UsingOrder.Instance) { "FetchHive" };
        string access = isInternal ? "internal" : "public";
        DeclarationOptions options = new()
        {
            Interface = name ?? "I" + CSharpNames.Pascal(snippet.Deployment, JsonNames.SnakeCase),
            Access = access,
            NameOf = (from, type) =>
            {
                namespaces.Add(from);
                return type;
            },
        };
        DeclarationText text = DeclarationWriter.Write(snippet.Snippet, snippet.Header, outputs, options);

        StringBuilder body = new();
        body.Append(text.Summary).Append('\n')
            .Append("[FetchHiveDeployment(").Append(CSharpNames.Literal(text.Deployment)).Append(", ")
            .Append(CSharpNames.Literal(snippet.Variant)).Append(")]\n")
            .Append(access).Append(" partial interface ").Append(CSharpNames.Escape(options.Interface)).Append("\n{\n")
            .AppendJoin("\n\n", text.Methods.Select(Indented)).Append("\n}\n");
        foreach (string type in text.Types)
        {
            body.Append('\n').Append(type.TrimEnd('\n')).Append('\n');
        }

        string usings = string.Concat(namespaces.Select(used => $"using {used};\n"));
        return usings + "\n" + (containingNamespace is null ? "" : $"namespace {containingNamespace};\n\n") + body;
    }

    private static string Indented(string lines) =>
        string.Join('\n', lines.Split('\n').Select(line => line.Length == 0 ? line : "    " + line));

    /// <summary>System comes first, by convention.</summary>
    private sealed class UsingOrder : IComparer<string>
    {
        public static readonly UsingOrder Instance = new();

        public int Compare(string? x, string? y) => IsSystem(x) != IsSystem(y) ? (IsSystem(x) ? -1 : 1) : string.CompareOrdinal(x, y);

        private static bool IsSystem(string? name) =>
            name == "System" || (name?.StartsWith("System.", StringComparison.Ordinal) ?? false);
    }
}
