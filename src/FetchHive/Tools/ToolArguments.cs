using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FetchHive.CodeGeneration;

/// <summary>For generated code: reads a model's arguments as the types of a tool's inputs. Don't use it in your own code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ToolArguments
{
    private readonly IDictionary<string, object?> _given;

    /// <summary>Checks that every argument matches an input, because others would be lost silently.</summary>
    /// <param name="given">The arguments as received: JSON, or .NET values.</param>
    /// <param name="names">The names of all inputs.</param>
    public ToolArguments(IDictionary<string, object?> given, params string[] names)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(names);
        _given = given;
        foreach (string name in given.Keys)
        {
            if (Array.IndexOf(names, name) < 0)
            {
                string known = names.Length == 0 ? "The tool has no inputs." : $"The inputs are: {string.Join(", ", names)}.";
                throw new ToolArgumentException($"There is no input {OutsideText.Quote(name)}. {known}");
            }
        }
    }

    /// <summary>Reads a required input.</summary>
    /// <typeparam name="T">The input's type.</typeparam>
    /// <param name="name">The input's name.</param>
    /// <param name="reader">Reads the input's JSON.</param>
    /// <returns>The value.</returns>
    public T Required<T>(string name, OutputReader<T> reader) =>
        TryFind(name, out object? value) ? Read(name, value, reader) : throw new ToolArgumentException($"The input '{name}' is missing.");

    /// <summary>Reads an optional input. Null counts as missing.</summary>
    /// <typeparam name="T">The input's type.</typeparam>
    /// <param name="name">The input's name.</param>
    /// <param name="reader">Reads the input's JSON.</param>
    /// <param name="absent">The value if the input is missing.</param>
    /// <returns>The value.</returns>
    public T Optional<T>(string name, OutputReader<T> reader, T absent) =>
        TryFind(name, out object? value) ? Read(name, value, reader) : absent;

    private bool TryFind(string name, out object value)
    {
        _given.TryGetValue(name, out object? given);
        value = given!;
        return given is not (null or JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined });
    }

    private static T Read<T>(string name, object value, OutputReader<T> reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (value is T typed)
        {
            return typed;
        }

        byte[] json = JsonOf(name, value);
        try
        {
            return reader.Read(new OutputSource(json, name, deployment: null, requestId: string.Empty));
        }
        catch (FetchHiveResponseException exception)
        {
            // Without the type's name, which the model doesn't know.
            throw new ToolArgumentException($"The input '{exception.JsonPath}' doesn't match the tool's schema.");
        }
    }

    // Models produce JSON. Every agent framework passes it on in its own way.
    private static byte[] JsonOf(string name, object value) => value switch
    {
        JsonElement element => Encoding.UTF8.GetBytes(element.GetRawText()),
        JsonDocument document => Encoding.UTF8.GetBytes(document.RootElement.GetRawText()),
        JsonNode node => Encoding.UTF8.GetBytes(node.ToJsonString()),
        string text => JsonSlice.EncodeString(text),
        bool flag => Encoding.UTF8.GetBytes(flag ? "true" : "false"),
        double or float when double.IsNaN(Convert.ToDouble(value, CultureInfo.InvariantCulture))
            || double.IsInfinity(Convert.ToDouble(value, CultureInfo.InvariantCulture)) =>
            throw new ToolArgumentException($"The input '{name}' is NaN or infinite, which JSON can't express."),
        double number => Encoding.UTF8.GetBytes(number.ToString("R", CultureInfo.InvariantCulture)),
        float number => Encoding.UTF8.GetBytes(number.ToString("R", CultureInfo.InvariantCulture)),
        byte or sbyte or short or ushort or int or uint or long or ulong or decimal =>
            Encoding.UTF8.GetBytes(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)),
        Enum => JsonSlice.EncodeString(value.ToString()!),
        _ => throw new ToolArgumentException(
            $"The input '{name}' is of type {TypeName.Of(value.GetType())}: pass it as JSON, or as the type of the method's parameter."),
    };
}
