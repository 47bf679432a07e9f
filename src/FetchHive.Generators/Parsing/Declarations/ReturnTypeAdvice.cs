using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>The return types to suggest instead of one that no call can produce.</summary>
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

        // For nested tasks and envelopes, and for an envelope without a task, the content is probably intended.
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
