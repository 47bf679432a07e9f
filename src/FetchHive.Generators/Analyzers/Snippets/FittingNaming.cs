using System;
using System.Collections.Generic;

using FetchHive.Generators.Model;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Snippets;

namespace FetchHive.Generators.Analyzers.Snippets;

/// <summary>
/// Finds the naming rule with which all inputs of a contract have the snippet's names, and no other name becomes an unknown one.
/// </summary>
internal static class FittingNaming
{
    private static readonly string[] Rules = [JsonNames.SnakeCase, JsonNames.CamelCase, JsonNames.AsDeclared];

    /// <summary>The rule, a constant of <see cref="JsonNames"/>; <see langword="null"/> if there is none.</summary>
    public static string? Find(ContractModel contract, IndexedFile snippet)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        Collect(snippet.File.Snippet!.Body, names);
        foreach (IndexedFile sample in snippet.Outputs)
        {
            if (sample.File.Output?.Output is { } output)
            {
                Collect(output, names);
            }
        }

        SnippetInputs inputs = new(snippet);
        foreach (string rule in Rules)
        {
            if (rule != contract.Naming && HasInputs(contract, rule, inputs) && IsKnown(contract, rule, names))
            {
                return rule;
            }
        }

        return null;
    }

    private static bool HasInputs(ContractModel contract, string rule, SnippetInputs inputs)
    {
        foreach (MethodModel method in contract.Methods)
        {
            foreach (ParameterModel parameter in method.Parameters)
            {
                if (parameter.Role == ParameterRole.Input && !inputs.IsKnown(NameBy(rule, contract, parameter.ClrName, parameter.JsonName)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Whether each other name stays the same, or becomes a name that occurs in the snippet or its samples.</summary>
    private static bool IsKnown(ContractModel contract, string rule, HashSet<string> names)
    {
        foreach (MethodModel method in contract.Methods)
        {
            foreach (ParameterModel parameter in method.Parameters)
            {
                if (parameter.Role == ParameterRole.Metadata && !Stays(parameter.ClrName, parameter.JsonName))
                {
                    return false;
                }
            }
        }

        foreach (InputType type in contract.InputTypes)
        {
            foreach (InputProperty property in type.Properties)
            {
                if (!Stays(property.Name.TrimStart('@'), property.JsonName))
                {
                    return false;
                }
            }
        }

        foreach (OutputType type in contract.OutputTypes)
        {
            foreach (OutputProperty property in type.Properties)
            {
                if (!Stays(property.ClrName, property.JsonName))
                {
                    return false;
                }
            }
        }

        return true;

        bool Stays(string name, string json) => NameBy(rule, contract, name, json) is var other && (other == json || names.Contains(other));
    }

    /// <summary>The JSON name by another rule. A name that doesn't follow the contract's rule comes from an attribute, and stays.</summary>
    private static string NameBy(string rule, ContractModel contract, string name, string json) =>
        JsonNames.Apply(contract.Naming, name) == json ? JsonNames.Apply(rule, name) : json;

    private static void Collect(SnippetValue value, HashSet<string> names)
    {
        foreach (SnippetProperty property in value.Properties)
        {
            names.Add(property.Name);
            Collect(property.Value, names);
        }

        foreach (SnippetValue item in value.Items)
        {
            Collect(item, names);
        }
    }
}
