using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FetchHive.CodeGeneration;

/// <summary>
/// For generated code: collects the description of one output type and creates its metadata. Don't use it in your own code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OutputDescription
{
    private readonly Func<object?[], object> _construct;
    private readonly List<JsonPropertyInfo> _properties = [];
    private readonly List<JsonParameterInfoValues> _parameters = [];

    // For each parameter its name in JSON, if it doesn't accept null.
    private readonly List<string?> _nonNull = [];
    private JsonTypeInfo? _typeInfo;

    // For an object. Its metadata is created when all its members are known.
    private Type? _type;
    private Func<JsonTypeInfo>? _makeObject;

    internal OutputDescription(JsonSerializerOptions options, Func<object?[], object> construct)
    {
        Options = options;
        _construct = construct;
    }

    /// <summary>The options that the metadata is for.</summary>
    public JsonSerializerOptions Options { get; }

    /// <summary>Describes a value that a converter of System.Text.Json reads.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="converter">Reads the value.</param>
    public void Value<T>(JsonConverter converter) => _typeInfo = JsonMetadataServices.CreateValueInfo<T>(Options, converter);

    /// <summary>Describes an enum.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="converter">Reads its text or its number.</param>
    /// <exception cref="ArgumentNullException"><paramref name="converter"/> is null.</exception>
    public void Enum<T>(JsonConverterFactory converter)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(converter);
        Value<T>(converter.CreateConverter(typeof(T), Options)!);
    }

    /// <summary>Describes a <see cref="System.Nullable{T}"/>.</summary>
    /// <typeparam name="T">The type of the value that may be missing.</typeparam>
    public void Nullable<T>()
        where T : struct => Value<T?>(JsonMetadataServices.GetNullableConverter<T>(Options));

    /// <summary>Describes a collection or dictionary.</summary>
    /// <param name="typeInfo">The metadata that System.Text.Json creates for this kind of collection.</param>
    /// <exception cref="ArgumentNullException"><paramref name="typeInfo"/> is null.</exception>
    public void Collection(JsonTypeInfo typeInfo)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);

        // The values object that creates the metadata can't leave this unset. Null means the options' choice.
        typeInfo.NumberHandling = null;
        _typeInfo = typeInfo;
    }

    /// <summary>Describes an array.</summary>
    /// <typeparam name="TItem">The type of its items.</typeparam>
    public void Array<TItem>() => Collection(JsonMetadataServices.CreateArrayInfo<TItem>(Options, new()));

    /// <summary>Describes an interface of a collection that is only read.</summary>
    /// <typeparam name="T">The interface.</typeparam>
    /// <typeparam name="TItem">The type of its items.</typeparam>
    public void Enumerable<T, TItem>()
        where T : IEnumerable<TItem> => Collection(JsonMetadataServices.CreateIEnumerableInfo<T, TItem>(Options, new()));

    /// <summary>Describes an object. Describe its members next.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="isConstructed">Whether members are passed to its constructor call.</param>
    public void HasMembers<T>(bool isConstructed)
        where T : notnull => HasMembersInFull<T>(isConstructed, null, false);

    /// <summary>Describes an object. Describe its members next.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="isConstructed">Whether members are passed to its constructor call.</param>
    /// <param name="numberHandling">What <c>[JsonNumberHandling]</c> on the type says; null for none.</param>
    /// <param name="disallowsUnmapped">Whether the JSON may have no other members.</param>
    public void HasMembersInFull<T>(bool isConstructed, JsonNumberHandling? numberHandling, bool disallowsUnmapped)
        where T : notnull
    {
        _type = typeof(T);
        _makeObject = () =>
        {
            Func<object?[], object> construct = RefusingNull();
            JsonPropertyInfo[] properties = [.. _properties];
            JsonParameterInfoValues[] parameters = [.. _parameters];
            JsonTypeInfo<T> typeInfo = JsonMetadataServices.CreateObjectInfo(
                Options,
                new JsonObjectInfoValues<T>
                {
                    ObjectCreator = isConstructed ? null : () => (T)construct([]),
                    ObjectWithParameterizedConstructorCreator = isConstructed ? values => (T)construct(values) : null,
                    PropertyMetadataInitializer = _ => properties,
                    ConstructorParameterMetadataInitializer = isConstructed ? () => parameters : null,
                });
            typeInfo.NumberHandling = numberHandling;
            if (disallowsUnmapped)
            {
                typeInfo.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            }

            return typeInfo;
        };
    }

    // Most members need no more than the next three methods. Each optional argument that a call leaves out takes the compiler time.

    /// <summary>Describes a property or field that is set through the constructor call.</summary>
    /// <typeparam name="T">The member's type.</typeparam>
    /// <param name="name">The member's name.</param>
    /// <param name="jsonName">Its name in JSON.</param>
    /// <param name="member">Flags, which are constants of <see cref="OutputResolver"/>.</param>
    /// <exception cref="InvalidOperationException">The type isn't an object.</exception>
    public void Member<T>(string name, string jsonName, int member) => MemberInFull<T>(name, jsonName, member);

    /// <summary>Describes a collection that is set through the constructor call.</summary>
    /// <typeparam name="T">The member's type.</typeparam>
    /// <param name="name">The member's name.</param>
    /// <param name="jsonName">Its name in JSON.</param>
    /// <param name="member">Flags, which are constants of <see cref="OutputResolver"/>.</param>
    /// <param name="nonNullItems">
    /// Bit 0 is set if its items (or a dictionary's values) can't be null, bit 1 if the items of those items can't, and so on.
    /// </param>
    /// <exception cref="InvalidOperationException">The type isn't an object.</exception>
    public void MemberWithItems<T>(string name, string jsonName, int member, int nonNullItems) =>
        MemberInFull<T>(name, jsonName, member, nonNullItems: nonNullItems);

    /// <summary>Describes a property or field.</summary>
    /// <typeparam name="T">The member's type.</typeparam>
    /// <param name="name">The member's name.</param>
    /// <param name="jsonName">Its name in JSON.</param>
    /// <param name="member">Flags, which are constants of <see cref="OutputResolver"/>.</param>
    /// <param name="setter">Sets the member.</param>
    /// <exception cref="InvalidOperationException">The type isn't an object.</exception>
    public void MemberWithSetter<T>(string name, string jsonName, int member, Action<object, T?>? setter) =>
        MemberInFull(name, jsonName, member, setter);

    /// <summary>Describes a property or field.</summary>
    /// <typeparam name="T">The member's type.</typeparam>
    /// <param name="name">The member's name.</param>
    /// <param name="jsonName">Its name in JSON.</param>
    /// <param name="member">Flags, which are constants of <see cref="OutputResolver"/>.</param>
    /// <param name="setter">Sets the member; null if it is set through the constructor call.</param>
    /// <param name="declaringType">The type that declares the member, if that isn't the object's.</param>
    /// <param name="numberHandling">What <c>[JsonNumberHandling]</c> on the member says; null for none.</param>
    /// <param name="getter">Gets the member, if its value is needed while JSON is read: extension data. Null otherwise.</param>
    /// <param name="nonNullItems">
    /// For a member that is a collection: bit 0 is set if its items (or a dictionary's values) can't be null, bit 1 if the items of those
    /// items can't, and so on.
    /// </param>
    /// <param name="defaultValue">The value of a <see cref="OutputResolver.Constructed"/> member that the JSON leaves out.</param>
    /// <exception cref="InvalidOperationException">The type isn't an object.</exception>
    public void MemberInFull<T>(
        string name,
        string jsonName,
        int member,
        Action<object, T?>? setter = null,
        Type? declaringType = null,
        JsonNumberHandling? numberHandling = null,
        Func<object, T?>? getter = null,
        int nonNullItems = 0,
        object? defaultValue = null)
    {
        bool isIgnored = Is(OutputResolver.Ignored);
#if !NET9_0_OR_GREATER
        if (setter is not null && Is(OutputResolver.NotNull))
        {
            setter = NullMemberException.Refuse(setter);
        }
#endif
        JsonPropertyInfo property = JsonMetadataServices.CreatePropertyInfo(Options, new JsonPropertyInfoValues<T>
        {
            IsProperty = !Is(OutputResolver.Field),
            IsPublic = true,
            DeclaringType = declaringType ?? _type ?? throw new InvalidOperationException("A member belongs to an object."),

            // Never called while JSON is read. But without a getter, System.Text.Json skips members that are collections.
            Getter = isIgnored ? null : getter ?? (static _ => default),

            // A required member that is set in an object initializer seems to have no setter. System.Text.Json would report that as an
            // error.
            Setter = setter ?? (Is(OutputResolver.Required) ? static (_, _) => throw new NotSupportedException() : null),
            IgnoreCondition = isIgnored ? JsonIgnoreCondition.Always : null,
            HasJsonInclude = Is(OutputResolver.Field),
            IsExtensionData = Is(OutputResolver.ExtensionData),
            NumberHandling = numberHandling,
            PropertyName = name,
            JsonPropertyName = jsonName,
        });

        property.IsRequired = Is(OutputResolver.Required);
#if NET9_0_OR_GREATER
        if (Is(OutputResolver.NotNull))
        {
            property.IsSetNullable = false;
        }
#endif

        if (nonNullItems != 0)
        {
            property.AttributeProvider = new ItemNullability(nonNullItems);
        }

        _properties.Add(property);
        if (Is(OutputResolver.Constructed))
        {
            bool refusesNull = Is(OutputResolver.NotNull)
                && !Is(OutputResolver.TakesNull)
                && !Is(OutputResolver.HasDefault)
                && !isIgnored
                && (!Is(OutputResolver.Initializer) || Is(OutputResolver.Required));
            Parameter<T>(name, member, defaultValue, refusesNull ? jsonName : null);
        }

        bool Is(int flag) => (member & flag) != 0;
    }

    /// <summary>Describes the next argument of the constructor call, if it isn't a member or isn't in the members' order.</summary>
    /// <typeparam name="T">The argument's type.</typeparam>
    /// <param name="name">The parameter's name, or the name of the member that the object initializer sets.</param>
    /// <param name="member">Flags, which are constants of <see cref="OutputResolver"/>.</param>
    /// <param name="defaultValue">The value if the JSON leaves the argument out.</param>
    /// <param name="jsonName">Its name in JSON, if it doesn't accept null; null otherwise.</param>
    public void Parameter<T>(string name, int member, object? defaultValue = null, string? jsonName = null)
    {
        _nonNull.Add(jsonName);
        _parameters.Add(new()
        {
            Name = name,
            ParameterType = typeof(T),
            Position = _parameters.Count,
            HasDefaultValue = (member & OutputResolver.HasDefault) != 0,
            DefaultValue = defaultValue,
#if NET9_0_OR_GREATER
            IsNullable = (member & OutputResolver.TakesNull) != 0,
            IsMemberInitializer = (member & OutputResolver.Initializer) != 0,
#endif
        });
    }

    /// <summary>The metadata of the type that was described; null if none was.</summary>
    internal JsonTypeInfo? ToTypeInfo() => _makeObject is null ? _typeInfo : _makeObject();

    /// <summary>
    /// The constructor call, which refuses null for what doesn't accept it. System.Text.Json does so itself from version 9 on.
    /// </summary>
    private Func<object?[], object> RefusingNull()
    {
        if (!_nonNull.Exists(static name => name is not null))
        {
            return _construct;
        }

        Func<object?[], object> construct = _construct;
        string?[] nonNull = [.. _nonNull];
        return values =>
        {
            for (int i = 0; i < nonNull.Length; i++)
            {
                if (values[i] is null && nonNull[i] is { } jsonName)
                {
                    throw new NullMemberException(jsonName);
                }
            }

            return construct(values);
        };
    }
}
