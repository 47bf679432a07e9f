using FetchHive.CodeGeneration;

namespace FetchHive;

internal sealed class TextOutputReader(bool acceptsNull) : OutputReader<string>
{
    internal override string Read(in OutputSource source)
    {
        if (JsonSlice.TryGetString(source.Json, out string text))
        {
            return text;
        }

        if (JsonSlice.IsString(source.Json))
        {
            throw source.Broken(null, "string", "the text is not valid Unicode", null);
        }

        if (!JsonSlice.IsNull(source.Json))
        {
            return Utf8.GetString(source.Json);
        }

        return acceptsNull ? null! : throw source.Broken(null, "string", "it is null", null);
    }
}
