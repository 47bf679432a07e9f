using System;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FetchHive.CodeGeneration;

/// <summary>For generated code: reads the JSON of a run's output. Don't use it in your own code.</summary>
/// <typeparam name="T">What the output is read as.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class OutputReader<T>
{
    private protected OutputReader()
    {
    }

    /// <summary>Gets what <see cref="Read"/> needs. A call does this before it sends anything.</summary>
    /// <exception cref="InvalidOperationException">The JSON metadata has no such type.</exception>
    internal virtual void Prepare()
    {
    }

    /// <summary>Reads an output, or throws <see cref="FetchHiveResponseException"/>.</summary>
    internal abstract T Read(in OutputSource source);
}

/// <summary>For generated code: the readers of outputs. Don't use it in your own code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class OutputReader
{
    /// <summary>Reads text. A JSON value that isn't a string is returned as its JSON.</summary>
    public static OutputReader<string> Text { get; } = new TextOutputReader(acceptsNull: false);

    /// <summary>Reads text as <see cref="Text"/> does, and accepts JSON null.</summary>
    public static OutputReader<string?> NullableText { get; } = new TextOutputReader(acceptsNull: true)!;

    /// <summary>Reads the output of a workflow that ends with image generation.</summary>
    public static OutputReader<ImageOutput> Image => OwnReaders.Image;

    /// <summary>Reads the output of a workflow that ends with image generation, and accepts JSON null.</summary>
    public static OutputReader<ImageOutput?> NullableImage => OwnReaders.NullableImage;

    /// <summary>Reads JSON, even if the service sends it as text.</summary>
    /// <typeparam name="T">What the output is read as.</typeparam>
    /// <param name="options">The options with the type's metadata, created by <see cref="OutputJson"/>.</param>
    /// <param name="acceptsNull">Whether JSON null is an output (<typeparamref name="T"/> is nullable) or an error.</param>
    /// <param name="nonNullItems">
    /// For a collection: bit 0 is set if its items (or a dictionary's values) can't be null, bit 1 if the items of those items can't, and
    /// so on.
    /// </param>
    /// <returns>The reader. It gets the metadata before it is first used.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public static OutputReader<T> Json<T>(JsonSerializerOptions options, bool acceptsNull, int nonNullItems = 0)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new DeferredOutputReader<T>(() => options, acceptsNull, nonNullItems);
    }

    /// <summary>Reads JSON, even if the service sends it as text.</summary>
    internal static OutputReader<T> Json<T>(JsonTypeInfo<T> typeInfo, bool acceptsNull, int nonNullItems = 0) =>
        new JsonOutputReader<T>(typeInfo, acceptsNull, nonNullItems);

    /// <summary>Reads any JSON; text that is a JSON object or array is parsed.</summary>
    internal static OutputReader<JsonElement> AnyJson => OwnReaders.AnyJson;

    /// <summary>
    /// A separate class, so that programs that read neither images nor any JSON don't pay for that metadata at start-up.
    /// </summary>
    private static class OwnReaders
    {
        public static readonly OutputReader<ImageOutput> Image = Json(ImageJson.Images, acceptsNull: false);

        public static readonly OutputReader<ImageOutput?> NullableImage = Json(ImageJson.Images, acceptsNull: true)!;

        public static readonly OutputReader<JsonElement> AnyJson = Json(ImageJson.Default.JsonElement, acceptsNull: false);
    }
}
