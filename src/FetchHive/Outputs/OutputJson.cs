using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FetchHive.CodeGeneration;

/// <summary>For generated code: the serializer options of output types. Don't use it in your own code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class OutputJson
{
    /// <summary>Creates options for metadata that the generator emits.</summary>
    /// <param name="resolver">The emitted metadata.</param>
    /// <param name="naming">The interface's naming rule.</param>
    /// <returns>Read-only options.</returns>
    internal static JsonSerializerOptions CreateOptions(IJsonTypeInfoResolver resolver, NamingRule naming)
    {
        // Language models write most outputs: names in another case and numbers in quotes are common and harmless. A null in a member that
        // doesn't accept null would only surface far away, so OutputDescription refuses it.
        JsonSerializerOptions options = new()
        {
            TypeInfoResolver = resolver,
            PropertyNamingPolicy = PolicyOf(naming),
            PropertyNameCaseInsensitive = true,
            NumberHandling = JsonNumberHandling.AllowReadingFromString,
#if NET9_0_OR_GREATER
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
#endif
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>
    /// Creates options for metadata that the generator emits in addition to a user's context. The context's naming policy and converters
    /// apply to the types that are left to it, even inside an emitted type.
    /// </summary>
    /// <param name="resolver">The emitted metadata, which asks the context about other types.</param>
    /// <param name="context">The context.</param>
    /// <param name="naming">The interface's naming rule, used if the context sets no naming policy.</param>
    /// <returns>Read-only options.</returns>
    internal static JsonSerializerOptions CreateOptionsWithContext(
        IJsonTypeInfoResolver resolver, JsonSerializerContext context, NamingRule naming)
    {
        JsonSerializerOptions options = new(context.Options)
        {
            TypeInfoResolver = resolver,
            PropertyNameCaseInsensitive = true,
#if NET9_0_OR_GREATER
            // For the types that are left to the context. System.Text.Json 8 doesn't have the setting.
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
#endif
        };
        options.NumberHandling |= JsonNumberHandling.AllowReadingFromString;
        options.PropertyNamingPolicy ??= PolicyOf(naming);
        options.MakeReadOnly();
        return options;
    }

    /// <summary>Creates options for a user's own context: a copy of the context's options, so that its choices win.</summary>
    /// <param name="context">The context.</param>
    /// <param name="naming">The interface's naming rule, used if the context sets no naming policy.</param>
    /// <returns>Read-only options.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="context"/> is null.</exception>
    public static JsonSerializerOptions CreateContextOptions(JsonSerializerContext context, NamingRule naming)
    {
        ArgumentNullException.ThrowIfNull(context);
        JsonSerializerOptions options = new(context.Options)
        {
            TypeInfoResolver = context,
            PropertyNameCaseInsensitive = true,
        };
        options.PropertyNamingPolicy ??= PolicyOf(naming);
        options.MakeReadOnly();
        return options;
    }

    /// <summary>Gets a type's metadata, without reflection.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="options">Options created by this class.</param>
    /// <returns>The metadata.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The options' resolver doesn't know the type.</exception>
    public static JsonTypeInfo<T> GetTypeInfo<T>(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.TryGetTypeInfo(typeof(T), out JsonTypeInfo? typeInfo) && typeInfo is JsonTypeInfo<T> typed
            ? typed
            : throw new InvalidOperationException(
                $"There is no JSON metadata for {TypeName.Of(typeof(T))}. Add [JsonSerializable(typeof({TypeName.Of(typeof(T))}))] to "
                    + $"the JsonSerializerContext that JsonContext names, or rebuild so that the generator emits it.");
    }

    [SuppressMessage("Style", "IDE0072", Justification = "For an unknown rule, names are sent as declared.")]
    private static JsonNamingPolicy? PolicyOf(NamingRule naming) => naming switch
    {
        NamingRule.SnakeCase => JsonNamingPolicy.SnakeCaseLower,
        NamingRule.CamelCase => JsonNamingPolicy.CamelCase,
        _ => null,
    };
}
