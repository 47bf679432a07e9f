using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.CodeFixes;

/// <summary>FH4002: changes the return type to <c>AcceptedRun&lt;T&gt;</c> of the method's current output type.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReturnAcceptedRunFix))]
public sealed class ReturnAcceptedRunFix : DeploymentCodeFix
{
    private const string Key = "Return an AcceptedRun";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FH4002");

    private protected override Task<IReadOnlyList<FixOffer>> FindOffersAsync(FixTarget target)
    {
        IReadOnlyList<FixOffer> offers = target.NodeAt<TypeSyntax>() is { Parent: MethodDeclarationSyntax } type
            && AcceptedReturn.For(target, type) is { } change
            ? [new FixOffer($"Return AcceptedRun<{change.Output}>", Key, change.ApplyAsync)]
            : [];
        return Task.FromResult(offers);
    }
}
