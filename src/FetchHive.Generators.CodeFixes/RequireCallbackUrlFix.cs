using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.CodeFixes;

/// <summary>FH4008: removes the <c>?</c> and the default value of a callback URL.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RequireCallbackUrlFix))]
public sealed class RequireCallbackUrlFix : DeploymentCodeFix
{
    private const string Key = "Make the callback URL required";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FH4008");

    private protected override Task<IReadOnlyList<FixOffer>> FindOffersAsync(FixTarget target)
    {
        IReadOnlyList<FixOffer> offers =
            target.Parameter() is { } parameter && CallbackParameter.MayBeNull(parameter) && CallbackParameter.CanBeRequired(parameter)
                ? [new FixOffer(
                    Key,
                    Key,
                    session => session.ReplaceAsync(target.Document, parameter, Key, (current, _) => CallbackParameter.Required(current)))]
                : [];
        return Task.FromResult(offers);
    }
}
