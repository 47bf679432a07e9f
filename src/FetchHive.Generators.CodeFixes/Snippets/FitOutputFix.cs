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
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.CodeFixes;

/// <summary>
/// FH5010: makes the value nullable if a sample has null or no value. Otherwise changes it to the type that fits all samples.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FitOutputFix))]
public sealed class FitOutputFix : DeploymentCodeFix
{
    private const string NullableKey = "Make it nullable";
    private const string TypeKey = "Use the type of the samples";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FH5010");

    private protected override async Task<IReadOnlyList<FixOffer>> FindOffersAsync(FixTarget target)
    {
        if (target.Property(FindingProperties.Path) is not { } path || target.Property(FindingProperties.Within) is not { } within
            || target.Property(FindingProperties.Near) is not null
            || await ReadTypeAsync(target).ConfigureAwait(false) is not { } read)
        {
            return [];
        }

        if (TypeWithin(read.Type, within) is not { } type)
        {
            return [];
        }

        if (target.Property(FindingProperties.Nullable) is not null)
        {
            return type is NullableTypeSyntax ? [] : [new FixOffer(
                $"Make {read.Subject} nullable", NullableKey, session => session.ReplaceAsync(
                    read.Document, type, NullableKey, (current, _) =>
                        SyntaxFactory.NullableType(current.WithoutTrivia()).WithTriviaFrom(current)))];
        }

        // If all values are missing, there is no type to use.
        return await SamplesAsync(target, path).ConfigureAwait(false) is { } samples && samples.KnownKinds != SnippetKind.None
            ? [new FixOffer($"Use the type of the samples for {read.Subject}", TypeKey, session =>
                UseTypeAsync(session, target, read, type, path, samples))]
            : [];
    }

    private static Task UseTypeAsync(
        FixSession session, FixTarget target, ReadType read, TypeSyntax type, string path, SnippetShape samples)
    {
        string naming = JsonNames.RuleOf(
            target.Contract()?.FindRuntimeAttribute("FetchHiveDeploymentAttribute")?.NamedArgument("Naming") as int? ?? 0);
        if (NewTypes.Of(session, target, naming) is not { } types)
        {
            return Task.CompletedTask;
        }

        string name = path.Substring(path.LastIndexOf('.') + 1).Replace("[]", "");
        TypeText found = types.OfOutput(path, name.Length == 0 ? types.Place.Options.Stem + "Output" : name, samples);
        bool isNullable = found.IsNullable || type is NullableTypeSyntax;
        TypeSyntax syntax = types.Place.Type((found with { IsNullable = isNullable }).Written(types.Place.Options.HasNullable));
        return session.ReplaceAsync(read.Document, type, TypeKey, (current, _) => syntax.WithTriviaFrom(current));
    }

    /// <summary>All values at a path, in all samples of the snippet.</summary>
    private static async Task<SnippetShape?> SamplesAsync(FixTarget target, string path)
    {
        SnippetDocument? sample = await SnippetDocument
            .FindAsync(target.Document.Project, target.Property(FindingProperties.Snippet), target.CancellationToken).ConfigureAwait(false);
        if (sample is null)
        {
            return null;
        }

        List<SnippetValue> values = [];
        foreach (OutputSample output in await sample.OutputsAsync(target.CancellationToken).ConfigureAwait(false))
        {
            if (output.Output is { } value)
            {
                Collect(value, "", path, values);
            }
        }

        return SnippetShape.OfAll(values);
    }

    private static void Collect(SnippetValue value, string path, string wanted, List<SnippetValue> values)
    {
        if (string.Equals(path, wanted, System.StringComparison.OrdinalIgnoreCase))
        {
            values.Add(value);
        }

        foreach (SnippetValue item in value.Items)
        {
            Collect(item, path + "[]", wanted, values);
        }

        foreach (SnippetProperty property in value.Properties)
        {
            Collect(property.Value, path.Length == 0 ? property.Name : path + "." + property.Name, wanted, values);
        }
    }

    /// <summary>
    /// The type of the member that the diagnostic's properties name, or else the method's return type without its task and envelope.
    /// </summary>
    private static async Task<ReadType?> ReadTypeAsync(FixTarget target)
    {
        if (target.IsAboutMember)
        {
            return await DeclaredMember.FindAsync(target).ConfigureAwait(false) is { CanChangeType: true } member
                ? new ReadType(member.Document, member.Type, $"'{member.Symbol.ContainingType.Name}.{member.Symbol.Name}'")
                : null;
        }

        TypeSyntax? type = target.NodeAt<TypeSyntax>();
        while (type is not null && ArgumentOf(type, target.Model) is { } argument)
        {
            type = argument;
        }

        return type is null ? null : new ReadType(target.Document, type, "the output");
    }

    private static TypeSyntax? ArgumentOf(TypeSyntax type, SemanticModel model) =>
        Generic(type) is { TypeArgumentList.Arguments: { Count: 1 } arguments }
            && model.GetTypeInfo(type).Type is { } found
            && (found.IsTask() || found.IsRuntimeType("WorkflowRun") || found.IsRuntimeType("AcceptedRun"))
            ? arguments[0]
            : null;

    /// <summary>The type itself, or the type of its elements or values.</summary>
    private static TypeSyntax? TypeWithin(TypeSyntax type, string within)
    {
        for (int depth = within.Length / 2; depth > 0; depth--)
        {
            TypeSyntax plain = type is NullableTypeSyntax nullable ? nullable.ElementType : type;
            TypeSyntax? element = plain is ArrayTypeSyntax { RankSpecifiers: { Count: 1 } } array ? array.ElementType
                : Generic(plain) is { TypeArgumentList.Arguments: { Count: > 0 } arguments } ? arguments[arguments.Count - 1]
                : null;
            if (element is null)
            {
                return null;
            }

            type = element;
        }

        return type;
    }

    private static GenericNameSyntax? Generic(TypeSyntax type) => type switch
    {
        GenericNameSyntax generic => generic,
        QualifiedNameSyntax { Right: GenericNameSyntax right } => right,
        AliasQualifiedNameSyntax { Name: GenericNameSyntax name } => name,
        NullableTypeSyntax nullable => Generic(nullable.ElementType),
        _ => null,
    };

    private sealed record ReadType(Document Document, TypeSyntax Type, string Subject);
}
