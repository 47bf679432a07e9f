using System;
using System.Text.Json.Serialization.Metadata;

namespace FetchHive;

/// <summary>The types that the items of a collection and the keys of a dictionary are read as.</summary>
internal static class ItemTypes
{
    /// <summary>The type of the items, or of the dictionary's values; null if it isn't known.</summary>
    /// <param name="info">The collection's metadata.</param>
    /// <param name="key">The type of a dictionary's keys.</param>
    public static Type? Of(JsonTypeInfo info, out Type? key)
    {
#if NET9_0_OR_GREATER
        key = info.KeyType;
        return info.ElementType;
#else
        // System.Text.Json 8 doesn't expose it. The framework's collections, and types derived from them, have it as a type argument. Items
        // of a user's other collections aren't checked.
        key = null;
        for (Type? type = info.Type; type is not null; type = type.BaseType)
        {
            if (type.IsArray)
            {
                return type.GetElementType();
            }

            if (type.IsGenericType
                && type.Namespace is { } name
                && (name == "System" || name.StartsWith("System.Collections", StringComparison.Ordinal)))
            {
                Type[] arguments = type.GetGenericArguments();
                key = arguments.Length == 2 ? arguments[0] : null;
                return arguments[arguments.Length - 1];
            }
        }

        return null;
#endif
    }
}
