namespace FetchHive.Generators.Model;

/// <summary>A method that an agent can call.</summary>
internal sealed record ToolModel
{
    /// <summary>The name by which the model knows it: <c>research_brief</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What the tool does, for the model; empty if the declaration doesn't describe it.</summary>
    public required string Description { get; init; }

    /// <summary>The JSON schema of its inputs.</summary>
    public required string Schema { get; init; }

    /// <summary>The class of the tool, inside the implementation: <c>RunTool</c>. <c>Create…</c> is named after it.</summary>
    public required string ClassName { get; init; }

    /// <summary>One for each parameter of the method.</summary>
    public required EquatableArray<ToolParameter> Parameters { get; init; }

    /// <summary>
    /// Index into <see cref="ContractModel.InputTypes"/> of the type that is sent to the agent; -1 if the output isn't written as JSON.
    /// </summary>
    public required int ResultType { get; init; }
}

/// <summary>How a tool handles a parameter of its method.</summary>
internal sealed record ToolParameter
{
    /// <summary>How an input is read; <see cref="ReaderModel.None"/> for all other parameters.</summary>
    public required ReaderModel Reader { get; init; }

    /// <summary>The default value as an expression; empty if a value is required.</summary>
    public required string Default { get; init; }
}

/// <summary>A reader of JSON: of an output, or of an agent's arguments.</summary>
/// <param name="Form">What kind of reader.</param>
/// <param name="TypeName">What is read, fully qualified, with its nullable annotations.</param>
/// <param name="Type">Index into <see cref="ContractModel.OutputTypes"/> for <see cref="OutputForm.Json"/>; otherwise -1.</param>
/// <param name="AcceptsNull">Whether JSON <c>null</c> is a value.</param>
/// <param name="NonNullItems">For collections: the levels whose items can't be null, one bit each.</param>
internal sealed record ReaderModel(OutputForm Form, string TypeName, int Type, bool AcceptsNull, int NonNullItems)
{
    public static ReaderModel None { get; } = new(OutputForm.None, "", -1, AcceptsNull: false, 0);

    public static ReaderModel Of(MethodModel method) =>
        new(method.Output, method.OutputTypeName, method.OutputType, method.OutputAcceptsNull, method.OutputNonNullItems);
}
