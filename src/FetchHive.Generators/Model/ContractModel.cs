namespace FetchHive.Generators.Model;

/// <summary>
/// What is needed to write the client of one annotated interface: strings, numbers and arrays, compared by value. It must not refer to a
/// symbol, a syntax node, a location or a compilation, because the pipeline keeps models alive between edits.
/// </summary>
internal sealed record ContractModel
{
    /// <summary>The full metadata name, after which the generated file is named: <c>Acme.Outer+IBrief</c>.</summary>
    public required string MetadataName { get; init; }

    /// <summary>The namespace as it is written in source; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The types around the interface, outermost first, as partial declarations: <c>partial class Outer</c>.</summary>
    public required EquatableArray<string> ContainingTypes { get; init; }

    /// <summary>The interface's name as it is written in source: <c>IBrief</c>, <c>@event</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The interface's fully qualified name: <c>global::Acme.IBrief</c>.</summary>
    public required string FullName { get; init; }

    /// <summary>The name without its leading <c>I</c> and <c>@</c>, as <c>Add…</c> and <c>Create…</c> use it: <c>Brief</c>.</summary>
    public required string ShortName { get; init; }

    /// <summary>The implementation's name: <c>IBriefImplementation</c>.</summary>
    public required string ImplementationName { get; init; }

    /// <summary>
    /// <c>internal</c>; or <c>private</c> if the interface isn't accessible in the whole assembly, so that the types in its signatures need
    /// not be.
    /// </summary>
    public required string ImplementationAccess { get; init; }

    /// <summary>The name of the class of extension methods: <c>IBriefFetchHiveExtensions</c>.</summary>
    public required string ExtensionsName { get; init; }

    /// <summary><see langword="true"/> when the interface and all types around it are public.</summary>
    public required bool IsPublic { get; init; }

    /// <summary>Whether a partial declaration of the interface can be added: it and all types around it are partial.</summary>
    public required bool CanExtendInterface { get; init; }

    /// <summary>Whether a type outside the types around the interface can name it: it is at least internal.</summary>
    public required bool IsReachable { get; init; }

    /// <summary>Whether the declaration has no errors. If it has, only its public surface is written, with bodies that throw.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>The known mistakes if it isn't complete: the rules' ids and messages.</summary>
    public required EquatableArray<string> Mistakes { get; init; }

    public required string Deployment { get; init; }

    public required string Variant { get; init; }

    /// <summary>The member of <c>NamingRule</c>: <c>SnakeCase</c>.</summary>
    public required string Naming { get; init; }

    /// <summary>The fully qualified name of the user's <c>JsonSerializerContext</c>, if one is given.</summary>
    public required string? JsonContext { get; init; }

    public required TargetModel Target { get; init; }

    /// <summary>
    /// Names of generated members (<c>Create</c>, <c>StartCallback</c>) that the interface declares itself. These aren't generated.
    /// </summary>
    public required EquatableArray<string> OwnMembers { get; init; }

    /// <summary>The extern aliases that names begin with.</summary>
    public required EquatableArray<string> Aliases { get; init; }

    /// <summary>
    /// The warning ids that obsolete and experimental types and members define. The generated file disables them, like the compiler's own.
    /// </summary>
    public required EquatableArray<string> ChosenWarnings { get; init; }

    /// <summary>
    /// Whether a used member is obsolete as an error. Only obsolete code may use such a member, so the implementation is obsolete too.
    /// </summary>
    public required bool UsesRemoved { get; init; }

    /// <summary>The <c>[Obsolete(…)]</c> of the interface or a type around it, as source; empty for none.</summary>
    public required string Obsolete { get; init; }

    public required EquatableArray<MethodModel> Methods { get; init; }

    /// <summary>The types written into <c>inputs</c> and <c>metadata</c>; other models refer to them by index.</summary>
    public required EquatableArray<InputType> InputTypes { get; init; }

    /// <summary>The types read from <c>output</c>; other models refer to them by index.</summary>
    public required EquatableArray<OutputType> OutputTypes { get; init; }
}

/// <summary>The capabilities of the project that the code is generated for.</summary>
internal sealed record TargetModel
{
    /// <summary>Static members in interfaces: net5.0 and later, not .NET Framework or netstandard2.0.</summary>
    public required bool StaticInterfaceMembers { get; init; }

    /// <summary>
    /// Nullable annotations, which need C# 8. In a project below C# 9, only the surface is generated. Its bodies throw.
    /// </summary>
    public required bool NullableAnnotations { get; init; }

    /// <summary>Extension blocks, which need C# 14. They can add a static method to an interface that isn't partial.</summary>
    public required bool ExtensionBlocks { get; init; }

    /// <summary>The dependency injection abstractions are referenced.</summary>
    public required bool DependencyInjection { get; init; }

    /// <summary>
    /// <c>UnsafeAccessorAttribute</c>, with which an init-only property can be set after construction without reflection.
    /// </summary>
    public required bool UnsafeAccessor { get; init; }
}
