namespace FetchHive.Generators.Model;

/// <summary>A method that an agent can call.</summary>
internal sealed record ToolModel
{
    /// <summary>The name by which the model knows it: <c>research_brief</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it does, for the model; empty when nothing says so.</summary>
    public required string Description { get; init; }

    /// <summary>The JSON schema of its inputs.</summary>
    public required string Schema { get; init; }

    /// <summary>The class of the tool, inside the implementation: <c>RunTool</c>. <c>Create…</c> is named after it.</summary>
    public required string ClassName { get; init; }

    /// <summary>One for each parameter of the method.</summary>
    public required EquatableArray<ToolParameter> Parameters { get; init; }

    /// <summary>
    /// Index into <see cref="ContractModel.InputTypes"/> of what the agent gets; -1 where the output isn't written as JSON.
    /// </summary>
    public required int ResultType { get; init; }
}

/// <summary>What a tool makes of a parameter of its method.</summary>
internal sealed record ToolParameter
{
    /// <summary>How an input is read; for all else none.</summary>
    public required ReaderModel Reader { get; init; }

    /// <summary>The default value as an expression; empty where a value has to be given.</summary>
    public required string Default { get; init; }
}

/// <summary>A reader of JSON: of an output, or of what an agent gives.</summary>
/// <param name="Form">What kind of reader.</param>
/// <param name="TypeName">What is read, fully qualified, with its nullable annotations.</param>
/// <param name="Type">Index into <see cref="ContractModel.OutputTypes"/> for <see cref="OutputForm.Json"/>; otherwise -1.</param>
/// <param name="AcceptsNull">Whether JSON <c>null</c> is a value.</param>
/// <param name="NonNullItems">Of a collection: whose items can't be null, a bit for each level.</param>
internal sealed record ReaderModel(OutputForm Form, string TypeName, int Type, bool AcceptsNull, int NonNullItems)
{
    public static ReaderModel None { get; } = new(OutputForm.None, "", -1, AcceptsNull: false, 0);

    public static ReaderModel Of(MethodModel method) =>
        new(method.Output, method.OutputTypeName, method.OutputType, method.OutputAcceptsNull, method.OutputNonNullItems);
}
