using System;
using System.Globalization;
using System.Text;

using FetchHive.Generators.Model;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>Writes parts of a JSON schema: kinds of values, constants and names.</summary>
internal static class SchemaText
{
    /// <summary>The schema's properties for a single value; empty for any JSON.</summary>
    public static string Scalar(ScalarKind kind) => kind switch
    {
        ScalarKind.Boolean => "\"type\":\"boolean\"",
        ScalarKind.Byte or ScalarKind.UInt16 or ScalarKind.UInt32 or ScalarKind.UInt64 or ScalarKind.UInt128 =>
            "\"type\":\"integer\",\"minimum\":0",
        ScalarKind.SByte or ScalarKind.Int16 or ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Int128 => "\"type\":\"integer\"",
        ScalarKind.Half or ScalarKind.Single or ScalarKind.Double or ScalarKind.Decimal => "\"type\":\"number\"",
        ScalarKind.Char => "\"type\":\"string\",\"minLength\":1,\"maxLength\":1",
        ScalarKind.Guid => "\"type\":\"string\",\"format\":\"uuid\"",
        ScalarKind.DateTime or ScalarKind.DateTimeOffset => "\"type\":\"string\",\"format\":\"date-time\"",
        ScalarKind.DateOnly => "\"type\":\"string\",\"format\":\"date\"",
        ScalarKind.TimeOnly => "\"type\":\"string\",\"format\":\"time\"",
        ScalarKind.TimeSpan => "\"type\":\"string\",\"pattern\":\"^-?(\\\\d+\\\\.)?\\\\d{2}:\\\\d{2}:\\\\d{2}(\\\\.\\\\d{1,7})?$\"",
        ScalarKind.Uri => "\"type\":\"string\",\"format\":\"uri\"",
        ScalarKind.ByteArray or ScalarKind.MemoryByte or ScalarKind.ReadOnlyMemoryByte =>
            "\"type\":\"string\",\"contentEncoding\":\"base64\"",
        ScalarKind.JsonObject => "\"type\":\"object\"",
        ScalarKind.JsonArray => "\"type\":\"array\"",
        ScalarKind.JsonElement or ScalarKind.JsonDocument or ScalarKind.JsonNode or ScalarKind.JsonValue => "",
        _ => "\"type\":\"string\"",
    };

    /// <summary>A parameter's default value as JSON; <see langword="null"/> if there is none to show to a model.</summary>
    public static string? DefaultOf(IParameterSymbol parameter)
    {
        if (!parameter.HasExplicitDefaultValue || parameter.ExplicitDefaultValue is not { } value)
        {
            return null;
        }

        if (parameter.Type.UnwrapNullable() is INamedTypeSymbol { TypeKind: TypeKind.Enum } type)
        {
            ulong bits = value is ulong large ? large : unchecked((ulong)Convert.ToInt64(value, CultureInfo.InvariantCulture));
            foreach (EnumMember member in Enums.MembersOf(type))
            {
                if (member.Value == bits && !JsonAttributes.Of(type).ConvertsEnumToNumber)
                {
                    return JsonString(member.Text);
                }
            }

            return null;
        }

        return value switch
        {
            string text => JsonString(text),
            bool flag => flag ? "true" : "false",
            char letter => JsonString(letter.ToString()),
            double number when !double.IsNaN(number) && !double.IsInfinity(number) => number.ToString("R", CultureInfo.InvariantCulture),
            float number when !float.IsNaN(number) && !float.IsInfinity(number) => number.ToString("R", CultureInfo.InvariantCulture),
            sbyte or byte or short or ushort or int or uint or long or ulong or decimal =>
                Convert.ToString(value, CultureInfo.InvariantCulture),
            _ => null,
        };
    }

    /// <summary>Escapes a name for a JSON pointer in the fragment of a URI.</summary>
    public static string Escape(string name) => Uri.EscapeDataString(name.Replace("~", "~0").Replace("/", "~1"));

    /// <summary>Writes text as a JSON string.</summary>
    public static string JsonString(string text)
    {
        StringBuilder json = new StringBuilder(text.Length + 2).Append('"');
        for (int i = 0; i < text.Length; i++)
        {
            char letter = text[i];
            bool isPair = char.IsSurrogatePair(text, i);
            if (isPair)
            {
                json.Append(letter).Append(text[++i]);
            }
            else if (letter is '"' or '\\')
            {
                json.Append('\\').Append(letter);
            }
            else if (letter < ' ' || char.IsSurrogate(letter))
            {
                json.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                json.Append(letter);
            }
        }

        return json.Append('"').ToString();
    }
}
