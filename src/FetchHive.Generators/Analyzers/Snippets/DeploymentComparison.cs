using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;

using FetchHive.Generators.Findings;
using FetchHive.Generators.Model;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Rules;
using FetchHive.Generators.Snippets;
using FetchHive.Generators.Text;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Analyzers.Snippets;

/// <summary>Compares a declaration with the snippet of its deployment and variant.</summary>
/// <param name="index">The project's snippets.</param>
/// <param name="cancellationToken">Cancels the comparison.</param>
internal sealed class DeploymentComparison(SnippetIndex index, CancellationToken cancellationToken)
{
    /// <summary>The snippet of a deployment's variant; the first if there are several.</summary>
    public IndexedFile? Find(string deployment, string variant)
    {
        foreach (IndexedFile file in index.Find(deployment, cancellationToken))
        {
            if (file.File.Snippet!.Has(variant))
            {
                return file;
            }
        }

        return null;
    }

    /// <summary>Compares a declaration.</summary>
    /// <param name="result">The parser's result.</param>
    /// <param name="type">The interface.</param>
    /// <param name="attribute">The interface's attribute.</param>
    public List<SnippetDifference> Compare(ParseResult result, INamedTypeSymbol type, AttributeData attribute)
    {
        ContractModel contract = result.Model;
        List<SnippetDifference> differences = [];
        bool hasNames = contract.Deployment.Length > 0 && contract.Variant.Length > 0;
        if (!hasNames || result.Methods.Count == 0)
        {
            AddUndeclared(differences, contract, type, attribute, hasNames);
        }

        if (!hasNames || NameText.MistakeIn(contract.Deployment) is not null || NameText.MistakeIn(contract.Variant) is not null)
        {
            return differences;
        }

        if (Find(contract.Deployment, contract.Variant) is { } snippet)
        {
            CompareMethods(differences, result, snippet);
        }
        else if (new NameComparison(index, cancellationToken).Compare(contract.Deployment, contract.Variant) is { } name)
        {
            Finding finding = new(
                name.Rule, type, name.IsVariant ? FindingTarget.SecondArgument : FindingTarget.FirstArgument, attribute, name.Arguments);
            differences.Add(new SnippetDifference(finding, name.Snippet) { Span = name.Span, Properties = name.Properties });
        }

        differences.RemoveAll(static difference => difference.Snippet?.File.Header.Ignores(difference.Finding.Rule.Id) == true);
        return differences;
    }

    /// <summary>
    /// Whether the snippet makes a finding of the parser unnecessary. Such a finding guesses the purpose of a parameter, and the snippet
    /// shows whether there is an input with its name.
    /// </summary>
    public bool MakesUnnecessary(Finding finding, ParseResult result)
    {
        bool isGuess = finding.Rule == InputRules.InputsInOne
            || finding.Rule == MetadataRules.MetadataAsInput
            || finding.Rule == ResultRules.CallbackUrlAsInput;
        if (!isGuess || finding.Subject is not IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter
            || Find(result.Model.Deployment, result.Model.Variant) is not { File.Snippet: { Inputs: not null } } snippet)
        {
            return false;
        }

        int place = result.Methods.FindIndex(other => SymbolEqualityComparer.Default.Equals(other, method));
        bool isInput = place >= 0 && new SnippetInputs(snippet).IsKnown(result.Model.Methods[place].Parameters[parameter.Ordinal].JsonName);
        bool isReported = finding.Rule == InputRules.InputsInOne && !snippet.File.Header.Ignores(SnippetRules.UnknownInput.Id);
        return isInput || isReported;
    }

    private static void CompareMethods(List<SnippetDifference> differences, ParseResult result, IndexedFile snippet)
    {
        InputComparison inputs = new(result.Model, snippet, differences);
        for (int i = 0; i < result.Methods.Count; i++)
        {
            if (snippet.File.Snippet!.Inputs is not null)
            {
                inputs.Compare(result.Model.Methods[i], result.Methods[i], parameter => IsMisplaced(result.Findings, parameter));
            }

            CompareOutput(differences, result.Model, result.Model.Methods[i], result.Methods[i], snippet);
        }
    }

    private static void CompareOutput(
        List<SnippetDifference> differences, ContractModel contract, MethodModel method, IMethodSymbol symbol, IndexedFile snippet)
    {
        if (method.OutputType < 0 || OutputTypeOf(symbol) is not { } type)
        {
            return;
        }

        foreach (IndexedFile sample in snippet.Outputs)
        {
            if (sample.File.Output?.Output is { } value)
            {
                new OutputComparison(contract.OutputTypes, sample, symbol, differences).Compare(value, method.OutputType, type);
            }
        }
    }

    private static ITypeSymbol? OutputTypeOf(IMethodSymbol method)
    {
        if (method.ReturnType is not INamedTypeSymbol { TypeArguments: { Length: 1 } arguments })
        {
            return null;
        }

        return arguments[0] is INamedTypeSymbol { TypeArguments.Length: 1 } envelope && ReturnTypeParser.IsEnvelope(envelope, out _)
            ? envelope.TypeArguments[0]
            : arguments[0];
    }

    private static bool IsMisplaced(List<Finding> findings, IParameterSymbol parameter)
    {
        foreach (Finding finding in findings)
        {
            if ((finding.Rule == MetadataRules.MetadataAsInput || finding.Rule == ResultRules.CallbackUrlAsInput)
                && SymbolEqualityComparer.Default.Equals(finding.Subject, parameter))
            {
                return true;
            }
        }

        return false;
    }

    private void AddUndeclared(
        List<SnippetDifference> differences, ContractModel contract, INamedTypeSymbol type, AttributeData attribute, bool hasNames)
    {
        // The compiler reports a name that is missing or isn't a string.
        if (attribute.ConstructorArguments.Length != 2 || Symbols.MayMissMembers(type, cancellationToken))
        {
            return;
        }

        List<IndexedFile> fitting = hasNames
            ? Find(contract.Deployment, contract.Variant) is { } own ? [own] : []
            : UndeclaredSnippets.Of(
                contract.Deployment.Length > 0 ? index.Find(contract.Deployment, cancellationToken) : index.Snippets(cancellationToken),
                type, cancellationToken);
        fitting.RemoveAll(static file => file.File.Header.Ignores(SnippetRules.Undeclared.Id));
        if (fitting.Count > 0)
        {
            string what = fitting.Count == 1 ? $"'{fitting[0].Name.Name}'" : $"one of {fitting.Count} snippets";
            differences.Add(new SnippetDifference(
                new Finding(SnippetRules.Undeclared, type, FindingTarget.Name, attribute: null, type.Name, hasNames ? "method" : "names",
                    what), fitting.Count == 1
                    ? fitting[0]
                    : null)
            {
                Properties = ImmutableDictionary<string, string?>.Empty.Add(FindingProperties.Snippet, JoinPaths(fitting)),
            });
        }
    }

    private static string JoinPaths(List<IndexedFile> files)
    {
        List<string> paths = [];
        foreach (IndexedFile file in files)
        {
            paths.Add(file.Path);
        }

        return string.Join("\n", paths);
    }
}
