using System;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FetchHive.CodeGeneration;

/// <summary>
/// For generated code: gives System.Text.Json the metadata of output types without reflection. Generated code only describes the types,
/// because compile time grows with its text. The translation for System.Text.Json is here. Not meant to be used by hand.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class OutputResolver : IJsonTypeInfoResolver
{
    // Flags of a member. They are in this class because generated code derives from it and can name them without a prefix.

    /// <summary>An optional property that takes null.</summary>
    protected internal const int None = 0;

    /// <summary>A field.</summary>
    protected internal const int Field = 1;

    /// <summary>The JSON must have it.</summary>
    protected internal const int Required = 2;

    /// <summary>It takes no null.</summary>
    protected internal const int NotNull = 4;

    /// <summary>It takes the members that have no property of their own.</summary>
    protected internal const int ExtensionData = 8;

    /// <summary>It is not read; it is known only because a constructor parameter is bound to it.</summary>
    protected internal const int Ignored = 16;

    /// <summary>Its value is passed to the constructor's call, in the members' order.</summary>
    protected internal const int Constructed = 32;

    /// <summary>It is set in the object initializer of the constructor's call and isn't a parameter.</summary>
    protected internal const int Initializer = 64;

    /// <summary>The constructor's parameter takes null.</summary>
    protected internal const int TakesNull = 128;

    /// <summary>The constructor's parameter has a default value, and the JSON may leave it out.</summary>
    protected internal const int HasDefault = 256;

    private readonly IJsonTypeInfoResolver? _context;
    private readonly Type[] _types;

    /// <summary>Makes the resolver.</summary>
    /// <param name="context">The user's context, which is asked for every other type; null for none.</param>
    /// <param name="types">The types that <see cref="Describe"/> knows, by their numbers.</param>
    /// <exception cref="ArgumentNullException"><paramref name="types"/> is null.</exception>
    protected OutputResolver(IJsonTypeInfoResolver? context, params Type[] types)
    {
        ArgumentNullException.ThrowIfNull(types);
        _context = context;
        _types = types;
    }

    JsonTypeInfo? IJsonTypeInfoResolver.GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        int number = Array.IndexOf(_types, type);
        if (number < 0)
        {
            return _context?.GetTypeInfo(type, options);
        }

        OutputDescription info = new(options, values => Construct(number, values));
        Describe(number, info);
        return info.ToTypeInfo();
    }

    /// <summary>Describes a type.</summary>
    /// <param name="type">The type's number.</param>
    /// <param name="info">Takes the description.</param>
    protected abstract void Describe(int type, OutputDescription info);

    /// <summary>Makes an object.</summary>
    /// <param name="type">The number of its type.</param>
    /// <param name="values">The values of the members that are <see cref="Constructed"/>; empty for none.</param>
    /// <returns>The object.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The type is no object.</exception>
    protected virtual object Construct(int type, object?[] values) => throw new ArgumentOutOfRangeException(nameof(type));

    /// <summary>Refuses null for a constructor's parameter that takes none. System.Text.Json does so itself from version 9 on.</summary>
    /// <typeparam name="T">The parameter's type.</typeparam>
    /// <param name="value">The value that was read.</param>
    /// <param name="jsonName">The name that it has in the JSON.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">It is null.</exception>
    protected static T Given<T>(object? value, string jsonName) => value is null ? throw new NullMemberException(jsonName) : (T)value;
}
