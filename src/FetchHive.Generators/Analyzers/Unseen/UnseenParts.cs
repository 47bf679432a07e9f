using System.Text;
using System.Threading;

using FetchHive.Generators.Emitting;
using FetchHive.Generators.Model;
using FetchHive.Generators.Parsing;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.Analyzers.Unseen;

/// <summary>Finds out whether the generator would have written something else if it saw the files of other generators.</summary>
/// <remarks>
/// <para>The compilation contains the text that the generator wrote. The emitter's text for the analyzer's model is what it would have
/// written. If the two differ, the generated file may also be older than the sources, because editors run generators less often than
/// analyzers. So the declaration is parsed again, without generated files. If the result is exactly the generated file, that is up to date,
/// and the other generators are the reason.</para>
/// <para>So a wrong guess does no harm: if a file is mistaken for a generated one, the result differs from both texts, and nothing is
/// reported.</para>
/// </remarks>
internal sealed class UnseenParts(GeneratedFiles files)
{
    public void AddTo(
        ParseResult result, INamedTypeSymbol type, AttributeData attribute, LanguageVersion language, CancellationToken cancellationToken)
    {
        ContractModel model = result.Model;
        if (!files.HasOthers || !ContractEmitter.HasFile(model))
        {
            return;
        }

        if (files.FindOwn(HintNames.Of(model.MetadataName)) is not { } written)
        {
            if (files.IsOthers(attribute.ApplicationSyntaxReference?.SyntaxTree))
            {
                result.Findings.Add(UnseenWalk.OfInterface(type, attribute, files));
            }

            return;
        }

        if (!model.IsComplete)
        {
            return;
        }

        SourceText text = written.GetText(cancellationToken);
        if (!MatchesEmitted(text, model) && FindSeen(type, language, cancellationToken) is { } seen && MatchesEmitted(text, seen))
        {
            new UnseenWalk(result, type, attribute, files, cancellationToken).Run();
        }
    }

    private static bool MatchesEmitted(SourceText text, ContractModel model) =>
        text.ContentEquals(SourceText.From(ContractEmitter.Emit(model), Encoding.UTF8));

    /// <summary>The generator's model of the interface; <see langword="null"/> if the generator doesn't see the interface itself.</summary>
    private ContractModel? FindSeen(INamedTypeSymbol type, LanguageVersion language, CancellationToken cancellationToken) =>
        files.Seen.Assembly.GetTypeByMetadataName(TypeNames.Metadata(type)) is { } seen
        && seen.FindRuntimeAttribute(Symbols.DeploymentAttributeName) is { } attribute
            ? ContractParser.Parse(seen, attribute, files.Seen, language, cancellationToken).Model
            : null;
}
