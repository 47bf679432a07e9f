using System.Text.Json;
using FetchHive.CodeGeneration;

namespace FetchHive;

internal sealed class TextOutputReader(bool acceptsNull) : OutputReader<string>
{
    internal override int DepthInPlace => Envelope.MaxDepth;

    internal override bool TryReadInPlace(ref Utf8JsonReader reader, out string value)
    {
        bool isText = reader.TokenType == JsonTokenType.String;
        value = isText ? reader.GetString()! : string.Empty;
        return isText;
    }

    internal override string Read(in OutputSource source)
    {
        if (JsonText.TryGetString(source.Json, out string text))
        {
            return text;
        }

        if (JsonText.IsString(source.Json))
        {
            throw source.Broken(null, "string", "the text is not valid Unicode", null);
        }

        if (!JsonText.IsNull(source.Json))
        {
            return Utf8.GetString(source.Json);
        }

        return acceptsNull ? null! : throw source.Broken(null, "string", "it is null", null);
    }
}
