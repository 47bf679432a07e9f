using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FetchHive.Generators.CodeFixes;

/// <summary>FH3007: marks the parameter <c>[Metadata]</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkMetadataFix))]
public sealed class MarkMetadataFix : DeploymentCodeFix
{
    private const string Key = "Mark it [Metadata]";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FH3007");

    private protected override Task<IReadOnlyList<FixOffer>> FindOffersAsync(FixTarget target)
    {
        IReadOnlyList<FixOffer> offers =
            target.Parameter() is { } parameter && target.Compilation.GetTypeByMetadataName("FetchHive.MetadataAttribute") is { } attribute
                ? [new FixOffer($"Mark '{parameter.Identifier.ValueText}' [Metadata]", Key, session => session.ReplaceAsync(
                    target.Document, parameter, Key, (current, types) => Attributes.Add(current, types.AttributeList(attribute))))]
                : [];
        return Task.FromResult(offers);
    }
}
