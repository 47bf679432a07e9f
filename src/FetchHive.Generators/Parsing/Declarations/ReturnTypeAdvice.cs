using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>What to return instead of a type that no call can produce.</summary>
internal static class ReturnTypeAdvice
{
    private const string General =
        "return Task or ValueTask, Task<T>, Task<WorkflowRun<T>> or Task<AcceptedRun<T>> (or the same with ValueTask)";

    public static string For(ITypeSymbol type)
    {
        if (NoJsonForm.ElementOfStream(type) is { } element)
        {
            return $"workflows don't stream, so return the whole output, as in Task<IReadOnlyList<{TypeNames.Readable(element)}>>";
        }

        // Nested tasks and envelopes, or an envelope without a task: their content is meant.
        ITypeSymbol held = type;
        string? envelope = null;
        while (held is INamedTypeSymbol { TypeArguments.Length: 1 } outer
            && (outer.IsTask() || ReturnTypeParser.IsEnvelope(outer, out _)))
        {
            envelope ??= outer.IsTask() ? null : outer.Name;
            held = outer.TypeArguments[0];
        }

        if (ReferenceEquals(held, type) || Symbols.IsMissing(held))
        {
            return General;
        }

        string output = TypeNames.Readable(held);
        return held is INamedTypeSymbol task && task.IsTask() ? "return Task"
            : envelope is null ? $"return Task<{output}>"
            : $"return Task<{envelope}<{output}>>";
    }
}
