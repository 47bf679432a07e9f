using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;
using FetchHive.Emulator.Deployments;

namespace FetchHive.Emulator.Requests;

/// <summary>
/// The values of <c>inputs</c> are checked against the Start step's declarations before the run starts (documented at
/// <c>api-reference/invoke-workflow</c>; the wording of the refusals isn't).
/// </summary>
internal static class StartInputRule
{
    public static string? Check(JsonObject? inputs, Deployment deployment, FetchHiveEmulatorOptions options)
    {
        foreach (EmulatedInput input in deployment.Inputs)
        {
            string? problem = CheckValue(input, inputs?[input.Name], options);
            if (problem is not null)
            {
                return $"{problem} {Names(inputs, deployment)}";
            }
        }

        bool refusesUnknown = options.UnknownInputs == UnknownNames.Refuse && !deployment.TakesUnknownInputs;
        List<string> unknown = refusesUnknown ? Undeclared(inputs, deployment) : [];
        return unknown.Count switch
        {
            0 => null,
            1 => $"Unknown input: {unknown[0]}. {Names(inputs, deployment)}",
            _ => $"Unknown inputs: {string.Join(", ", unknown)}. {Names(inputs, deployment)}",
        };
    }

    private static string? CheckValue(EmulatedInput input, JsonNode? value, FetchHiveEmulatorOptions options)
    {
        if (value is null)
        {
            return input.IsRequired ? $"inputs.{input.Name} is required." : null;
        }

        return input.Kind switch
        {
            EmulatedInputKind.Text => CheckText(input, value, options),
            EmulatedInputKind.Array => CheckArray(input, value),
            EmulatedInputKind.Number when value.GetValueKind() != JsonValueKind.Number => Differs(input, "a number", value),
            EmulatedInputKind.Boolean when value.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False) =>
                Differs(input, "a boolean", value),
            EmulatedInputKind.Object when value is not JsonObject => Differs(input, "an object", value),
            _ => null,
        };
    }

    private static string Differs(EmulatedInput input, string expected, JsonNode value) =>
        $"inputs.{input.Name} must be {expected}, as in its snippet, not {NameOf(value)}.";

    private static string? CheckText(EmulatedInput input, JsonNode value, FetchHiveEmulatorOptions options)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.String:
                bool missing = input.IsRequired && options.EmptyTextCountsAsMissing && value.GetValue<string>().Length == 0;
                return missing ? $"inputs.{input.Name} is required." : null;
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False when options.TextAcceptsNumbersAndBooleans:
                return null;
            default:
                return $"inputs.{input.Name} must be a string, not {NameOf(value)}.";
        }
    }

    private static string? CheckArray(EmulatedInput input, JsonNode value)
    {
        if (value is JsonArray)
        {
            return null;
        }

        // The documentation warns of this mistake explicitly.
        bool isArrayAsText = value.GetValueKind() == JsonValueKind.String
            && value.GetValue<string>().AsSpan().TrimStart().StartsWith("[", StringComparison.Ordinal);
        return isArrayAsText
            ? $"inputs.{input.Name} must be a native JSON array, not a JSON string with an array in it."
            : $"inputs.{input.Name} must be a native JSON array, not {NameOf(value)}.";
    }

    private static List<string> Undeclared(JsonObject? inputs, Deployment deployment)
    {
        List<string> names = [];
        foreach ((string name, _) in inputs ?? [])
        {
            bool declared = false;
            foreach (EmulatedInput input in deployment.Inputs)
            {
                declared |= input.Name == name;
            }

            if (!declared)
            {
                names.Add(name);
            }
        }

        return names;
    }

    /// <summary>
    /// The names that were sent and those that are declared, because a misspelt name is the usual cause of a missing input.
    /// </summary>
    private static string Names(JsonObject? inputs, Deployment deployment)
    {
        List<string> sent = [];
        foreach ((string name, _) in inputs ?? [])
        {
            sent.Add(name);
        }

        List<string> declared = [];
        foreach (EmulatedInput input in deployment.Inputs)
        {
            declared.Add(input.Name);
        }

        List<string> undeclared = Undeclared(inputs, deployment);
        string rest = undeclared.Count > 0 ? $" Sent and not declared: {List(undeclared)}." : "";
        return $"Sent: {List(sent)}. Declared: {List(declared)}.{rest}";

        static string List(List<string> names) => names.Count == 0 ? "nothing" : string.Join(", ", names);
    }

    private static string NameOf(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        JsonValueKind.Array => "an array",
        _ => "an object",
    };
}
