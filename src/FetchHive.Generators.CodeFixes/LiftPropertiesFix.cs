using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace FetchHive.Generators.CodeFixes;

/// <summary>
/// FH3002: replaces an object in a metadata type by its values. A metadata value can't be an object, but it can be each of these values.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LiftPropertiesFix))]
public sealed class LiftPropertiesFix : DeploymentCodeFix
{
    private const string Key = "Lift the properties";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FH3002");

    private protected override async Task<IReadOnlyList<FixOffer>> FindOffersAsync(FixTarget target)
    {
        if (!target.IsAboutMember || await DeclaredMember.FindAsync(target).ConfigureAwait(false) is not { Symbol: IPropertySymbol } member
            || LiftedProperty.AllOf(member) is not { Count: > 0 } lifted)
        {
            return [];
        }

        string title = $"Replace '{member.Symbol.ContainingType.Name}.{member.Symbol.Name}' with "
            + $"{string.Join(", ", lifted.Select(part => $"'{part.Name}'"))}";
        return [new FixOffer(title, Key, session => member.Node is ParameterSyntax parameter
            ? LiftParameterAsync(session, member, parameter, lifted)
            : LiftPropertyAsync(session, member, (PropertyDeclarationSyntax)member.Node, lifted))];
    }

    private static Task LiftParameterAsync(
        FixSession session, DeclaredMember member, ParameterSyntax parameter, IReadOnlyList<LiftedProperty> lifted)
    {
        ParameterListSyntax list = (ParameterListSyntax)parameter.Parent!;
        SyntaxTrivia endOfLine = Lines.EndOfLine(list);
        string name = parameter.Identifier.ValueText;
        return session.ReplaceAsync(member.Document, list, Key + name, (current, types) =>
        {
            int index = current.Parameters.IndexOf(candidate => candidate.Identifier.ValueText == name);
            return index < 0 ? current : Parameters.Replace(current, index, [.. lifted.Select(part => part.AsParameter(
                current.Parameters[index], types))], endOfLine);
        });
    }

    private static async Task LiftPropertyAsync(
        FixSession session, DeclaredMember member, PropertyDeclarationSyntax property, IReadOnlyList<LiftedProperty> lifted)
    {
        if (!session.IsFirst(member.Document, property, Key))
        {
            return;
        }

        DocumentEditor editor = await session.EditorOfAsync(member.Document).ConfigureAwait(false);
        bool ownLine = Lines.IsFirstOnLine(property);
        SyntaxTriviaList after = Lines.HasEndOfLine(property.GetTrailingTrivia())
            ? SyntaxFactory.TriviaList(Lines.EndOfLine(property))
            : SyntaxFactory.TriviaList(SyntaxFactory.Space);
        SyntaxTriviaList before = ownLine ? Lines.Indentation(property) : default;

        List<SyntaxNode> parts = [];
        for (int i = 0; i < lifted.Count; i++)
        {
            PropertyDeclarationSyntax part = lifted[i].AsProperty(property, FixSession.TypesAt(editor, property));
            parts.Add(part
                .WithLeadingTrivia(i == 0 ? property.GetLeadingTrivia() : before)
                .WithTrailingTrivia(i == lifted.Count - 1 ? property.GetTrailingTrivia() : after));
        }

        if (parts.Count > 1)
        {
            editor.InsertAfter(property, parts.Skip(1));
        }

        editor.ReplaceNode(property, parts[0]);
    }
}
