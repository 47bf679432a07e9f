using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FetchHive.CodeGeneration;

/// <summary>
/// For generated code: collects the descriptions of output types, one after another. Each is numbered by its place. Don't use it in your
/// own code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OutputDescription
{
    private readonly Func<int, object?[], object>? _construct;
    private readonly Dictionary<Type, Func<JsonSerializerOptions, JsonTypeInfo>> _types = [];
    private int _count;

    // The type whose members are described next.
    private OutputObject? _object;

    internal OutputDescription(Func<int, object?[], object>? construct) => _construct = construct;

    /// <summary>Describes a value that a converter of System.Text.Json reads.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="converter">Reads the value.</param>
    public void Value<T>(JsonConverter converter) => Begin<T>(options => JsonMetadataServices.CreateValueInfo<T>(options, converter));

    /// <summary>Describes an enum whose values are texts in the JSON, or numbers.</summary>
    /// <typeparam name="T">The type.</typeparam>
    public void EnumAsText<T>()
        where T : struct, Enum => Enum<T>(new JsonStringEnumConverter<T>());

    /// <summary>Describes an enum whose values are numbers in the JSON.</summary>
    /// <typeparam name="T">The type.</typeparam>
    public void EnumAsNumber<T>()
        where T : struct, Enum => Enum<T>(new JsonNumberEnumConverter<T>());

    /// <summary>Describes a <see cref="System.Nullable{T}"/>.</summary>
    /// <typeparam name="T">The type of the value that may be missing.</typeparam>
    public void Nullable<T>()
        where T : struct =>
        Begin<T?>(static options =>
            JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter<T>(options)));

    /// <summary>Describes a collection or dictionary.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="create">Creates the metadata with the method of System.Text.Json for this kind of collection.</param>
    public void Collection<T>(Func<JsonSerializerOptions, JsonTypeInfo> create) => Begin<T>(options =>
    {
        JsonTypeInfo typeInfo = create(options);

        // The values object that creates the metadata can't leave this unset. Null means the options' choice.
        typeInfo.NumberHandling = null;
        return typeInfo;
    });

    // The commonest collections. A delegate in generated code takes the compiler time.

    /// <summary>Describes an array.</summary>
    /// <typeparam name="TItem">The type of its items.</typeparam>
    public void Array<TItem>() =>
        Collection<TItem[]>(static options => JsonMetadataServices.CreateArrayInfo<TItem>(options, new()));

    /// <summary>Describes a list.</summary>
    /// <typeparam name="TItem">The type of its items.</typeparam>
    public void List<TItem>() => Collection<List<TItem>>(static options =>
        JsonMetadataServices.CreateListInfo<List<TItem>, TItem>(options, new() { ObjectCreator = static () => [] }));

    /// <summary>Describes a dictionary.</summary>
    /// <typeparam name="TKey">The type of its keys.</typeparam>
    /// <typeparam name="TValue">The type of its values.</typeparam>
    public void Dictionary<TKey, TValue>()
        where TKey : notnull => Collection<Dictionary<TKey, TValue>>(static options =>
        JsonMetadataServices.CreateDictionaryInfo<Dictionary<TKey, TValue>, TKey, TValue>(
            options, new() { ObjectCreator = static () => [] }));

    /// <summary>Describes an interface of a collection that is only read.</summary>
    /// <typeparam name="T">The interface.</typeparam>
    /// <typeparam name="TItem">The type of its items.</typeparam>
    public void Enumerable<T, TItem>()
        where T : IEnumerable<TItem> =>
        Collection<T>(static options => JsonMetadataServices.CreateIEnumerableInfo<T, TItem>(options, new()));

    /// <summary>Describes an object. Describe its members next.</summary>
    /// <typeparam name="T">The type.</typeparam>
    public void HasMembers<T>()
        where T : notnull => HasMembersInFull<T>(null, false);

    /// <summary>Describes an object. Describe its members next.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="numberHandling">What <c>[JsonNumberHandling]</c> on the type says; null for none.</param>
    /// <param name="disallowsUnmapped">Whether the JSON may have no other members.</param>
    public void HasMembersInFull<T>(JsonNumberHandling? numberHandling, bool disallowsUnmapped)
        where T : notnull
    {
        int number = _count;
        Func<int, object?[], object>? construct = _construct;
        OutputObject described = new(typeof(T), values => construct!(number, values));
        Begin<T>(options => described.Make<T>(options, numberHandling, disallowsUnmapped));
        _object = described;
    }

    // Most members need no more than the next methods. Each argument takes the compiler time.

    /// <summary>Describes a property that is a parameter of the constructor, and that the JSON must have.</summary>
    /// <typeparam name="T">The member's type.</typeparam>
    /// <param name="name">The member's name.</param>
    /// <param name="jsonName">Its name in JSON.</param>
    /// <exception cref="InvalidOperationException">The type isn't an object.</exception>
    public void Argument<T>(string name, string jsonName) => MemberInFull<T>(name, jsonName, OutputMember.Argument);

    /// <summary>
    /// Describes a property that is a parameter of the constructor, that the JSON must have, and that doesn't accept null.
    /// </summary>
    /// <typeparam name="T">The member's type.</typeparam>
    /// <param name="name">The member's name.</param>
    /// <param name="jsonName">Its name in JSON.</param>
    /// <exception cref="InvalidOperationException">The type isn't an object.</exception>
    public void NonNullArgument<T>(string name, string jsonName) => MemberInFull<T>(name, jsonName, OutputMember.NonNullArgument);

    /// <summary>Describes a property or field that is set through the constructor call.</summary>
    /// <typeparam name="T">The member's type.</typeparam>
    /// <param name="name">The member's name.</param>
    /// <param name="jsonName">Its name in JSON.</param>
    /// <param name="member">What the member is.</param>
    /// <exception cref="InvalidOperationException">The type isn't an object.</exception>
    public void Member<T>(string name, string jsonName, OutputMember member) => MemberInFull<T>(name, jsonName, member);

    /// <summary>Describes a collection that is set through the constructor call.</summary>
    /// <typeparam name="T">The member's type.</typeparam>
    /// <param name="name">The member's name.</param>
    /// <param name="jsonName">Its name in JSON.</param>
    /// <param name="member">What the member is.</param>
    /// <param name="nonNullItems">
    /// Bit 0 is set if its items (or a dictionary's values) can't be null, bit 1 if the items of those items can't, and so on.
    /// </param>
    /// <exception cref="InvalidOperationException">The type isn't an object.</exception>
    public void MemberWithItems<T>(string name, string jsonName, OutputMember member, int nonNullItems) =>
        MemberInFull<T>(name, jsonName, member, nonNullItems: nonNullItems);

    /// <summary>Describes a property or field.</summary>
    /// <typeparam name="T">The member's type.</typeparam>
    /// <param name="name">The member's name.</param>
    /// <param name="jsonName">Its name in JSON.</param>
    /// <param name="member">What the member is.</param>
    /// <param name="setter">Sets the member.</param>
    /// <exception cref="InvalidOperationException">The type isn't an object.</exception>
    public void MemberWithSetter<T>(string name, string jsonName, OutputMember member, Action<object, T?>? setter) =>
        MemberInFull(name, jsonName, member, setter);

    /// <summary>Describes a property or field.</summary>
    /// <typeparam name="T">The member's type.</typeparam>
    /// <param name="name">The member's name.</param>
    /// <param name="jsonName">Its name in JSON.</param>
    /// <param name="member">What the member is.</param>
    /// <param name="setter">Sets the member; null if it is set through the constructor call.</param>
    /// <param name="declaringType">The type that declares the member, if that isn't the object's.</param>
    /// <param name="numberHandling">What <c>[JsonNumberHandling]</c> on the member says; null for none.</param>
    /// <param name="getter">Gets the member, if its value is needed while JSON is read: extension data. Null otherwise.</param>
    /// <param name="nonNullItems">
    /// For a member that is a collection: bit 0 is set if its items (or a dictionary's values) can't be null, bit 1 if the items of those
    /// items can't, and so on.
    /// </param>
    /// <param name="defaultValue">The value of a <see cref="OutputMember.Constructed"/> member that the JSON leaves out.</param>
    /// <exception cref="InvalidOperationException">The type isn't an object.</exception>
    public void MemberInFull<T>(
        string name,
        string jsonName,
        OutputMember member,
        Action<object, T?>? setter = null,
        Type? declaringType = null,
        JsonNumberHandling? numberHandling = null,
        Func<object, T?>? getter = null,
        int nonNullItems = 0,
        object? defaultValue = null) =>
        Object.Add(name, jsonName, member, setter, declaringType, numberHandling, getter, nonNullItems, defaultValue);

    /// <summary>Describes the next argument of the constructor call, if it isn't a member or isn't in the members' order.</summary>
    /// <typeparam name="T">The argument's type.</typeparam>
    /// <param name="name">The parameter's name, or the name of the member that the object initializer sets.</param>
    /// <param name="member">What the parameter is.</param>
    /// <param name="defaultValue">The value if the JSON leaves the argument out.</param>
    /// <exception cref="InvalidOperationException">The type isn't an object.</exception>
    public void Parameter<T>(string name, OutputMember member, object? defaultValue = null) =>
        Object.AddParameter<T>(name, member, defaultValue);

    /// <summary>Makes the metadata of a type. Null if the type wasn't described.</summary>
    internal JsonTypeInfo? TryMake(Type type, JsonSerializerOptions options) =>
        _types.TryGetValue(type, out Func<JsonSerializerOptions, JsonTypeInfo>? make) ? make(options) : null;

    private OutputObject Object => _object ?? throw new InvalidOperationException("A member belongs to an object.");

    private void Enum<T>(JsonConverterFactory converter)
        where T : struct, Enum => Begin<T>(options =>
        JsonMetadataServices.CreateValueInfo<T>(options, converter.CreateConverter(typeof(T), options)!));

    private void Begin<T>(Func<JsonSerializerOptions, JsonTypeInfo> make)
    {
        _object = null;
        _count++;

        // Two types of C# can be one at run time.
        if (!_types.ContainsKey(typeof(T)))
        {
            _types.Add(typeof(T), make);
        }
    }
}
