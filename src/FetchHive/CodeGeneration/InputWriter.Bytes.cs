using System;

namespace FetchHive.CodeGeneration;

public static partial class InputWriter
{
    /// <summary>Writes bytes as base64 text.</summary>
    /// <param name="writer">The request's writer.</param>
    /// <param name="value">The bytes; null is written as null.</param>
    public static void WriteByteArray(RequestWriter writer, byte[]? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            writer.WriteBase64StringValue(value);
        }
    }
}
