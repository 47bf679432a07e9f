using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>The reasons of each step's outputs, as lines that a test can compare: <c>"Contracts: Unchanged x1"</c>.</summary>
internal static class StepReport
{
    /// <summary>
    /// One line for each step that the generator named with <c>WithTrackingName</c>, and one for each kind of output
    /// (<c>SourceOutput</c>, <c>ImplementationSourceOutput</c>); sorted by name, reasons in the compiler's order.
    /// </summary>
    public static ImmutableArray<string> Lines(GeneratorRunResult result)
    {
        IEnumerable<string> named = OwnSteps(result).OrderBy(step => step.Key, StringComparer.Ordinal).Select(Line);
        IEnumerable<string> outputs = result.TrackedOutputSteps.OrderBy(step => step.Key, StringComparer.Ordinal).Select(Line);
        return [.. named, .. outputs];
    }

    /// <summary>The steps that the generator named, without those that the compiler named.</summary>
    public static IEnumerable<KeyValuePair<string, ImmutableArray<IncrementalGeneratorRunStep>>> OwnSteps(GeneratorRunResult result) =>
        result.TrackedSteps.Where(step => !IsCompilersOwn(step.Key) && !result.TrackedOutputSteps.ContainsKey(step.Key));

    /// <summary>Whether the compiler gave the step its name: an input, or a part of <c>ForAttributeWithMetadataName</c>.</summary>
    public static bool IsCompilersOwn(string stepName) =>
        IsInput(stepName)
        || stepName.EndsWith("_ForAttribute", StringComparison.Ordinal)
        || stepName.EndsWith("_ForAttributeInternal", StringComparison.Ordinal)
        || stepName.EndsWith("_ForAttributeWithMetadataName", StringComparison.Ordinal);

    /// <summary>Whether the step is one of the pipeline's inputs.</summary>
    public static bool IsInput(string stepName) => stepName
        is WellKnownGeneratorInputs.Compilation
        or WellKnownGeneratorInputs.ParseOptions
        or WellKnownGeneratorInputs.AdditionalTexts
        or WellKnownGeneratorInputs.AnalyzerConfigOptions
        or WellKnownGeneratorInputs.MetadataReferences
        or "CompilationOptions";

    private static string Line(KeyValuePair<string, ImmutableArray<IncrementalGeneratorRunStep>> step)
    {
        IEnumerable<string> reasons = step.Value
            .SelectMany(run => run.Outputs)
            .GroupBy(output => output.Reason)
            .OrderBy(group => group.Key)
            .Select(group => $"{group.Key} x{group.Count()}");
        string text = string.Join(", ", reasons);
        return $"{step.Key}: {(text.Length == 0 ? "none" : text)}";
    }
}
