using System;
using System.IO;
using System.Text;
using System.Xml;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.Parsing;

/// <summary>
/// Reads a symbol's documentation as plain text. It is read from the source, because the compiler only parses it in projects with a
/// documentation file.
/// </summary>
internal static class Descriptions
{
    /// <summary>The description of a type, method, property, field or enum member; <see langword="null"/> for none.</summary>
    public static string? Of(ISymbol symbol) =>
        OfAttribute(symbol)
        ?? TextOf(symbol, "summary", name: null)
        ?? (symbol is IPropertySymbol { ContainingType: { } type } ? TextOf(type, "param", symbol.Name) : null);

    /// <summary>The description of a method's parameter; <see langword="null"/> for none.</summary>
    public static string? OfParameter(IMethodSymbol method, IParameterSymbol parameter) =>
        OfAttribute(parameter) ?? TextOf(method, "param", parameter.Name);

    private static string? OfAttribute(ISymbol symbol)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && type.Is(KnownTypes.DescriptionAttribute))
            {
                return attribute.StringArgument(0);
            }
        }

        return null;
    }

    private static string? TextOf(ISymbol symbol, string element, string? name)
    {
        if (symbol.DeclaringSyntaxReferences.IsEmpty)
        {
            return Find(symbol.GetDocumentationCommentXml() ?? "", element, name);
        }

        foreach (SyntaxReference reference in symbol.DeclaringSyntaxReferences)
        {
            if (Find(CommentOf(reference.GetSyntax()), element, name) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    private static string CommentOf(SyntaxNode declaration)
    {
        SyntaxNode node = declaration;
        while (node is VariableDeclaratorSyntax or VariableDeclarationSyntax && node.Parent is { } parent)
        {
            // The comment of a field precedes the whole declaration, not the variable.
            node = parent;
        }

        StringBuilder comment = new();
        foreach (SyntaxTrivia trivia in node.GetLeadingTrivia())
        {
            string text = trivia.ToFullString();
            if (text.TrimStart().StartsWith("///", StringComparison.Ordinal) || text.StartsWith("/**", StringComparison.Ordinal))
            {
                AddLines(comment, text);
            }
        }

        return comment.ToString();
    }

    private static void AddLines(StringBuilder comment, string text)
    {
        foreach (string whole in text.Split('\n'))
        {
            string line = whole.Trim();
            line = line.StartsWith("///", StringComparison.Ordinal) || line.StartsWith("/**", StringComparison.Ordinal) ? line.Substring(3)
                : line.StartsWith("*", StringComparison.Ordinal) && !line.StartsWith("*/", StringComparison.Ordinal) ? line.Substring(1)
                : line;
            comment.Append(line.EndsWith("*/", StringComparison.Ordinal) ? line.Substring(0, line.Length - 2) : line).Append('\n');
        }
    }

    /// <summary>
    /// The text of an element; <see langword="null"/> if it is missing or empty, or if the comment isn't valid XML (yet).
    /// </summary>
    private static string? Find(string xml, string element, string? name)
    {
        if (xml.IndexOf("<" + element, StringComparison.Ordinal) < 0)
        {
            return null;
        }

        try
        {
            using XmlReader reader = XmlReader.Create(
                new StringReader(xml),
                new XmlReaderSettings { ConformanceLevel = ConformanceLevel.Fragment, DtdProcessing = DtdProcessing.Prohibit });
            while (reader.Read())
            {
                bool isElement = reader.NodeType == XmlNodeType.Element && reader.Name == element;
                if (isElement && (name is null || reader.GetAttribute("name") == name))
                {
                    return PlainText(reader.ReadSubtree());
                }
            }
        }
        catch (XmlException)
        {
            // The compiler warns about it.
        }

        return null;
    }

    private static string? PlainText(XmlReader reader)
    {
        StringBuilder text = new();
        while (reader.Read())
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                text.Append(reader.Value);
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.IsEmptyElement)
            {
                string? target = reader.GetAttribute("langword")
                    ?? reader.GetAttribute("name")
                    ?? reader.GetAttribute("cref")
                    ?? reader.GetAttribute("href");
                text.Append(target is null ? " " : LastPart(target));
            }
        }

        return Collapse(text);
    }

    /// <summary>The simple name: <c>Website</c> for <c>P:Acme.Company.Website</c>.</summary>
    private static string LastPart(string reference)
    {
        if (reference.StartsWith("http", StringComparison.Ordinal))
        {
            return reference;
        }

        int end = reference.IndexOfAny(['(', '{']);
        string path = end < 0 ? reference : reference.Substring(0, end);
        return path.Substring(path.LastIndexOfAny(['.', ':']) + 1);
    }

    private static string? Collapse(StringBuilder text)
    {
        StringBuilder collapsed = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i]))
            {
                collapsed.Append(text[i]);
            }
            else if (collapsed.Length > 0 && collapsed[collapsed.Length - 1] != ' ')
            {
                collapsed.Append(' ');
            }
        }

        string result = collapsed.ToString().Trim();
        return result.Length == 0 ? null : result;
    }
}
