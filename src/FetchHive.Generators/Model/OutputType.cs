namespace FetchHive.Generators.Model;

/// <summary>How a type is read from JSON: the metadata for System.Text.Json.</summary>
internal sealed record OutputType
{
    /// <summary>The fully qualified name as <c>typeof</c> accepts it, without its own nullable annotation.</summary>
    public required string Name { get; init; }

    /// <summary>The base of the helper methods' names.</summary>
    public required string ShortName { get; init; }

    public required OutputTypeKind Kind { get; init; }

    public required bool IsValueType { get; init; }

    public ScalarKind Scalar { get; init; }

    /// <summary>The method of <c>JsonMetadataServices</c> that creates a collection's metadata: <c>CreateListInfo</c>.</summary>
    public string Factory { get; init; } = "";

    /// <summary>The type arguments of <see cref="Factory"/>.</summary>
    public string FactoryTypeArguments { get; init; } = "";

    /// <summary>
    /// The expression that creates an empty collection. For immutable collections, the method that creates one from a range. Empty for
    /// none.
    /// </summary>
    public string Creator { get; init; } = "";

    /// <summary>The types that it consists of (element, value, key, underlying), so that the resolver knows them too.</summary>
    public EquatableArray<int> Parts { get; init; }

    public EquatableArray<OutputProperty> Properties { get; init; }

    public EquatableArray<OutputParameter> Parameters { get; init; }

    /// <summary>The value of <c>[JsonNumberHandling]</c> on the type, or -1.</summary>
    public int NumberHandling { get; init; } = -1;

    /// <summary><c>[JsonUnmappedMemberHandling(Disallow)]</c>.</summary>
    public bool DisallowsUnmapped { get; init; }

    /// <summary>Whether the enum is read from numbers only (<c>JsonNumberEnumConverter</c>).</summary>
    public bool EnumAsNumber { get; init; }
}

internal enum OutputTypeKind
{
    Scalar,
    Enum,
    Nullable,
    Collection,
    ImmutableCollection,
    Object,

    /// <summary>Read by the user's <c>JsonSerializerContext</c>.</summary>
    Context,
}

internal sealed record OutputProperty
{
    /// <summary>The name as it is written in source.</summary>
    public required string Name { get; init; }

    /// <summary>The name as <c>nameof</c> gives it.</summary>
    public required string ClrName { get; init; }

    public required string JsonName { get; init; }

    /// <summary>The fully qualified name of the type that declares it.</summary>
    public required string DeclaringType { get; init; }

    /// <summary>
    /// The property's type as a type argument: fully qualified, without its own annotation unless it is <c>Nullable&lt;T&gt;</c>.
    /// </summary>
    public required string TypeName { get; init; }

    /// <summary>Index into <see cref="ContractModel.OutputTypes"/>.</summary>
    public required int Type { get; init; }

    public required bool IsField { get; init; }

    public required SetterKind Setter { get; init; }

    public required bool IsRequired { get; init; }

    /// <summary>Whether it is a reference that can't be null, so that JSON <c>null</c> is refused.</summary>
    public required bool RefusesNull { get; init; }

    public required bool IsExtensionData { get; init; }

    /// <summary>Whether another member with the same name hides it. System.Text.Json must not use its setter for that member.</summary>
    public bool IsHidden { get; init; }

    /// <summary>
    /// Whether it isn't read. It is still described, because a constructor parameter needs it, or so that it doesn't count as unmapped.
    /// </summary>
    public required bool IsIgnored { get; init; }

    /// <summary>The value of <c>[JsonNumberHandling]</c>, or -1.</summary>
    public required int NumberHandling { get; init; }

    /// <summary>
    /// For collections: the levels whose items can't be null, one bit each (<see cref="Parsing.NullState.NonNullItems"/>).
    /// </summary>
    public required int NonNullItems { get; init; }
}

internal enum SetterKind
{
    /// <summary>Read only: set through the constructor, or not at all.</summary>
    None,

    Assign,

    /// <summary>
    /// Init-only and optional, or not accessible: set through an accessor after construction, so that the initial value stays when the JSON
    /// has no value.
    /// </summary>
    Accessor,

    /// <summary>A field that generated code can't name: set through an accessor.</summary>
    FieldAccessor,

    /// <summary>Set in the object initializer of the constructor call.</summary>
    Initializer,

    /// <summary>There is a setter, but generated code has no way to call it.</summary>
    Inaccessible,
}

internal sealed record OutputParameter
{
    /// <summary>The name as <c>nameof</c> gives it.</summary>
    public required string ClrName { get; init; }

    /// <summary>Whether it isn't a parameter of the constructor itself, but set in the object initializer of its call.</summary>
    public required bool IsInitializer { get; init; }

    /// <summary>
    /// The member that the object initializer sets, as it is written there; empty for none. A parameter of the constructor has one if its
    /// property is also a required member.
    /// </summary>
    public required string Member { get; init; }

    public required string TypeName { get; init; }

    public required bool HasDefault { get; init; }

    /// <summary>The default value as an expression; <c>null</c> for none.</summary>
    public required string DefaultValue { get; init; }

    public required bool AcceptsNull { get; init; }
}
