namespace FetchHive.Generators.Model;

/// <summary>How a type is read from JSON: the metadata that System.Text.Json is given for it.</summary>
internal sealed record OutputType
{
    /// <summary>The fully qualified name, without nullable annotations of its own: what <c>typeof</c> takes.</summary>
    public required string Name { get; init; }

    /// <summary>The name that helper methods are named after.</summary>
    public required string ShortName { get; init; }

    public required OutputTypeKind Kind { get; init; }

    public required bool IsValueType { get; init; }

    public ScalarKind Scalar { get; init; }

    /// <summary>The method of <c>JsonMetadataServices</c> that makes a collection's metadata: <c>CreateListInfo</c>.</summary>
    public string Factory { get; init; } = "";

    /// <summary>The type arguments of <see cref="Factory"/>.</summary>
    public string FactoryTypeArguments { get; init; } = "";

    /// <summary>
    /// The expression that makes an empty collection (or the method that makes one from a range, for immutable ones); empty for none.
    /// </summary>
    public string Creator { get; init; } = "";

    /// <summary>The types it is made of (element, value, key, underlying), so that the resolver knows them too.</summary>
    public EquatableArray<int> Parts { get; init; }

    public EquatableArray<OutputProperty> Properties { get; init; }

    public EquatableArray<OutputParameter> Parameters { get; init; }

    /// <summary>The value of <c>[JsonNumberHandling]</c> on the type, or -1.</summary>
    public int NumberHandling { get; init; } = -1;

    /// <summary><c>[JsonUnmappedMemberHandling(Disallow)]</c>.</summary>
    public bool DisallowsUnmapped { get; init; }

    /// <summary>The enum is read from numbers only (<c>JsonNumberEnumConverter</c>).</summary>
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
    /// <summary>As it is written in source.</summary>
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

    /// <summary>A reference that can't be null: JSON <c>null</c> is refused.</summary>
    public required bool RefusesNull { get; init; }

    public required bool IsExtensionData { get; init; }

    /// <summary>Another member of its name hides it, so System.Text.Json must not use it to set that one.</summary>
    public bool IsHidden { get; init; }

    /// <summary>It isn't read, yet has to be known: to a constructor's parameter, or so that it doesn't count as unmapped.</summary>
    public required bool IsIgnored { get; init; }

    /// <summary>The value of <c>[JsonNumberHandling]</c>, or -1.</summary>
    public required int NumberHandling { get; init; }

    /// <summary>Of a collection: whose items can't be null, a bit for each level (<see cref="Parsing.NullState.NonNullItems"/>).</summary>
    public required int NonNullItems { get; init; }
}

internal enum SetterKind
{
    /// <summary>Read only: set through the constructor, or not at all.</summary>
    None,

    Assign,

    /// <summary>
    /// Init-only and optional, or not accessible: set through an accessor, after the object was made, so that an initial value stays when
    /// the JSON has none.
    /// </summary>
    Accessor,

    /// <summary>A field that generated code can't name: set through an accessor.</summary>
    FieldAccessor,

    /// <summary>Set in the object initializer of the constructor call.</summary>
    Initializer,

    /// <summary>There is a setter, and no way for generated code to call it.</summary>
    Inaccessible,
}

internal sealed record OutputParameter
{
    /// <summary>The name as <c>nameof</c> gives it.</summary>
    public required string ClrName { get; init; }

    /// <summary>Not a parameter of the constructor itself, but set in the object initializer of its call.</summary>
    public required bool IsInitializer { get; init; }

    /// <summary>The member that the object initializer sets, as it is written there; empty for none. A parameter of the constructor has one
    /// where its property is a required member too.</summary>
    public required string Member { get; init; }

    public required string TypeName { get; init; }

    public required bool HasDefault { get; init; }

    /// <summary>The default value as an expression; <c>null</c> for none.</summary>
    public required string DefaultValue { get; init; }

    public required bool AcceptsNull { get; init; }
}
