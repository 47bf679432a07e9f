using System;
using System.Collections.Generic;
using System.Collections.Immutable;

using FetchHive.Generators.Findings;
using FetchHive.Generators.Model;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Rules;
using FetchHive.Generators.Snippets;
using FetchHive.Generators.Text;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Analyzers.Snippets;

/// <summary>Compares the names of one method's inputs, and the kinds of their values, with the snippet.</summary>
/// <param name="contract">The method's contract.</param>
/// <param name="snippet">The snippet.</param>
/// <param name="differences">The list to which differences are added.</param>
internal sealed class InputComparison(ContractModel contract, IndexedFile snippet, List<SnippetDifference> differences)
{
    private readonly SnippetInputs _inputs = new(snippet);
    private readonly Lazy<string?> _naming = new(() => FittingNaming.Find(contract, snippet));

    /// <summary>Compares a method.</summary>
    /// <param name="method">The method's model.</param>
    /// <param name="symbol">The method.</param>
    /// <param name="isMisplaced">Whether another rule reports that a parameter belongs to another place in the request.</param>
    public void Compare(MethodModel method, IMethodSymbol symbol, Func<IParameterSymbol, bool> isMisplaced)
    {
        List<string> sent = [];
        List<int> unknown = [];
        for (int i = 0; i < method.Parameters.Length; i++)
        {
            ParameterModel parameter = method.Parameters[i];
            if (parameter.Role != ParameterRole.Input)
            {
                continue;
            }

            sent.Add(parameter.JsonName);
            if (_inputs.Find(parameter.JsonName) is { } input)
            {
                CompareValue(parameter, symbol.Parameters[i], input);
            }
            else if (!_inputs.IsKnown(parameter.JsonName) && !isMisplaced(symbol.Parameters[i]))
            {
                unknown.Add(i);
            }
        }

        List<string> unsent = _inputs.Without(sent);
        bool holdsAll = unknown.Count == 1 && sent.Count == 1 && HoldsInputs(method.Parameters[unknown[0]], unsent);
        PairMisspellings(method, symbol, unknown, unsent);
        foreach (int index in unknown)
        {
            ReportUnknown(method.Parameters[index], symbol.Parameters[index], holdsAll);
        }

        bool isWhole = !holdsAll && !MayMissParameters(symbol);
        foreach (string name in unsent)
        {
            if (isWhole && !snippet.File.Header.IsOptional(name) && _inputs.Find(name) is { } missing)
            {
                differences.Add(new SnippetDifference(
                    new Finding(SnippetRules.MissingInput, symbol, FindingTarget.Name, attribute: null, snippet.Name.Name, name,
                        symbol.Name), snippet)
                {
                    Span = missing.NameSpan,
                    Properties = Properties().Add(FindingProperties.Input, name),
                });
            }
        }
    }

    /// <summary>
    /// Reports each unknown input whose name is similar to one that isn't sent, the most similar first, and removes both from the lists.
    /// </summary>
    private void PairMisspellings(MethodModel method, IMethodSymbol symbol, List<int> unknown, List<string> unsent)
    {
        while (true)
        {
            int least = int.MaxValue;
            int index = -1;
            string? near = null;
            foreach (int candidate in unknown)
            {
                foreach (string name in unsent)
                {
                    int distance = NearNames.Distance(method.Parameters[candidate].JsonName, name);
                    if (distance < least)
                    {
                        (least, index, near) = (distance, candidate, name);
                    }
                }
            }

            if (near is null)
            {
                return;
            }

            unknown.Remove(index);
            unsent.Remove(near);
            differences.Add(new SnippetDifference(
                NameFinding(method.Parameters[index], symbol.Parameters[index], $"it has '{near}'"), snippet)
            {
                Span = _inputs.Find(near)?.NameSpan,
                Properties = _naming.Value is { } naming
                    ? Properties().Add(FindingProperties.Near, near).Add(FindingProperties.Naming, naming)
                    : Properties().Add(FindingProperties.Near, near),
            });
        }
    }

    private void ReportUnknown(ParameterModel parameter, IParameterSymbol symbol, bool holdsAll)
    {
        string advice = holdsAll
            ? $"it has {_inputs.Names}, so declare a parameter for each instead of one for all"
            : $"it has {_inputs.Names}, so paste the current snippet if the workflow has '{parameter.JsonName}' now";
        differences.Add(new SnippetDifference(NameFinding(parameter, symbol, advice), snippet)
        {
            Severity = DiagnosticSeverity.Warning,
            Span = snippet.File.Snippet!.Inputs?.Span,
            Properties = Properties(),
        });
    }

    private Finding NameFinding(ParameterModel parameter, IParameterSymbol symbol, string advice)
    {
        AttributeData? attribute = symbol.FindRuntimeAttribute("InputAttribute");
        AttributeData? named = attribute?.StringArgument(0) is null ? null : attribute;
        return new Finding(
            SnippetRules.UnknownInput, symbol, named is null
                ? FindingTarget.Name
                : FindingTarget.FirstArgument, named, snippet.Name.Name, parameter.JsonName, advice);
    }

    private void CompareValue(ParameterModel parameter, IParameterSymbol symbol, SnippetProperty input)
    {
        SnippetShape shape = SnippetShape.Of(input.Value);
        SnippetKind sent = SentKinds.Of(contract.InputTypes, parameter.Type, parameter.AsText);
        if (sent == SnippetKind.None || shape.KnownKinds == SnippetKind.None)
        {
            return;
        }

        if (sent != shape.KnownKinds)
        {
            ReportKind(parameter, symbol, input, sent);
            return;
        }

        new PropertyComparison(contract.InputTypes, snippet, symbol, differences).Compare(
            parameter.Type, shape, parameter.ClrName, symbol.Type);
    }

    private void ReportKind(ParameterModel parameter, IParameterSymbol symbol, SnippetProperty input, SnippetKind sent)
    {
        SnippetKind sample = input.Value.Kind;
        bool isCertain = sample == SnippetKind.Array && sent == SnippetKind.Text && !parameter.AsText;
        Finding finding = new(
            SnippetRules.OtherKind, symbol, FindingTarget.Type, attribute: null, input.Name, SentKinds.Describe(sample), snippet.Name.Name,
            SentKinds.Describe(sent), KindAdvice.For(sample, sent));
        differences.Add(new SnippetDifference(finding, snippet)
        {
            Severity = isCertain ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
            Span = input.Value.Span,
            Properties = Properties().Add(FindingProperties.Input, input.Name).Add(FindingProperties.Sent, sent.ToString()),
        });
    }

    /// <summary>Whether the parameter seems to be an object of all inputs: its properties are inputs that aren't sent.</summary>
    private bool HoldsInputs(ParameterModel parameter, List<string> unsent)
    {
        if (SentKinds.Of(contract.InputTypes, parameter.Type) != SnippetKind.Object)
        {
            return false;
        }

        InputType type = contract.InputTypes[parameter.Type];
        type = type.Kind == InputKind.Nullable ? contract.InputTypes[type.Element] : type;
        foreach (InputProperty property in type.Properties)
        {
            if (unsent.Contains(property.JsonName))
            {
                return true;
            }
        }

        // The keys of a dictionary aren't known, so the parameter's name decides.
        return type.Kind != InputKind.Object
            && parameter.ClrName.ToLowerInvariant() is "request" or "inputs" or "input" or "body" or "payload";
    }

    /// <summary>Whether the method's declaration is incomplete, so that parameters may be missing.</summary>
    private static bool MayMissParameters(IMethodSymbol method)
    {
        foreach (SyntaxReference reference in method.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax().ContainsDiagnostics)
            {
                return true;
            }
        }

        return false;
    }

    private ImmutableDictionary<string, string?> Properties() =>
        ImmutableDictionary<string, string?>.Empty.Add(FindingProperties.Snippet, snippet.Path);
}
