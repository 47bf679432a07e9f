using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace FetchHive.Generators.Tests.Differential;

/// <summary>The whole content of an object as comparable text, including private fields and hidden members.</summary>
internal static class Dump
{
    private const int MaxDepth = 12;
    private const BindingFlags OwnFields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static string Of(object? value)
    {
        StringBuilder text = new();
        Write(text, value, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value, int depth)
    {
        Type? type = value?.GetType();
        if (value is null || type is null)
        {
            text.Append("null");
        }
        else if (depth > MaxDepth)
        {
            text.Append('…');
        }
        else if (value is JsonElement { ValueKind: JsonValueKind.Undefined } or Pointer)
        {
            text.Append(type.Name);
        }
        else if (value is IFormattable formattable && (type.IsPrimitive || type.Namespace == "System"))
        {
            text.Append(formattable.ToString(null, CultureInfo.InvariantCulture));
        }
        else if (value is string or Enum or JsonElement || type.Namespace?.StartsWith("System.Text.Json", StringComparison.Ordinal) == true)
        {
            text.Append('\'').Append(value).Append('\'');
        }
        else if (IsFrameworkType(type))
        {
            WriteItems(text, value, type, depth);
        }
        else
        {
            WriteFields(text, value, type, depth);
        }
    }

    private static void WriteFields(StringBuilder text, object value, Type type, int depth)
    {
        text.Append(type.Name).Append('{');
        for (Type? current = type; current is not null; current = current.BaseType)
        {
            if (IsFrameworkType(current))
            {
                WriteItems(text, value, current, depth);
                break;
            }

            foreach (FieldInfo field in current.GetFields(OwnFields))
            {
                text.Append(current.Name).Append('.').Append(field.Name).Append('=');
                Write(text, field.GetValue(value), depth + 1);
                text.Append("; ");
            }
        }

        text.Append('}');
    }

    private static void WriteItems(StringBuilder text, object value, Type type, int depth)
    {
        if (type == typeof(object) || type == typeof(ValueType))
        {
            return;
        }

        text.Append(type.Name).Append('[');
        foreach (object? item in Items(value, type))
        {
            Write(text, item, depth + 1);
            text.Append(", ");
        }

        text.Append(']');
    }

    private static IEnumerable Items(object value, Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() is { } definition
            && (definition == typeof(Memory<>) || definition == typeof(ReadOnlyMemory<>)))
        {
            return (IEnumerable)type.GetMethod("ToArray")!.Invoke(value, null)!;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
        {
            return new[] { type.GetProperty("Key")!.GetValue(value), type.GetProperty("Value")!.GetValue(value) };
        }

        // The items of a collection with a base type from the framework. A default instance throws.
        try
        {
            List<object?> items = [];
            foreach (object? item in value as IEnumerable ?? Array.Empty<object>())
            {
                items.Add(item);
            }

            return items;
        }
        catch (InvalidOperationException)
        {
            return new[] { "default" };
        }
    }

    private static bool IsFrameworkType(Type type) =>
        type.Assembly == typeof(object).Assembly || type.Assembly.GetName().Name!.StartsWith("System.", StringComparison.Ordinal);
}
