using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>How two values of a type are compared when a step looks for a change.</summary>
internal enum EqualityKind
{
    /// <summary>By value, without parts to check: numbers, strings, enums, <c>Uri</c>.</summary>
    Leaf,

    /// <summary>Member by member with each member's own equality: records, tuples, plain structs. An array as a member breaks
    /// that.</summary>
    Memberwise,

    /// <summary>By a handwritten <c>Equals</c>, which is trusted to compare the type's own fields. The items of arrays in them are checked
    /// again.</summary>
    Handwritten,

    /// <summary>By reference: arrays, <c>ImmutableArray</c>, lists, delegates, classes without their own equality. The values of two runs
    /// are never equal.</summary>
    Reference,
}

internal static class EqualityKinds
{
    private static readonly ImmutableArray<Type> ReferenceStructs =
        [typeof(ImmutableArray<>), typeof(Memory<>), typeof(ReadOnlyMemory<>), typeof(ArraySegment<>)];

    /// <summary>How values of a type are compared.</summary>
    public static EqualityKind Of(Type type)
    {
        if (type.IsPrimitive || type.IsEnum || type == typeof(string))
        {
            return EqualityKind.Leaf;
        }

        if (type.IsArray || type.IsInterface || typeof(Delegate).IsAssignableFrom(type) || IsOneOf(type, ReferenceStructs))
        {
            return EqualityKind.Reference;
        }

        if (IsTuple(type))
        {
            return EqualityKind.Memberwise;
        }

        MethodInfo equals = type.GetMethod(nameof(Equals), [typeof(object)])!;
        if (equals.DeclaringType == typeof(object))
        {
            return EqualityKind.Reference;
        }

        if (equals.DeclaringType == typeof(ValueType) || IsSynthesized(type, equals))
        {
            return EqualityKind.Memberwise;
        }

        bool isFramework = type.Namespace is { } space && (space == "System" || space.StartsWith("System.", StringComparison.Ordinal));
        return isFramework ? EqualityKind.Leaf : EqualityKind.Handwritten;
    }

    // The compiler always generates a record's Equals(object), so this looks at the typed Equals method.
    private static bool IsSynthesized(Type type, MethodInfo equals)
    {
        MethodInfo? typed = type.GetMethod(
            nameof(Equals), BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly, [type]);
        return (typed ?? equals).IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
            || type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
    }

    private static bool IsTuple(Type type) =>
        typeof(ITuple).IsAssignableFrom(type)
        || (type.IsGenericType && type.GetGenericTypeDefinition() is Type definition
            && (definition == typeof(KeyValuePair<,>) || definition == typeof(Nullable<>)));

    private static bool IsOneOf(Type type, ImmutableArray<Type> definitions) =>
        type.IsGenericType && definitions.Contains(type.GetGenericTypeDefinition());
}
