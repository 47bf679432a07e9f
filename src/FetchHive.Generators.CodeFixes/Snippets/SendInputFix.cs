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
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.CodeFixes;

/// <summary>
/// FH5003: adds a parameter for the input that is never sent, with a type that is inferred from the sample, or marks the input as optional
/// in the snippet. With a new parameter, every call has to pass it, and the compiler reports the calls that don't.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SendInputFix))]
public sealed class SendInputFix : DeploymentCodeFix
{
    private const string ParameterKey = "Add a parameter for it";
    private const string OptionalKey = "List it in # optional:";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FH5003");

    private protected override async Task<IReadOnlyList<FixOffer>> FindOffersAsync(FixTarget target)
    {
        List<FixOffer> offers = [];
        if (target.Property(FindingProperties.Input) is not { } input
            || await SnippetDocument
                .FindAsync(target.Document.Project, target.Property(FindingProperties.Snippet), target.CancellationToken)
                .ConfigureAwait(false) is not { } snippet)
        {
            return offers;
        }

        if (target.NamedNode<MethodDeclarationSyntax>() is { ParameterList: { CloseParenToken.IsMissing: false } list }
            && list.Parameters.SeparatorCount == System.Math.Max(0, list.Parameters.Count - 1)
            && snippet.File.Snippet?.Inputs is { } inputs && inputs.Find(input) is not null
            && target.Contract()?.FindRuntimeAttribute("FetchHiveDeploymentAttribute") is { } contract)
        {
            string naming = JsonNames.RuleOf(contract.NamedArgument("Naming") as int? ?? 0);
            offers.Add(new FixOffer($"Add a parameter for '{input}'", ParameterKey,
                session => AddAsync(session, target, list, inputs, input, naming)));
        }

        SourceText text = await snippet.Document.GetTextAsync(target.CancellationToken).ConfigureAwait(false);
        if (OptionalLine.CanList(text, input))
        {
            offers.Add(new FixOffer($"List '{input}' in '# optional:' of '{snippet.Name.Name}'", OptionalKey, session =>
            {
                session.EditText(snippet.Document, current => OptionalLine.Add(current, input));
                return Task.CompletedTask;
            }));
        }

        return offers;
    }

    private static Task AddAsync(
        FixSession session, FixTarget target, ParameterListSyntax list, SnippetValue inputs, string input, string naming)
    {
        if (NewTypes.Of(session, target, naming) is not { } types)
        {
            return Task.CompletedTask;
        }

        NewParameters added = session.Pending(
            $"{target.Document.Id.Id}|{list.SpanStart}",
            () => new NewParameters(list, types, FirstThatMayBeMissing(target, list)),
            parameters => parameters.WriteAsync(session, target.Document));
        added.Add(inputs, input);
        return Task.CompletedTask;
    }

    /// <summary>The index of the first optional parameter or the token, before which a required one is inserted.</summary>
    private static int FirstThatMayBeMissing(FixTarget target, ParameterListSyntax list) => list.Parameters
        .TakeWhile(parameter => CallbackParameter.MustBeGiven(parameter, target.Model, target.CancellationToken))
        .Count();

    /// <summary>The parameters that are added to one method, in the snippet's order.</summary>
    private sealed class NewParameters(ParameterListSyntax list, NewTypes types, int place)
    {
        private readonly SortedDictionary<int, SnippetProperty> _inputs = [];

        public void Add(SnippetValue inputs, string input)
        {
            int index = inputs.Properties.ToList().FindIndex(property => property.Name == input);
            _inputs[index] = inputs.Properties[index];

            // The types have to be added before the parameters are written.
            types.OfInput(inputs.Properties[index]);
        }

        public Task WriteAsync(FixSession session, Document document)
        {
            ParameterWriter writer = new(types.Place.Options, list.Parameters.Select(parameter => parameter.Identifier.ValueText));
            List<ParameterSyntax> parameters =
                [.. _inputs.Values.Select(input => types.Place.Parameter(writer.Input(input.Name, types.OfInput(input))))];
            return session.ReplaceAsync(document, list, ParameterKey, (current, _) =>
            {
                for (int i = 0; i < parameters.Count; i++)
                {
                    current = Parameters.Insert(current, place + i, parameters[i], types.Place.EndOfLine);
                }

                return current;
            });
        }
    }
}
