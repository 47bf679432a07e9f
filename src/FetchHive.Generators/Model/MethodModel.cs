namespace FetchHive.Generators.Model;

/// <summary>A method that invokes the deployment.</summary>
internal sealed record MethodModel
{
    public required string Name { get; init; }

    /// <summary>The fully qualified name of the interface that declares it: the annotated one or one of its bases.</summary>
    public required string DeclaringInterface { get; init; }

    /// <summary>The return type, fully qualified, with its nullable annotations.</summary>
    public required string ReturnType { get; init; }

    public required bool IsValueTask { get; init; }

    public required ResultKind Result { get; init; }

    /// <summary>
    /// Whether the envelope is annotated as nullable (<c>Task&lt;WorkflowRun&lt;T&gt;?&gt;</c>), although it is never null.
    /// </summary>
    public required bool IsEnvelopeNullable { get; init; }

    public required OutputForm Output { get; init; }

    /// <summary>The type that <c>output</c> is read as, fully qualified, with its nullable annotations; empty for none.</summary>
    public required string OutputTypeName { get; init; }

    /// <summary>Index into <see cref="ContractModel.OutputTypes"/> for <see cref="OutputForm.Json"/>; otherwise -1.</summary>
    public required int OutputType { get; init; }

    /// <summary>Whether the output may be JSON <c>null</c>.</summary>
    public required bool OutputAcceptsNull { get; init; }

    /// <summary>
    /// For collections: the levels whose items can't be null, one bit each (<see cref="Parsing.NullState.NonNullItems"/>).
    /// </summary>
    public required int OutputNonNullItems { get; init; }

    /// <summary>
    /// For callback delivery: the name of the callback contract, <c>StartCallback</c>. Otherwise, or when the type is missing,
    /// <see langword="null"/>.
    /// </summary>
    public required string? CallbackContract { get; init; }

    public required EquatableArray<ParameterModel> Parameters { get; init; }

    /// <summary>The <c>[Obsolete(…)]</c> of the method, or of the base that declares it, as source; empty for none.</summary>
    public string Obsolete { get; init; } = "";

    /// <summary>The attributes that state the method's requirements, such as <c>[RequiresUnreferencedCode]</c>, as source.</summary>
    public EquatableArray<string> Requirements { get; init; }

    /// <summary>The agent tool, if the method is one.</summary>
    public ToolModel? Tool { get; init; }
}

/// <summary>What a caller receives.</summary>
internal enum ResultKind
{
    /// <summary><c>Task</c>: only that the run finished.</summary>
    None,

    /// <summary><c>Task&lt;T&gt;</c>: the output.</summary>
    Output,

    /// <summary><c>Task&lt;WorkflowRun&lt;T&gt;&gt;</c>: the envelope.</summary>
    Run,

    /// <summary><c>Task&lt;AcceptedRun&lt;T&gt;&gt;</c>: callback delivery.</summary>
    AcceptedRun,
}

/// <summary>How <c>output</c> is read.</summary>
internal enum OutputForm
{
    None,
    Text,
    Image,
    Json,
}

internal enum ParameterRole
{
    Input,
    Metadata,
    CallbackUrl,
    User,
    CancellationToken,
}

internal sealed record ParameterModel
{
    /// <summary>The name as it is written in source: <c>topic</c>, <c>@class</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name as <c>nameof</c> returns it: <c>class</c>.</summary>
    public required string ClrName { get; init; }

    /// <summary>The type, fully qualified, with its nullable annotations.</summary>
    public required string TypeName { get; init; }

    public required ParameterRole Role { get; init; }

    /// <summary>The input's name, or the metadata key of a scalar.</summary>
    public required string JsonName { get; init; }

    /// <summary>Index into <see cref="ContractModel.InputTypes"/>; -1 for roles without one.</summary>
    public required int Type { get; init; }

    /// <summary>Whether <see langword="null"/> is allowed. An input is then left out, and metadata is left out or sent as null.</summary>
    public required bool IsNullable { get; init; }

    /// <summary>Whether a value of the parameter's type can be <see langword="null"/> at run time.</summary>
    public required bool CanBeNull { get; init; }

    /// <summary><c>[Input(AsText = true)]</c>.</summary>
    public required bool AsText { get; init; }
}
