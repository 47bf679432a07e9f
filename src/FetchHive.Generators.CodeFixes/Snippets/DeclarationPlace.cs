using System;
using System.Collections.Generic;
using System.Linq;

using FetchHive.Generators.Declaring;
using FetchHive.Generators.Parsing;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.CodeFixes;

/// <summary>
/// The place of an interface, where declarations are inserted as text: the names in scope, the names that are taken, and the indentation.
/// Parsed types without a using directive get an annotation, as in <see cref="TypeWriter"/>.
/// </summary>
internal sealed class DeclarationPlace
{
    private readonly SemanticModel _model;
    private readonly TypeDeclarationSyntax _interface;
    private readonly TypeWriter _types;
    private readonly Dictionary<string, string> _missing = new(StringComparer.Ordinal);

    public DeclarationPlace(Document document, SemanticModel model, TypeDeclarationSyntax node, INamedTypeSymbol type, string naming)
    {
        _model = model;
        _interface = node;
        _types = new TypeWriter(SyntaxGenerator.GetGenerator(document), model, node.SpanStart);
        Options = new DeclarationOptions
        {
            Interface = type.Name,
            Naming = naming,
            Access = SyntaxFacts.GetText(type.DeclaredAccessibility),
            HasNullable = model.GetNullableContext(node.SpanStart).AnnotationsEnabled(),
            HasRecords = LanguageVersionOf(node) >= LanguageVersion.CSharp9 && IsThere("System.Runtime.CompilerServices.IsExternalInit"),
            NameOf = NameOf,
            ParametersOf = ParametersOf,
            IsTaken = name => !model.LookupNamespacesAndTypes(node.SpanStart, name: name).IsEmpty,
        };
        EndOfLine = Lines.EndOfLine(node);
        Indentation = Lines.Indentation(node).ToString();
        Unit = UsesTabs(node) ? "\t" : "    ";
    }

    public DeclarationOptions Options { get; }

    public SyntaxTrivia EndOfLine { get; }

    /// <summary>The white space before the interface.</summary>
    public string Indentation { get; }

    /// <summary>One more level of indentation.</summary>
    public string Unit { get; }

    /// <summary>Parses a declaration with its comment, and indents it.</summary>
    /// <param name="text">The declaration. Its lines end in LF, and its content is indented by four spaces.</param>
    /// <param name="indentation">The white space before each line.</param>
    public MemberDeclarationSyntax Member(string text, string indentation) => Marked(
        SyntaxFactory.ParseMemberDeclaration(Lined(text, indentation), options: _interface.SyntaxTree.Options)!);

    /// <summary>Parses one parameter.</summary>
    public ParameterSyntax Parameter(string text) => Marked(SyntaxFactory.ParseParameterList($"({text})").Parameters[0]);

    /// <summary>Parses a type.</summary>
    public TypeSyntax Type(string text) => Marked(SyntaxFactory.ParseTypeName(text));

    /// <summary>Parses a comment that precedes the interface.</summary>
    public SyntaxTriviaList Comment(string text) => SyntaxFactory.ParseLeadingTrivia(text + EndOfLine);

    private string Lined(string text, string indentation)
    {
        IEnumerable<string> lines = text.Split('\n').Select(line =>
        {
            int depth = line.TakeWhile(letter => letter == ' ').Count() / 4;
            return line.Length == 0 ? line : indentation + string.Concat(Enumerable.Repeat(Unit, depth)) + line.Substring(depth * 4);
        });
        return string.Join(EndOfLine.ToString(), lines);
    }

    private string NameOf(string space, string name)
    {
        foreach (string candidate in new[] { name, name + "Attribute" })
        {
            List<ISymbol> found = [.. _model.LookupNamespacesAndTypes(_interface.SpanStart, name: candidate)];
            if (found.Count > 0)
            {
                return found.TrueForAll(symbol => new KnownNamespace(space).IsNameOf(symbol.ContainingNamespace))
                    ? name
                    : $"global::{space}.{name}";
            }
        }

        _missing[name] = space;
        return name;
    }

    /// <summary>
    /// Writes the full names of types whose namespace isn't imported yet. The editor adds the using directive and shortens the names.
    /// </summary>
    private T Marked<T>(T node)
        where T : SyntaxNode
    {
        List<SimpleNameSyntax> names = [.. node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Where(name =>
            _missing.ContainsKey(name.Identifier.ValueText)
            && name.Parent is not (QualifiedNameSyntax or NameColonSyntax or NameEqualsSyntax or AliasQualifiedNameSyntax)
            && !(name.Parent is MemberAccessExpressionSyntax access && access.Name == name))];
        return node.ReplaceNodes(names, (original, current) => Full(original, current));
    }

    private ExpressionSyntax Full(SimpleNameSyntax original, SimpleNameSyntax name)
    {
        string metadataName = _missing[name.Identifier.ValueText] + "." + name.Identifier.ValueText;
        if (name is GenericNameSyntax generic && Find(metadataName + "`" + generic.Arity) is { } definition)
        {
            return _types.Generic(definition, [.. generic.TypeArgumentList.Arguments]).WithTriviaFrom(name);
        }

        // A name in a member access needs no import: an attribute beside it imports the namespace.
        return original.Parent is not MemberAccessExpressionSyntax && (Find(metadataName) ?? Find(metadataName + "Attribute")) is { } type
            ? _types.Type(type).WithTriviaFrom(name)
            : SyntaxFactory.ParseExpression("global::" + metadataName).WithTriviaFrom(name)
                .WithAdditionalAnnotations(Simplifier.Annotation);
    }

    private IReadOnlyList<string>? ParametersOf(string name)
    {
        foreach (ISymbol found in _model.LookupNamespacesAndTypes(_interface.SpanStart, name: name))
        {
            foreach (SyntaxReference reference in found.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax() is RecordDeclarationSyntax { ParameterList.Parameters: var parameters, TypeParameterList: null })
                {
                    return [.. parameters.Select(static parameter => parameter.ToString())];
                }
            }
        }

        return null;
    }

    private INamedTypeSymbol? Find(string metadataName) => _model.Compilation.GetTypeByMetadataName(metadataName);

    private bool IsThere(string type) =>
        Find(type) is { } found && _model.Compilation.IsSymbolAccessibleWithin(found, _model.Compilation.Assembly);

    private static LanguageVersion LanguageVersionOf(SyntaxNode node) => ((CSharpParseOptions)node.SyntaxTree.Options).LanguageVersion;

    private static bool UsesTabs(SyntaxNode node)
    {
        foreach (TextLine line in node.SyntaxTree.GetText().Lines)
        {
            string text = line.ToString();
            if (text.Length > 0 && (text[0] is ' ' or '\t'))
            {
                return text[0] == '\t';
            }
        }

        return false;
    }
}
