using System;
using System.Text.Json;
using FetchHive.CodeGeneration;

namespace FetchHive;

/// <summary>
/// Reads JSON with metadata that it gets before it is first used, so that no other method of the interface pays for that metadata or fails
/// because of it.
/// </summary>
internal sealed class DeferredOutputReader<T>(Func<JsonSerializerOptions> options, bool acceptsNull, int nonNullItems) : OutputReader<T>
{
    private OutputReader<T>? _reader;

    internal override void Prepare() => _reader ??= OutputReader.Json(OutputJson.GetTypeInfo<T>(options()), acceptsNull, nonNullItems);

    internal override T Read(in OutputSource source)
    {
        Prepare();
        return _reader!.Read(source);
    }
}
