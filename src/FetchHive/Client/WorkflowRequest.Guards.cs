using System;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace FetchHive.CodeGeneration;

public sealed partial class WorkflowRequest
{
    /// <summary>Checks an argument that isn't nullable.</summary>
    /// <param name="value">The argument.</param>
    /// <param name="parameterName">Its name.</param>
    /// <exception cref="ArgumentNullException">The argument is null.</exception>
    public static void ThrowIfNull([NotNull] object? value, string parameterName)
    {
        if (value is null)
        {
            throw new ArgumentNullException(parameterName);
        }
    }

    /// <summary>Checks an immutable array that is an argument or a part of one.</summary>
    /// <typeparam name="T">The type of its elements.</typeparam>
    /// <param name="value">The array.</param>
    /// <param name="parameterName">The name of the argument.</param>
    /// <exception cref="ArgumentException">The array is <c>default</c>, which is neither empty nor null.</exception>
    public static void ThrowIfDefault<T>(ImmutableArray<T> value, string parameterName)
    {
        if (value.IsDefault)
        {
            throw new ArgumentException(
                $"'{parameterName}' is or contains a default ImmutableArray<{TypeName.Of(typeof(T))}>, which was never set. Pass "
                    + $"ImmutableArray<{TypeName.Of(typeof(T))}>.Empty for an array without elements.",
                parameterName);
        }
    }

    /// <summary>Checks an array segment that is an argument or a part of one.</summary>
    /// <typeparam name="T">The type of its elements.</typeparam>
    /// <param name="value">The segment.</param>
    /// <param name="parameterName">The name of the argument.</param>
    /// <exception cref="ArgumentException">The segment is <c>default</c>, which is neither empty nor null.</exception>
    public static void ThrowIfDefault<T>(ArraySegment<T> value, string parameterName)
    {
        if (value.Array is null)
        {
            throw new ArgumentException(
                $"'{parameterName}' is or contains a default ArraySegment<{TypeName.Of(typeof(T))}>, which was never set. Pass a segment "
                    + $"of an empty array for no elements.",
                parameterName);
        }
    }
}
