namespace FetchHive.Generators.Model;

/// <summary>How a type is written as JSON.</summary>
internal sealed record InputType
{
    /// <summary>The fully qualified name, with the nullable annotations of its type arguments, without its own.</summary>
    public required string Name { get; init; }

    /// <summary>The name that helper methods are named after: <c>Company</c>, <c>ListOfCompany</c>.</summary>
    public required string ShortName { get; init; }

    public required InputKind Kind { get; init; }

    public required bool IsValueType { get; init; }

    public ScalarKind Scalar { get; init; }

    /// <summary>For numbers, and collections of them: what <c>[JsonNumberHandling]</c> specifies.</summary>
    public NumberForm Numbers { get; init; }

    /// <summary>How a collection is enumerated.</summary>
    public CollectionForm Form { get; init; }

    /// <summary>The interface through which a collection is enumerated if the type's own enumerator may differ; otherwise empty.</summary>
    public string WalkedAs { get; init; } = "";

    /// <summary>
    /// Index of the type of a collection's elements, of a dictionary's values, or of the <c>T</c> of a <c>Nullable&lt;T&gt;</c>; otherwise
    /// -1.
    /// </summary>
    public int Element { get; init; } = -1;

    /// <summary>The type of a collection's elements or a dictionary's values, fully qualified, with its nullable annotations.</summary>
    public string ElementName { get; init; } = "";

    /// <summary>Index of the type of a dictionary's keys; otherwise -1.</summary>
    public int Key { get; init; } = -1;

    /// <summary>The type of a dictionary's keys, fully qualified.</summary>
    public string KeyName { get; init; } = "";

    public EquatableArray<InputProperty> Properties { get; init; }

    public EquatableArray<EnumMember> Members { get; init; }

    public bool IsFlags { get; init; }

    /// <summary>The keyword of an enum's underlying type.</summary>
    public string Underlying { get; init; } = "";

    /// <summary>For metadata: the properties are written into the open object, not into a separate one.</summary>
    public bool IsFlattened { get; init; }

    /// <summary>Whether the object can turn out empty, because each of its properties has a condition.</summary>
    public bool CanBeEmpty
    {
        get
        {
            foreach (InputProperty property in Properties)
            {
                if (property.Ignore == IgnoreCondition.Never)
                {
                    return false;
                }
            }

            return true;
        }
    }
}

internal enum InputKind
{
    Scalar,
    Enum,
    Nullable,
    Collection,
    Dictionary,
    Object,

    /// <summary>Written by the user's <c>JsonSerializerContext</c>.</summary>
    Context,
}

internal enum CollectionForm
{
    /// <summary><c>foreach</c>.</summary>
    Enumerable,

    Array,

    /// <summary><c>IReadOnlyList&lt;T&gt;</c> and <c>List&lt;T&gt;</c>.</summary>
    ReadOnlyList,

    /// <summary><c>IList&lt;T&gt;</c>. It is read by its indexer, so that no enumerator is allocated.</summary>
    List,

    /// <summary><c>Memory&lt;T&gt;</c> and <c>ReadOnlyMemory&lt;T&gt;</c>.</summary>
    Memory,

    /// <summary>
    /// <c>ImmutableArray&lt;T&gt;</c> and <c>ArraySegment&lt;T&gt;</c>, whose default value throws when it is enumerated.
    /// </summary>
    MayBeUnset,
}

/// <summary>What <c>[JsonNumberHandling]</c> and <c>[Input(AsText = true)]</c> specify.</summary>
internal enum NumberForm
{
    Number,
    AsText,
    AllowNamed,

    /// <summary>Text, also NaN and the infinities.</summary>
    AsTextAllowNamed,
}

internal enum IgnoreCondition
{
    Never,
    WhenNull,
    WhenDefault,
}

internal sealed record InputProperty
{
    /// <summary>The name as it is written in source.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// If the object's type hides the property: the base type to access it through, fully qualified. Otherwise empty.
    /// </summary>
    public required string HiddenIn { get; init; }

    public required string JsonName { get; init; }

    public required int Type { get; init; }

    /// <summary>The property's type, fully qualified, with its nullable annotations.</summary>
    public required string TypeName { get; init; }

    public required bool CanBeNull { get; init; }

    public required IgnoreCondition Ignore { get; init; }
}

internal readonly record struct EnumMember(string Name, string Text, ulong Value);
