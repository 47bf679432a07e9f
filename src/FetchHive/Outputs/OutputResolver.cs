using System;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FetchHive.CodeGeneration;

/// <summary>
/// For generated code: gives System.Text.Json the metadata of output types without reflection. Generated code only describes the types,
/// because compile time grows with the amount of generated code. This class translates the descriptions for System.Text.Json. Don't use it
/// in your own code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class OutputResolver : IJsonTypeInfoResolver
{
    // Flags of a member. They are in this class because generated classes derive from it and can name them without a prefix.

    /// <summary>The member is an optional property that accepts null.</summary>
    protected internal const int None = 0;

    /// <summary>The member is a field.</summary>
    protected internal const int Field = 1;

    /// <summary>The JSON must have the member.</summary>
    protected internal const int Required = 2;

    /// <summary>The member doesn't accept null.</summary>
    protected internal const int NotNull = 4;

    /// <summary>The member receives the JSON members that have no property.</summary>
    protected internal const int ExtensionData = 8;

    /// <summary>The member isn't read. It is described only because a constructor parameter is bound to it.</summary>
    protected internal const int Ignored = 16;

    /// <summary>The member's value is passed to the constructor call, in the members' order.</summary>
    protected internal const int Constructed = 32;

    /// <summary>The member is set in the object initializer of the constructor call and isn't a parameter.</summary>
    protected internal const int Initializer = 64;

    /// <summary>The constructor's parameter accepts null.</summary>
    protected internal const int TakesNull = 128;

    /// <summary>The constructor's parameter has a default value, and the JSON may leave it out.</summary>
    protected internal const int HasDefault = 256;

    /// <summary>A constructor's parameter that the JSON must have.</summary>
    protected internal const int Argument = Required | Constructed;

    /// <summary>A constructor's parameter that the JSON must have, and that doesn't accept null.</summary>
    protected internal const int NonNullArgument = Argument | NotNull;

    private readonly IJsonTypeInfoResolver? _context;
    private readonly Type[] _types;

    /// <summary>Creates the resolver.</summary>
    /// <param name="context">The user's context, which is asked about all other types; null for none.</param>
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
            // A context may have its own converters, so with one, generated code describes each type that isn't left to the context.
            return _context is null ? ScalarMetadata.Of(type, options) : _context.GetTypeInfo(type, options);
        }

        OutputDescription info = new(options, values => Construct(number, values));
        Describe(number, info);
        return info.ToTypeInfo();
    }

    /// <summary>Describes a type.</summary>
    /// <param name="type">The type's number.</param>
    /// <param name="info">Receives the description.</param>
    protected abstract void Describe(int type, OutputDescription info);

    /// <summary>Creates an object.</summary>
    /// <param name="type">The number of its type.</param>
    /// <param name="values">The values of the members that are <see cref="Constructed"/>; empty for none.</param>
    /// <returns>The object.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The type isn't an object.</exception>
    protected virtual object Construct(int type, object?[] values) => throw new ArgumentOutOfRangeException(nameof(type));
}
