using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FetchHive.CodeGeneration;

namespace FetchHive;

/// <summary>The description of an output type that has members.</summary>
/// <param name="type">The type.</param>
/// <param name="construct">Creates an object from the values that are passed to its constructor call.</param>
internal sealed class OutputObject(Type type, Func<object?[], object> construct)
{
    // Metadata can't be shared, so it is made anew each time.
    private readonly List<Func<JsonSerializerOptions, JsonPropertyInfo>> _properties = [];
    private readonly List<Member> _members = [];
    private readonly List<(JsonParameterInfoValues Values, OutputMember Flags)> _parameters = [];

    /// <summary>Adds a member. <see cref="OutputDescription.MemberInFull"/> says what each argument is.</summary>
    public void Add<T>(
        string name,
        string jsonName,
        OutputMember member,
        Action<object, T?>? setter,
        Type? declaringType,
        JsonNumberHandling? numberHandling,
        Func<object, T?>? getter,
        int nonNullItems,
        object? defaultValue)
    {
        bool isIgnored = Is(OutputMember.Ignored);
#if !NET9_0_OR_GREATER
        if (setter is not null && Is(OutputMember.NotNull))
        {
            setter = NullMemberException.Refuse(setter);
        }
#endif
        JsonPropertyInfoValues<T> values = new()
        {
            IsProperty = !Is(OutputMember.Field),
            IsPublic = true,
            DeclaringType = declaringType ?? type,

            // Never called while JSON is read. But without a getter, System.Text.Json skips members that are collections.
            Getter = isIgnored ? null : getter ?? (static _ => default),

            // A required member that is set in an object initializer seems to have no setter. System.Text.Json would report that as an
            // error.
            Setter = setter ?? (Is(OutputMember.Required) ? static (_, _) => throw new NotSupportedException() : null),
            IgnoreCondition = isIgnored ? JsonIgnoreCondition.Always : null,
            HasJsonInclude = Is(OutputMember.Field),
            IsExtensionData = Is(OutputMember.ExtensionData),
            NumberHandling = numberHandling,
            PropertyName = name,
            JsonPropertyName = jsonName,
        };

        _properties.Add(options =>
        {
            JsonPropertyInfo property = JsonMetadataServices.CreatePropertyInfo(options, values);
            property.IsRequired = Is(OutputMember.Required);
#if NET9_0_OR_GREATER
            if (Is(OutputMember.NotNull))
            {
                property.IsSetNullable = false;
            }
#endif

            if (nonNullItems != 0)
            {
                property.AttributeProvider = new ItemNullability(nonNullItems);
            }

            return property;
        });

        _members.Add(new(name, typeof(T), jsonName, member));
        if (Is(OutputMember.Constructed))
        {
            AddParameter<T>(name, member, defaultValue);
        }

        bool Is(OutputMember flag) => (member & flag) != 0;
    }

    /// <summary>Adds an argument of the constructor call. <see cref="OutputDescription.Parameter"/> says what each argument is.</summary>
    public void AddParameter<T>(string name, OutputMember member, object? defaultValue)
    {
        JsonParameterInfoValues values = new()
        {
            Name = name,
            ParameterType = typeof(T),
            Position = _parameters.Count,
            HasDefaultValue = (member & OutputMember.HasDefault) != 0,
            DefaultValue = defaultValue,
#if NET9_0_OR_GREATER
            IsNullable = (member & OutputMember.TakesNull) != 0,
            IsMemberInitializer = (member & OutputMember.Initializer) != 0,
#endif
        };
        _parameters.Add((values, member));
    }

    /// <summary>Makes the metadata.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="options">The options that it is for.</param>
    /// <param name="numberHandling">What <c>[JsonNumberHandling]</c> on the type says; null for none.</param>
    /// <param name="disallowsUnmapped">Whether the JSON may have no other members.</param>
    public JsonTypeInfo Make<T>(JsonSerializerOptions options, JsonNumberHandling? numberHandling, bool disallowsUnmapped)
        where T : notnull
    {
        Func<object?[], object> create = RefusingNull();
        JsonPropertyInfo[] properties = [.. _properties.ConvertAll(make => make(options))];
        JsonParameterInfoValues[] parameters = [.. _parameters.ConvertAll(static parameter => parameter.Values)];
        bool isConstructed = parameters.Length > 0;
        JsonTypeInfo<T> typeInfo = JsonMetadataServices.CreateObjectInfo(
            options,
            new JsonObjectInfoValues<T>
            {
                ObjectCreator = isConstructed ? null : () => (T)create([]),
                ObjectWithParameterizedConstructorCreator = isConstructed ? values => (T)create(values) : null,
                PropertyMetadataInitializer = _ => properties,
                ConstructorParameterMetadataInitializer = isConstructed ? () => parameters : null,
            });
        typeInfo.NumberHandling = numberHandling;
        if (disallowsUnmapped)
        {
            typeInfo.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        }

        return typeInfo;
    }

    /// <summary>
    /// The constructor call, which refuses null for what doesn't accept it. System.Text.Json does so itself from version 9 on.
    /// </summary>
    private Func<object?[], object> RefusingNull()
    {
        string?[] nonNull = [.. _parameters.ConvertAll(parameter => NonNullName(parameter.Values, parameter.Flags))];
        return Array.TrueForAll(nonNull, static name => name is null) ? construct : values =>
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

    /// <summary>
    /// The JSON name of an argument that is required and doesn't accept null. Null for any other: a missing optional value is null, and
    /// can't be told from a null in the JSON.
    /// </summary>
    private string? NonNullName(JsonParameterInfoValues parameter, OutputMember flags)
    {
        if ((flags & (OutputMember.TakesNull | OutputMember.HasDefault)) != 0)
        {
            return null;
        }

        Member? member = Find(StringComparison.Ordinal) ?? Find(StringComparison.OrdinalIgnoreCase);
        return member is not null
            && member.Is(OutputMember.NotNull)
            && !member.Is(OutputMember.Ignored)
            && ((flags & OutputMember.Initializer) == 0 || member.Is(OutputMember.Required)) ? member.JsonName : null;

        Member? Find(StringComparison comparison) => _members.Find(
            member => member.Type == parameter.ParameterType && string.Equals(member.Name, parameter.Name, comparison));
    }

    private sealed record Member(string Name, Type Type, string JsonName, OutputMember Flags)
    {
        public bool Is(OutputMember flag) => (Flags & flag) != 0;
    }
}
