using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;

using FetchHive.Generators.Parsing;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.CodeFixes;

/// <summary>
/// FH2008, FH2009, FH4004, FH4005: adds a type that generated code can't write or read itself to a <c>JsonSerializerContext</c>. If there
/// is no context, one is added beside the interface. One fix handles all four rules, so that an interface's second type is added to the
/// same new context as the first one.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(JsonContextFix))]
public sealed class JsonContextFix : DeploymentCodeFix
{
    private const string NewKey = "Add a JsonSerializerContext";
    private const string KnownKey = "Add [JsonSerializable] to the JsonContext";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FH2008", "FH2009", "FH4004", "FH4005");

    private protected override async Task<IReadOnlyList<FixOffer>> FindOffersAsync(FixTarget target)
    {
        // The values of a metadata type are sent separately, so a serializer for the type doesn't help.
        if (target.TypeId is null || target.IsAtParameterWith("MetadataAttribute")
            || target.Contract()?.FindRuntimeAttribute("FetchHiveDeploymentAttribute") is not { } deployment)
        {
            return [];
        }

        FixOffer? offer = target.Diagnostic.Id is "FH2008" or "FH4004"
            ? AddContext(target, deployment)
            : await ExtendContextAsync(target, deployment).ConfigureAwait(false);
        return offer is null ? [] : [offer];
    }

    private static FixOffer? AddContext(FixTarget target, AttributeData deployment)
    {
        if (target.Type() is not { } type || !target.Compilation.IsSymbolAccessibleWithin(type, target.Compilation.Assembly)
            || deployment.ApplicationSyntaxReference is not { } reference
            || reference.GetSyntax(target.CancellationToken) is not AttributeSyntax attribute
            || target.Solution.GetDocument(reference.SyntaxTree) is not { } document
            || !NewJsonContext.CanBeAdded(attribute, target.Compilation))
        {
            return null;
        }

        return new FixOffer($"Add a JsonSerializerContext for '{type.Name}'", NewKey, session =>
        {
            NewJsonContext context = session.Pending(
                target.Document.Project.Id + "|" + reference.SyntaxTree.FilePath + "|" + reference.Span,
                () => new NewJsonContext(document, attribute, target.Compilation, session.AllPending<NewJsonContext>()),
                context => context.WriteAsync(session));
            context.Add(type);
            return Task.CompletedTask;
        });
    }

    private static async Task<FixOffer?> ExtendContextAsync(FixTarget target, AttributeData deployment)
    {
        if (deployment.NamedArgument("JsonContext") is not INamedTypeSymbol known
            || await TypeSource.FindAsync(target.Solution, known, target.CancellationToken).ConfigureAwait(false) is not { } context)
        {
            return null;
        }

        // If the context's project doesn't see the type, it is the wrong context.
        Compilation? compilation = await context.Document.Project.GetCompilationAsync(target.CancellationToken).ConfigureAwait(false);
        string id = target.TypeId!;
        if (compilation?.GetTypeByMetadataName("System.Text.Json.Serialization.JsonSerializableAttribute") is not { } attribute
            || DocumentationCommentId.GetFirstSymbolForReferenceId(id, compilation) is not ITypeSymbol type
            || !compilation.IsSymbolAccessibleWithin(type, compilation.Assembly))
        {
            return null;
        }

        TypeDeclarationSyntax node = context.Node;
        return new FixOffer($"Add [JsonSerializable(typeof({type.Name}))] to '{known.Name}'", KnownKey, session => session.ReplaceAsync(
            context.Document, node, id, (current, types) => (TypeDeclarationSyntax)Attributes.Add(
                current,
                types.AttributeList(attribute, target: null, TypeWriter.TypeOf(types.Type(type))),
                Lines.IsFirstOnLine(node),
                Lines.EndOfLine(node))));
    }
}
