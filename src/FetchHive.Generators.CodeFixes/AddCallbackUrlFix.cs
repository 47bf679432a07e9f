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
/// FH4001: adds <c>[CallbackUrl] Uri callbackUrl</c> after the required inputs. If there is a parameter with that name, it is marked
/// instead.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddCallbackUrlFix))]
public sealed class AddCallbackUrlFix : DeploymentCodeFix
{
    private const string Key = "Add a [CallbackUrl] parameter";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FH4001");

    private protected override Task<IReadOnlyList<FixOffer>> FindOffersAsync(FixTarget target)
    {
        IReadOnlyList<FixOffer> offers =
            target.NamedNode<MethodDeclarationSyntax>() is { ParameterList: { CloseParenToken.IsMissing: false } list } method
            && target.Compilation.GetTypeByMetadataName("System.Uri") is { } uri
            && target.Compilation.GetTypeByMetadataName("FetchHive.CallbackUrlAttribute") is { } attribute
                ? [Marking(target, method, attribute) ?? new FixOffer(Key, Key, session => Add(session, target, list, uri, attribute))]
                : [];
        return Task.FromResult(offers);
    }

    /// <summary>For fix-all, marking and adding are the same fix, because methods differ in which of them they need.</summary>
    private static FixOffer? Marking(FixTarget target, MethodDeclarationSyntax method, INamedTypeSymbol attribute)
    {
        if (target.Model.GetDeclaredSymbol(method, target.CancellationToken) is not { } symbol
            || ParameterGuesses.CallbackUrlOf(symbol) is not { } meant
            || method.ParameterList.Parameters[meant.Ordinal] is not { } parameter
            || !CallbackParameter.CanBeRequired(parameter))
        {
            return null;
        }

        return new FixOffer($"Mark '{meant.Name}' [CallbackUrl]", Key, session => session.ReplaceAsync(
            target.Document, parameter, Key, (current, types) => CallbackParameter.Marked(current, types, attribute)));
    }

    private static Task Add(
        FixSession session, FixTarget target, ParameterListSyntax list, INamedTypeSymbol uri, INamedTypeSymbol attribute)
    {
        int index = list.Parameters
            .TakeWhile(parameter => CallbackParameter.MustBeGiven(parameter, target.Model, target.CancellationToken)).Count();
        SyntaxTrivia endOfLine = Lines.EndOfLine(list);
        return session.ReplaceAsync(target.Document, list, Key, (current, types) => Parameters.Insert(
            current, System.Math.Min(index, current.Parameters.Count), New(current, types, uri, attribute), endOfLine));
    }

    private static ParameterSyntax New(ParameterListSyntax list, TypeWriter types, INamedTypeSymbol uri, INamedTypeSymbol attribute) =>
        SyntaxFactory.Parameter(
            SyntaxFactory.SingletonList(types.AttributeList(attribute).WithTrailingTrivia(SyntaxFactory.Space)),
            modifiers: default,
            types.Type(uri).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Identifier(Parameters.FreeName(list, "callbackUrl")),
            @default: null);
}
