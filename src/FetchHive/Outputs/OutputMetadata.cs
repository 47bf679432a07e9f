using System;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FetchHive.CodeGeneration;

/// <summary>
/// For generated code: makes the metadata of members and enums, so that a generated resolver says what a type is and not how
/// System.Text.Json is told. Not meant to be used by hand.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class OutputMetadata
{
    /// <summary>Makes the metadata of a property or field that is read.</summary>
    /// <typeparam name="T">The member's type.</typeparam>
    /// <param name="options">The options that the metadata is for.</param>
    /// <param name="declaringType">The type that declares the member.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="jsonName">Its name in JSON.</param>
    /// <param name="setter">Sets it; null for one that is set through the constructor.</param>
    /// <param name="member">What is special about it.</param>
    /// <param name="numberHandling">What <c>[JsonNumberHandling]</c> on the member says; null for none.</param>
    /// <param name="getter">Gets it, for a member whose value is looked at while it is read: extension data. Null otherwise.</param>
    /// <param name="nonNullItems">
    /// For a member that is a collection. Bit 0 is set when its items (or a dictionary's values) can't be null, bit 1 when the items of
    /// those can't, and so on.
    /// </param>
    /// <returns>The metadata.</returns>
    /// <exception cref="ArgumentNullException">An argument that is not nullable is null.</exception>
    public static JsonPropertyInfo CreateProperty<T>(
        JsonSerializerOptions options,
        Type declaringType,
        string name,
        string jsonName,
        Action<object, T?>? setter,
        OutputMember member,
        JsonNumberHandling? numberHandling = null,
        Func<object, T?>? getter = null,
        int nonNullItems = 0)
    {
        ArgumentNullException.ThrowIfNull(options);
        bool isIgnored = (member & OutputMember.Ignored) != 0;
#if !NET9_0_OR_GREATER
        if (setter is not null && (member & OutputMember.NotNull) != 0)
        {
            setter = RefuseNull(setter);
        }
#endif
        JsonPropertyInfo property = JsonMetadataServices.CreatePropertyInfo(options, new JsonPropertyInfoValues<T>
        {
            IsProperty = (member & OutputMember.Field) == 0,
            IsPublic = true,
            DeclaringType = declaringType,

            // Never called while reading, yet without one System.Text.Json passes over the members that are collections.
            Getter = isIgnored ? null : getter ?? (static _ => default),

            // A required member that is set in an object initializer counts as one that can't be set, which System.Text.Json takes for a
            // mistake.
            Setter = setter ?? ((member & OutputMember.Required) != 0 ? static (_, _) => throw new NotSupportedException() : null),
            IgnoreCondition = isIgnored ? JsonIgnoreCondition.Always : null,
            HasJsonInclude = (member & OutputMember.Field) != 0,
            IsExtensionData = (member & OutputMember.ExtensionData) != 0,
            NumberHandling = numberHandling,
            PropertyName = name,
            JsonPropertyName = jsonName,
        });

        property.IsRequired = (member & OutputMember.Required) != 0;
#if NET9_0_OR_GREATER
        if ((member & OutputMember.NotNull) != 0)
        {
            property.IsSetNullable = false;
        }
#endif

        if (nonNullItems != 0)
        {
            property.AttributeProvider = new ItemNullability(nonNullItems);
        }

        return property;
    }

    /// <summary>
    /// Makes the metadata of a constructor's parameter, or of a member that is set in the object initializer of the constructor's call.
    /// </summary>
    /// <param name="name">The parameter's name, or the member's.</param>
    /// <param name="type">Its type.</param>
    /// <param name="position">Its place among the values that the constructor's call is given.</param>
    /// <param name="hasDefault">Whether the JSON may leave it out.</param>
    /// <param name="defaultValue">What it is then.</param>
    /// <param name="acceptsNull">Whether null is an answer for it. <see cref="NotNull{T}"/> refuses it where System.Text.Json
    /// can't.</param>
    /// <param name="isInitializer">Whether it is a member.</param>
    /// <returns>The metadata.</returns>
    public static JsonParameterInfoValues CreateParameter(
        string name,
        Type type,
        int position,
        bool hasDefault = false,
        object? defaultValue = null,
        bool acceptsNull = false,
        bool isInitializer = false) => new()
        {
            Name = name,
            ParameterType = type,
            Position = position,
            HasDefaultValue = hasDefault,
            DefaultValue = defaultValue,
#if NET9_0_OR_GREATER
            IsNullable = acceptsNull,
            IsMemberInitializer = isInitializer,
#endif
        };

    /// <summary>Refuses null for a constructor's parameter that takes none. System.Text.Json does so itself from version 9 on.</summary>
    /// <typeparam name="T">The parameter's type.</typeparam>
    /// <param name="value">The value that was read.</param>
    /// <param name="jsonName">The name that it has in the JSON.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">It is null.</exception>
    public static T NotNull<T>(object? value, string jsonName) => value is null ? throw new NullMemberException(jsonName) : (T)value;

#if !NET9_0_OR_GREATER
    internal static Action<object, T?> RefuseNull<T>(Action<object, T?> setter) => (target, value) => setter(
        target,
        // System.Text.Json adds the path: it is at the member now.
        value is null ? throw new JsonException("There is null where the type takes none.") : value);
#endif

    /// <summary>
    /// Sets what <c>[JsonNumberHandling]</c> on a type says. What metadata is made with can't say "nothing", which means the options'
    /// choice.
    /// </summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="typeInfo">Its metadata.</param>
    /// <param name="numberHandling">What the attribute says; null for none.</param>
    /// <returns>The same metadata.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="typeInfo"/> is null.</exception>
    public static JsonTypeInfo<T> WithNumberHandling<T>(JsonTypeInfo<T> typeInfo, JsonNumberHandling? numberHandling = null)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        typeInfo.NumberHandling = numberHandling;
        return typeInfo;
    }

    /// <summary>Makes the metadata of an enum.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="options">The options that the metadata is for.</param>
    /// <param name="converter">Reads its text or its number.</param>
    /// <returns>The metadata.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static JsonTypeInfo<T> CreateEnum<T>(JsonSerializerOptions options, JsonConverterFactory converter)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(converter);
        return JsonMetadataServices.CreateValueInfo<T>(options, converter.CreateConverter(typeof(T), options)!);
    }
}
