using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>
/// Walks through all fields of a value, and reports the parts that can't be compared with the next run's value: objects that belong to one
/// compilation, and objects that are compared by reference.
/// </summary>
/// <param name="collected">The arrays behind results of <c>Collect()</c>, which the compiler compares item by item.</param>
internal sealed class ValueWalker(HashSet<object> collected)
{
    private readonly HashSet<(object, bool)> _seen = new(SeenComparer.Instance);
    private readonly Stack<Item> _left = new();
    private readonly List<string> _problems = [];

    /// <summary>The problems of a value, one line each.</summary>
    /// <param name="name">The value's name in the lines.</param>
    /// <param name="value">The value.</param>
    public IReadOnlyList<string> Walk(string name, object? value)
    {
        _problems.Clear();
        Push(name, value, isCovered: false);
        while (_left.TryPop(out Item item))
        {
            Visit(item);
        }

        return _problems;
    }

    /// <summary>The array behind an <c>ImmutableArray</c>, or null.</summary>
    public static Array? BackingArray(object value)
    {
        Type type = value.GetType();
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            ? (Array?)type.GetField("array", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(value)
            : null;
    }

    private void Visit(Item item)
    {
        Type type = item.Value.GetType();
        if (ForbiddenTypes.Match(type) is { } forbidden)
        {
            _problems.Add(
                $"{item.Path} is a {type.Name} ({forbidden.Name}), which belongs to one compilation: keep the text that is needed of it "
                + $"instead");
            return;
        }

        EqualityKind kind = EqualityKinds.Of(type);
        if (kind == EqualityKind.Leaf)
        {
            return;
        }

        Array? backing = BackingArray(item.Value);
        bool isCollected = backing is not null && collected.Contains(backing);
        if (kind == EqualityKind.Reference && !item.IsCovered && !isCollected)
        {
            _problems.Add(
                $"{item.Path} is a {Describe(type)}, which is compared by reference: wrap it in, or make it, a type with value equality");
        }

        if ((backing ?? item.Value) is Array array)
        {
            VisitElements(item.Path, array);
        }
        else
        {
            // A type that is compared by reference is reported once, and not again for each of its parts.
            VisitFields(item, isCovered: kind is EqualityKind.Handwritten or EqualityKind.Reference);
        }
    }

    private void VisitElements(string path, Array array)
    {
        if (array.GetType().GetElementType() is { } element && EqualityKinds.Of(element) == EqualityKind.Leaf && element.IsSealed)
        {
            return;
        }

        int index = 0;
        foreach (object? value in (IEnumerable)array)
        {
            Push($"{path}[{index++}]", value, isCovered: false);
        }
    }

    private void VisitFields(Item item, bool isCovered)
    {
        for (Type? type = item.Value.GetType(); type is not null && type != typeof(object) && type != typeof(ValueType);
            type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (field.FieldType.IsPointer || field.FieldType.IsFunctionPointer)
                {
                    continue;
                }

                string path = $"{item.Path}.{NameOf(field)}";
                object? value = field.GetValue(item.Value);
                if (value is null && ForbiddenTypes.Match(field.FieldType) is { } forbidden)
                {
                    // The field is null for this test's source, but may have a value for other sources.
                    _problems.Add(
                        $"{path} is declared as {field.FieldType.Name} ({forbidden.Name}), which belongs to one compilation: keep the "
                        + $"text that is needed of it instead");
                }

                Push(path, value, isCovered);
            }
        }
    }

    private void Push(string path, object? value, bool isCovered)
    {
        if (value is not null && (value.GetType().IsValueType || _seen.Add((value, isCovered))))
        {
            _left.Push(new Item(path, value, isCovered));
        }
    }

    private static string NameOf(FieldInfo field)
    {
        int end = field.Name.IndexOf('>', StringComparison.Ordinal);
        return field.Name.StartsWith('<') && end > 1 ? field.Name[1..end] : field.Name;
    }

    private static string Describe(Type type) =>
        type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<…>" : type.Name;

    private readonly record struct Item(string Path, object Value, bool IsCovered);

    private sealed class SeenComparer : IEqualityComparer<(object, bool)>
    {
        public static readonly SeenComparer Instance = new();

        public bool Equals((object, bool) x, (object, bool) y) => ReferenceEquals(x.Item1, y.Item1) && x.Item2 == y.Item2;

        public int GetHashCode((object, bool) obj) => HashCode.Combine(RuntimeHelpers.GetHashCode(obj.Item1), obj.Item2);
    }
}
