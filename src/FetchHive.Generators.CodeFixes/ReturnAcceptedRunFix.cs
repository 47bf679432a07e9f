using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;

using FetchHive.Generators.Parsing;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.CodeFixes;

/// <summary>
/// FH4002: returns <c>AcceptedRun&lt;T&gt;</c>, of what the method waited for until now. One that waited for nothing gets a string, which
/// every output can be read as.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReturnAcceptedRunFix))]
public sealed class ReturnAcceptedRunFix : DeploymentCodeFix
{
    private const string Key = "Return an AcceptedRun";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FH4002");

    private protected override Task<IReadOnlyList<FixOffer>> FindOffersAsync(FixTarget target)
    {
        IReadOnlyList<FixOffer> offers = Find(target) is { } offer ? [offer] : [];
        return Task.FromResult(offers);
    }

    private static FixOffer? Find(FixTarget target)
    {
        if (target.NodeAt<TypeSyntax>() is not { Parent: MethodDeclarationSyntax } type
            || target.Compilation.GetTypeByMetadataName("FetchHive.AcceptedRun`1") is not { } accepted
            || RightmostName(type) is not { Identifier.ValueText: "Task" or "ValueTask" } task)
        {
            return null;
        }

        if (task is not GenericNameSyntax generic)
        {
            return Offer(target, task, "string", (current, types) => SyntaxFactory.GenericName(
                current.Identifier.WithTrailingTrivia(),
                TypeWriter.ArgumentList(types.Generic(accepted, SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.StringKeyword)))))
                .WithTrailingTrivia(current.GetTrailingTrivia()));
        }

        if (generic.TypeArgumentList.Arguments.Count != 1 || generic.TypeArgumentList.Arguments[0] is OmittedTypeArgumentSyntax or { IsMissing: true })
        {
            return null;
        }

        TypeSyntax argument = generic.TypeArgumentList.Arguments[0];
        bool isRun = target.Model.GetTypeInfo(argument, target.CancellationToken).Type?.IsRuntimeType("WorkflowRun") == true;
        TypeSyntax? output = !isRun ? argument : RightmostName(argument) is GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } held } ? held[0] : null;
        return output is null ? null : Offer(target, argument, output.WithoutTrivia().ToString(), (current, types) =>
            types.Generic(accepted, output.WithoutTrivia()).WithTriviaFrom(current));
    }

    private static FixOffer Offer<T>(FixTarget target, T node, string output, System.Func<T, TypeWriter, SyntaxNode> replace)
        where T : TypeSyntax =>
        new($"Return AcceptedRun<{output}>", Key, session => session.ReplaceAsync(target.Document, node, Key, replace));

    private static SimpleNameSyntax? RightmostName(TypeSyntax type) => type switch
    {
        SimpleNameSyntax simple => simple,
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax alias => alias.Name,
        _ => null,
    };
}
