using System;
using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FetchHive;

/// <summary>The shapes of an output's type and of all types in it, created on first use.</summary>
internal sealed class OutputShapes(JsonSerializerOptions options)
{
    private static readonly char[] EndsOfName = ['.', '['];

    private readonly ConcurrentDictionary<Type, OutputShape> _shapes = new();

    public JsonSerializerOptions Options => options;

    public OutputShape Of(Type type) =>
        _shapes.TryGetValue(type, out OutputShape? known) ? known : _shapes.GetOrAdd(type, OutputShape.Of(type, options));

    /// <summary>
    /// The type that the value at a System.Text.Json path (<c>$.companies[0]['the name']</c>) is read as; null if it isn't known.
    /// </summary>
    public Type? TypeAt(Type root, string path)
    {
        Type type = root;
        int at = 1;
        while (at < path.Length)
        {
            OutputShape shape = Of(type);
            if (!TryTakeSegment(path, ref at, out string segment))
            {
                return null;
            }

            Type? next = shape.Kind switch
            {
                ShapeKind.Object => MemberTypeOf(shape, segment),
                ShapeKind.List or ShapeKind.Dictionary => shape.ItemType,
                _ => null,
            };
            if (next is null)
            {
                return null;
            }

            type = next;
        }

        return type;
    }

    private static bool TryTakeSegment(string path, ref int at, out string segment)
    {
        segment = string.Empty;
        int start = at + 1;
        int end;
        if (path[at] == '.')
        {
            end = path.IndexOfAny(EndsOfName, start);
            end = end < 0 ? path.Length : end;
            at = end;
        }
        else if (path[at] == '[' && start < path.Length && path[start] == '\'')
        {
            start++;
            end = path.IndexOf("']", start, StringComparison.Ordinal);
            at = end + 2;
        }
        else
        {
            end = path.IndexOf(']', start);
            at = end + 1;
        }

        if (end < 0)
        {
            return false;
        }

        segment = path.Substring(start, end - start);
        return true;
    }

    private Type? MemberTypeOf(OutputShape shape, string name)
    {
        if (shape.Find(name) is { } member)
        {
            return member.Type;
        }

        if (shape.Info!.PolymorphismOptions is { } derivations)
        {
            foreach (JsonDerivedType derived in derivations.DerivedTypes)
            {
                if (Of(derived.DerivedType).Find(name) is { } found)
                {
                    return found.Type;
                }
            }
        }

        return null;
    }
}
