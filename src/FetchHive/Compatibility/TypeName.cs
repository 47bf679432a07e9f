using System;
using System.Text;

namespace FetchHive;

/// <summary>Type names as a programmer writes them, for messages.</summary>
internal static class TypeName
{
    public static string Of(Type type)
    {
        StringBuilder name = new();
        Append(name, type);
        return name.ToString();
    }

    private static void Append(StringBuilder name, Type type)
    {
        if (type.IsArray)
        {
            Append(name, type.GetElementType()!);
            name.Append('[').Append(',', type.GetArrayRank() - 1).Append(']');
        }
        else if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            Append(name, underlying);
            name.Append('?');
        }
        else if (Keyword(type) is { } keyword)
        {
            name.Append(keyword);
        }
        else
        {
            AppendNamed(name, type);
        }
    }

    private static void AppendNamed(StringBuilder name, Type type)
    {
        string full = type.IsGenericType ? type.GetGenericTypeDefinition().FullName ?? type.Name : type.FullName ?? type.Name;

        // The framework's types are well known by their short names. A user's types may not be.
        if (full.StartsWith("System.", StringComparison.Ordinal))
        {
            full = full.Substring(full.LastIndexOf('.') + 1);
        }

        Type[] arguments = type.IsGenericType ? type.GetGenericArguments() : [];
        int next = 0;
        for (int i = 0; i < full.Length; i++)
        {
            char c = full[i];
            if (c == '+')
            {
                name.Append('.');
            }
            else if (c == '`')
            {
                int end = i + 1;
                int count = 0;
                while (end < full.Length && char.IsDigit(full[end]))
                {
                    count = (count * 10) + (full[end] - '0');
                    end++;
                }

                name.Append('<');
                for (int argument = 0; argument < count && next < arguments.Length; argument++, next++)
                {
                    name.Append(argument == 0 ? string.Empty : ", ");
                    Append(name, arguments[next]);
                }

                name.Append('>');
                i = end - 1;
            }
            else
            {
                name.Append(c);
            }
        }
    }

    private static string? Keyword(Type type) => type.IsEnum ? null : Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => "bool",
        TypeCode.Byte => "byte",
        TypeCode.SByte => "sbyte",
        TypeCode.Char => "char",
        TypeCode.Int16 => "short",
        TypeCode.UInt16 => "ushort",
        TypeCode.Int32 => "int",
        TypeCode.UInt32 => "uint",
        TypeCode.Int64 => "long",
        TypeCode.UInt64 => "ulong",
        TypeCode.Single => "float",
        TypeCode.Double => "double",
        TypeCode.Decimal => "decimal",
        TypeCode.String => "string",
        _ => null,
    };
}
