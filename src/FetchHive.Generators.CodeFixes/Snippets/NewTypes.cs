using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

using FetchHive.Generators.Declaring;
using FetchHive.Generators.Snippets;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace FetchHive.Generators.CodeFixes;

/// <summary>
/// The types that one or many fixes create from samples and declare after an interface. If several methods lack the same input, it has one
/// type.
/// </summary>
internal sealed class NewTypes
{
    private readonly Document _document;
    private readonly TypeDeclarationSyntax _interface;
    private readonly TypeInference _types;
    private readonly Dictionary<string, TypeText> _known = new(StringComparer.Ordinal);

    private NewTypes(Document document, TypeDeclarationSyntax node, DeclarationPlace place)
    {
        _document = document;
        _interface = node;
        Place = place;
        _types = new TypeInference(place.Options);
    }

    public DeclarationPlace Place { get; }

    /// <summary>The new types for a diagnostic's interface; <see langword="null"/> if the diagnostic isn't in an interface.</summary>
    public static NewTypes? Of(FixSession session, FixTarget target, string naming)
    {
        TypeDeclarationSyntax? node =
            target.Root.FindNode(target.Diagnostic.Location.SourceSpan).FirstAncestorOrSelf<InterfaceDeclarationSyntax>();
        return node is not null && target.Model.GetDeclaredSymbol(node, target.CancellationToken) is INamedTypeSymbol type
            ? session.Pending(
                $"{target.Document.Id.Id}|{node.SpanStart}|{naming}",
                () => new NewTypes(target.Document, node, new DeclarationPlace(target.Document, target.Model, node, type, naming)),
                types => types.WriteAsync(session))
            : null;
    }

    /// <summary>The type of an input.</summary>
    public TypeText OfInput(SnippetProperty input) => Once("inputs." + input.Name, () => _types.OfInput(input));

    /// <summary>The type of a part of an output.</summary>
    /// <param name="path">The part's path in the samples.</param>
    /// <param name="name">The JSON name of the value that has the type.</param>
    /// <param name="samples">All values of that part, merged.</param>
    public TypeText OfOutput(string path, string name, SnippetShape samples) => Once(path, () => _types.OfPart(name, samples));

    private TypeText Once(string key, Func<TypeText> type)
    {
        if (!_known.TryGetValue(key, out TypeText known))
        {
            _known.Add(key, known = type());
        }

        return known;
    }

    private async Task WriteAsync(FixSession session)
    {
        if (_types.Records.Count == 0)
        {
            return;
        }

        DocumentEditor editor = await session.EditorOfAsync(_document).ConfigureAwait(false);
        editor.InsertAfter(_interface,
            Behind(Place, _interface, _types.Records.Select(record => RecordWriter.Write(record, Place.Options))));
    }

    /// <summary>Parses types that are declared after an interface, each after an empty line.</summary>
    public static IReadOnlyList<MemberDeclarationSyntax> Behind(
        DeclarationPlace place, TypeDeclarationSyntax neighbour, IEnumerable<string> types)
    {
        SyntaxTrivia end = place.EndOfLine;
        bool endsLine = Lines.HasEndOfLine(neighbour.GetTrailingTrivia());
        List<MemberDeclarationSyntax> members = [];
        foreach (string type in types)
        {
            MemberDeclarationSyntax member = place.Member(type, place.Indentation);
            SyntaxTriviaList leading = member.GetLeadingTrivia().Insert(0, end);
            members.Add(member
                .WithLeadingTrivia(members.Count == 0 && !endsLine ? leading.Insert(0, end) : leading)
                .WithTrailingTrivia(end));
        }

        return members;
    }
}
