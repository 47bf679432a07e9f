using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>
/// Checks that a generator's steps pass on only values that can be compared with those of the next run. Checks every value of every step,
/// named or not, from the outputs back to the compiler's own steps.
/// </summary>
internal static class CacheabilityCheck
{
    /// <summary>
    /// Runs the generator, and fails for every value that can't be cached. Then parses all files again from the same texts, and fails
    /// unless every step is reused.
    /// </summary>
    public static void Verify(IIncrementalGenerator generator, CompilationSetup setup, params SourceFile[] files)
    {
        IncrementalTest test = IncrementalTest.Start(generator, setup, files);
        ImmutableArray<string> problems = Problems(test.Result);
        if (!problems.IsEmpty)
        {
            TestHost.Fail($"{generator.GetType().Name} passes on what can't be cached:\n    {string.Join("\n    ", problems)}");
        }

        test.ReparseAll().AssertAllReused();
    }

    /// <summary>The values of a run that can't be cached, one line each.</summary>
    public static ImmutableArray<string> Problems(GeneratorRunResult result)
    {
        HashSet<object> collected = new(ReferenceEqualityComparer.Instance);
        ValueWalker walker = new(collected);
        List<string> problems = [];
        int values = 0;
        foreach (IncrementalGeneratorRunStep step in StepsInOrder(result))
        {
            if (IsCollect(step) && ValueWalker.BackingArray(step.Outputs[0].Value) is { } array)
            {
                collected.Add(array);
                // The items were counted in the steps that they come from.
                values--;
            }

            string name = step.Name ?? "(a step without a name)";
            foreach ((object value, _) in step.Outputs)
            {
                values++;
                problems.AddRange(walker.Walk($"{name}: {value?.GetType().Name}", value));
            }
        }

        if (values == 0)
        {
            problems.Add("no step had any output, so nothing was checked: use a source that the generator has work for");
        }

        return [.. problems.Distinct()];
    }

    /// <summary>The generator's own steps, each after its inputs.</summary>
    private static List<IncrementalGeneratorRunStep> StepsInOrder(GeneratorRunResult result)
    {
        List<IncrementalGeneratorRunStep> ordered = [];
        HashSet<IncrementalGeneratorRunStep> seen = [];
        foreach (IncrementalGeneratorRunStep output in result.TrackedOutputSteps.SelectMany(step => step.Value))
        {
            // An output's values are the generated texts. Only its inputs are of interest.
            foreach ((IncrementalGeneratorRunStep source, _) in output.Inputs)
            {
                Add(source);
            }
        }

        foreach (IncrementalGeneratorRunStep step in StepReport.OwnSteps(result).SelectMany(step => step.Value))
        {
            Add(step);
        }

        return ordered;

        void Add(IncrementalGeneratorRunStep step)
        {
            bool isUsers = step.Name is null or "result_ForAttributeWithMetadataName" || !StepReport.IsCompilersOwn(step.Name);
            if (!isUsers || !seen.Add(step))
            {
                return;
            }

            foreach ((IncrementalGeneratorRunStep source, _) in step.Inputs)
            {
                Add(source);
            }

            ordered.Add(step);
        }
    }

    /// <summary>Whether a step's only output is an <c>ImmutableArray</c> of exactly its inputs' values, as <c>Collect()</c> makes
    /// it.</summary>
    private static bool IsCollect(IncrementalGeneratorRunStep step)
    {
        if (step.Outputs.Length != 1 || step.Outputs[0].Value is not { } value || ValueWalker.BackingArray(value) is not { } array
            || array.Length != step.Inputs.Length)
        {
            return false;
        }

        for (int index = 0; index < array.Length; index++)
        {
            (IncrementalGeneratorRunStep source, int output) = step.Inputs[index];
            if (!Equals(source.Outputs[output].Value, array.GetValue(index)))
            {
                return false;
            }
        }

        return true;
    }
}
