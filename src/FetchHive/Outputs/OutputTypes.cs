using System;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Threading;

namespace FetchHive.CodeGeneration;

/// <summary>
/// For generated code: gives System.Text.Json the metadata of output types without reflection. Generated code only describes the types,
/// because compile time grows with the amount of generated code. Don't use it in your own code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OutputTypes
{
    private readonly NamingRule _naming;
    private readonly Func<JsonSerializerContext>? _context;
    private readonly Action<OutputDescription>? _describe;
    private readonly Func<int, object?[], object>? _construct;
    private JsonSerializerOptions? _options;

    /// <summary>Keeps what describes the types. It is asked when a call first needs the metadata.</summary>
    /// <param name="naming">The interface's naming rule.</param>
    /// <param name="context">Gets the user's context, which is asked about all other types; null for none.</param>
    /// <param name="describe">Describes the types, one after another; null for none.</param>
    /// <param name="construct">
    /// Creates an object. It gets the number of the object's type (0 for the first type that was described), and the values of the members
    /// that are <see cref="OutputMember.Constructed"/>. Null if no type is an object.
    /// </param>
    public OutputTypes(
        NamingRule naming,
        Func<JsonSerializerContext>? context,
        Action<OutputDescription>? describe,
        Func<int, object?[], object>? construct)
    {
        _naming = naming;
        _context = context;
        _describe = describe;
        _construct = construct;
    }

    private JsonSerializerOptions Options => LazyInitializer.EnsureInitialized(ref _options, CreateOptions)!;

    /// <summary>Creates the reader of an output.</summary>
    /// <typeparam name="T">What the output is read as.</typeparam>
    /// <param name="acceptsNull">Whether JSON null is an output (<typeparamref name="T"/> is nullable) or an error.</param>
    /// <param name="nonNullItems">
    /// For a collection: bit 0 is set if its items (or a dictionary's values) can't be null, bit 1 if the items of those items can't, and
    /// so on.
    /// </param>
    /// <returns>The reader. It gets the metadata before it is first used.</returns>
    public OutputReader<T> Reader<T>(bool acceptsNull, int nonNullItems = 0) =>
        new DeferredOutputReader<T>(() => Options, acceptsNull, nonNullItems);

    private JsonSerializerOptions CreateOptions()
    {
        OutputDescription description = new(_construct);
        _describe?.Invoke(description);
        JsonSerializerContext? context = _context?.Invoke();
        Resolver resolver = new(description, context);
        return context is null
            ? OutputJson.CreateOptions(resolver, _naming)
            : OutputJson.CreateOptionsWithContext(resolver, context, _naming);
    }

    private sealed class Resolver(OutputDescription description, JsonSerializerContext? context) : IJsonTypeInfoResolver
    {
        // A context may have its own converters, so with one, generated code describes each type that isn't left to the context.
        public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) => description.TryMake(type, options)
            ?? (context is null ? ScalarMetadata.Of(type, options) : ((IJsonTypeInfoResolver)context).GetTypeInfo(type, options));
    }
}
