using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;

using FetchHive.Generators.Declaring;
using FetchHive.Generators.Findings;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Snippets;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.CodeFixes;

/// <summary>
/// FH5012, and FH1003 if a name is empty: fills in the names of an interface, and writes its methods and types, from a snippet and its
/// samples of outputs. If several snippets fit, each is offered.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeclareFix))]
public sealed class DeclareFix : DeploymentCodeFix
{
    private const string Key = "Declare it from the snippet";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FH5012", "FH1003");

    private protected override async Task<IReadOnlyList<FixOffer>> FindOffersAsync(FixTarget target)
    {
        if (target.Property(FindingProperties.Snippet) is not { } fitting || target.Contract() is not { } contract
            || contract.FindRuntimeAttribute("FetchHiveDeploymentAttribute") is not { ConstructorArguments.Length: 2 } attribute
            || attribute.ApplicationSyntaxReference is not { } reference
            || target.Solution.GetDocument(reference.SyntaxTree) is not { } document
            || (await reference.GetSyntaxAsync(target.CancellationToken)
                .ConfigureAwait(false)).Parent?.Parent is not InterfaceDeclarationSyntax node
            || await document.GetSemanticModelAsync(target.CancellationToken).ConfigureAwait(false) is not { } model
            || !CanExtend(node))
        {
            return [];
        }

        string[] paths = fitting.Split('\n');
        List<FixOffer> offers = [];
        foreach (string path in paths)
        {
            if (await SnippetDocument.FindAsync(document.Project, path, target.CancellationToken)
                .ConfigureAwait(false) is { File.Snippet: not null } snippet)
            {
                string title = $"Declare it from '{snippet.Name.Name}'";
                offers.Add(new FixOffer(
                    title, paths.Length == 1 ? Key : title,
                        session => DeclareAsync(session, document, model, node, contract, attribute, snippet)));
            }
        }

        return offers;
    }

    private static async Task DeclareAsync(
        FixSession session, Document document, SemanticModel model, InterfaceDeclarationSyntax node, INamedTypeSymbol contract,
        AttributeData attribute, SnippetDocument snippet)
    {
        // The names and the interface each have a diagnostic with this fix.
        if (!session.IsFirst(document, node, nameof(DeclareAsync)))
        {
            return;
        }

        // Two interfaces without names must not become the same deployment, even if the snippet fits both.
        bool hasNames = attribute.StringArgument(0) is { Length: > 0 } && attribute.StringArgument(1) is { Length: > 0 };
        string which = snippet.Document.Id.Id + " " + document.Project.Id.Id;
        if (!hasNames && session.Pending(which, () => node, static _ => Task.CompletedTask) != node)
        {
            return;
        }

        string naming = JsonNames.RuleOf(attribute.NamedArgument("Naming") as int? ?? 0);
        DeclarationPlace place = new(document, model, node, contract, naming);
        DeclarationText text = DeclarationWriter.Write(
            snippet.File.Snippet!, snippet.File.Header, await snippet.OutputsAsync(session.CancellationToken).ConfigureAwait(false),
                place.Options);
        bool hasMethods = node.Members.Any() || contract.AllInterfaces.Any(static other => !other.GetMembers().IsEmpty)
            || contract.GetMembers().Any(static member => member is IMethodSymbol { IsAbstract: true });
        NewInterface written = new(place, text, hasNames, hasMethods);
        if (!hasMethods)
        {
            (await session.EditorOfAsync(document).ConfigureAwait(false)).InsertAfter(node, NewTypes.Behind(place, node, text.Types));
        }

        int index = node.AttributeLists.SelectMany(list => list.Attributes).ToList()
            .FindIndex(other => other.Span == attribute.ApplicationSyntaxReference!.Span);
        await session.ReplaceAsync(document, node, Key, (current, _) => written.Complete(current, index)).ConfigureAwait(false);
    }

    private static bool CanExtend(InterfaceDeclarationSyntax node) =>
        node is { CloseBraceToken: { RawKind: not 0, IsMissing: false } } or { SemicolonToken: { RawKind: not 0, IsMissing: false } };
}
