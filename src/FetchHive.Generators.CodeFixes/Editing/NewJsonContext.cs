using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

using FetchHive.Generators.Text;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace FetchHive.Generators.CodeFixes;

/// <summary>
/// A <c>JsonSerializerContext</c> that is added after the outermost type around an interface, and named in the interface's attribute. It is
/// written when all of its types are known.
/// </summary>
internal sealed class NewJsonContext
{
    private const string Serialization = "System.Text.Json.Serialization.";

    private readonly Document _document;
    private readonly AttributeSyntax _attribute;
    private readonly BaseTypeDeclarationSyntax _neighbour;
    private readonly Compilation _compilation;
    private readonly List<ITypeSymbol> _types = [];
    private readonly string _name;
    private readonly string _scope;

    public NewJsonContext(Document document, AttributeSyntax attribute, Compilation compilation, IEnumerable<NewJsonContext> others)
    {
        _document = document;
        _attribute = attribute;
        _compilation = compilation;
        _neighbour = Outermost(attribute)!;
        _scope = document.Project.Id + "|" + NamespaceOf(_neighbour);
        HashSet<string> taken = [.. others.Where(other => other._scope == _scope).Select(other => other._name)];
        _name = FreeName(attribute, taken);
    }

    /// <summary>Whether the attribute names no context yet, and the needed types exist.</summary>
    public static bool CanBeAdded(AttributeSyntax attribute, Compilation compilation) =>
        Outermost(attribute) is { CloseBraceToken.IsMissing: false } or { SemicolonToken: { RawKind: not 0, IsMissing: false } }
        && !attribute.Parent!.ContainsDiagnostics && attribute.ArgumentList is { CloseParenToken.IsMissing: false } list
        && !list.Arguments.Any(argument => argument.NameEquals?.Name.Identifier.ValueText == "JsonContext")
        && compilation.GetTypeByMetadataName(Serialization + "JsonSerializerContext") is not null
        && compilation.GetTypeByMetadataName(Serialization + "JsonSerializableAttribute") is not null;

    public void Add(ITypeSymbol type)
    {
        if (!_types.Contains(type, SymbolEqualityComparer.Default))
        {
            _types.Add(type);
        }
    }

    public async Task WriteAsync(FixSession session)
    {
        DocumentEditor editor = await session.EditorOfAsync(_document).ConfigureAwait(false);
        editor.InsertAfter(_neighbour, Declaration(FixSession.TypesAt(editor, _neighbour)));
        editor.ReplaceNode(_attribute, (current, _) => NameIn((AttributeSyntax)current));
    }

    private MemberDeclarationSyntax Declaration(TypeWriter types)
    {
        SyntaxTrivia endOfLine = Lines.EndOfLine(_neighbour);
        string end = endOfLine.ToString();
        string indentation = Lines.Indentation(_neighbour).ToString();
        string start = Lines.HasEndOfLine(_neighbour.GetTrailingTrivia()) ? end : end + end;
        ClassDeclarationSyntax declaration = (ClassDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration(
            $"{start}{indentation}internal sealed partial class {_name} : Base{end}{indentation}{{{end}{indentation}}}{end}")!;

        TypeSyntax placeholder = declaration.BaseList!.Types[0].Type;
        TypeSyntax baseType = types.Type(_compilation.GetTypeByMetadataName(Serialization + "JsonSerializerContext")!);
        MemberDeclarationSyntax result = declaration.ReplaceNode(placeholder, baseType.WithTriviaFrom(placeholder));
        INamedTypeSymbol attribute = _compilation.GetTypeByMetadataName(Serialization + "JsonSerializableAttribute")!;
        foreach (ITypeSymbol type in _types)
        {
            result = Attributes.Add(
                result, types.AttributeList(attribute, target: null, TypeWriter.TypeOf(types.Type(type))), ownLine: true, endOfLine);
        }

        return result;
    }

    private AttributeSyntax NameIn(AttributeSyntax attribute)
    {
        AttributeArgumentSyntax argument =
            Attributes.Named("JsonContext", TypeWriter.TypeOf(SyntaxFactory.IdentifierName(_name)).Expression);
        return attribute.WithArgumentList(Attributes.WithLast(attribute.ArgumentList!, argument));
    }

    private string FreeName(AttributeSyntax attribute, HashSet<string> taken)
    {
        string name = attribute.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>()!.Identifier.ValueText;
        string stem = InterfaceName.WithoutPrefix(name) + "JsonContext";
        string prefix = NamespaceOf(_neighbour) is { Length: > 0 } space ? space + "." : "";
        return FreeNames.Of(stem, free => taken.Contains(free) || _compilation.GetTypeByMetadataName(prefix + free) is not null);
    }

    private static BaseTypeDeclarationSyntax? Outermost(SyntaxNode node) =>
        node.Ancestors().OfType<BaseTypeDeclarationSyntax>().LastOrDefault();

    private static string NamespaceOf(SyntaxNode node) => string.Join(
        ".", node.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(space => space.Name.WithoutTrivia().ToString()));
}
