using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Rename;

namespace FetchHive.Generators.Tests.KitTests;

/// <summary>For the kit's own tests: renames the type, wherever it is used, with a capital or with a prefix.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class CapitalFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => ["KT1001"];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken))!;
        SyntaxToken name = root.FindToken(context.Span.Start);
        string capital = char.ToUpperInvariant(name.Text[0]) + name.Text[1..];
        Register($"Rename to '{capital}'", "capital", capital);
        Register($"Rename to 'The{capital}'", "prefix", "The" + capital);

        void Register(string title, string key, string newName) => context.RegisterCodeFix(
            CodeAction.Create(title, cancellationToken => RenameAsync(context.Document, name, newName, cancellationToken), key), context.Diagnostics);
    }

    private static async Task<Solution> RenameAsync(Document document, SyntaxToken name, string newName, CancellationToken cancellationToken)
    {
        SemanticModel model = (await document.GetSemanticModelAsync(cancellationToken))!;
        ISymbol symbol = model.GetDeclaredSymbol(name.Parent!, cancellationToken)!;
        return await Renamer.RenameSymbolAsync(document.Project.Solution, symbol, new SymbolRenameOptions(), newName, cancellationToken);
    }
}
