using System.Text;
using System.Threading;

using FetchHive.Generators.Emitting;
using FetchHive.Generators.Model;
using FetchHive.Generators.Parsing;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.Analyzers.Unseen;

/// <summary>
/// Finds out whether the generator, which doesn't see what other generators write, wrote something else than it would have with everything
/// in view.
/// </summary>
/// <remarks>
/// <para>What it wrote is in the compilation, and what it would have written is what the emitter gives for the analyzer's model. When the
/// two differ, the reason may also be that the generated file is older than the sources: editors run generators less often than analyzers.
/// So the declaration is parsed once more, without the files of generators. Only when that gives the generated file to the letter, the file
/// is up to date, and what others wrote is the reason.</para>
/// <para>Nothing rests on a guess, then: a file that is wrongly taken for a generated one leads to a third text, and nothing is
/// said.</para>
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
        if (!IsWhatIsWritten(text, model) && FindSeen(type, language, cancellationToken) is { } seen && IsWhatIsWritten(text, seen))
        {
            new UnseenWalk(result, type, attribute, files, cancellationToken).Run();
        }
    }

    private static bool IsWhatIsWritten(SourceText text, ContractModel model) =>
        text.ContentEquals(SourceText.From(ContractEmitter.Emit(model), Encoding.UTF8));

    /// <summary>What the generator makes of the interface; <see langword="null"/> when the interface itself is out of its sight.</summary>
    private ContractModel? FindSeen(INamedTypeSymbol type, LanguageVersion language, CancellationToken cancellationToken) =>
        files.Seen.Assembly.GetTypeByMetadataName(TypeNames.Metadata(type)) is { } seen
        && seen.FindRuntimeAttribute(Symbols.DeploymentAttributeName) is { } attribute
            ? ContractParser.Parse(seen, attribute, files.Seen, language, cancellationToken).Model
            : null;
}
