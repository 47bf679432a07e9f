using System;
using System.Text;

using FetchHive.Generators.Model;

namespace FetchHive.Generators.Emitting;

/// <summary>The call of an output type's constructor, and the members that are passed to it.</summary>
internal static class OutputConstruction
{
    /// <summary>The constructor call with its arguments taken from an array, and an object initializer for the required members.</summary>
    public static string Of(OutputType type, string values)
    {
        StringBuilder construction = new StringBuilder().Append("new ").Append(type.Name).Append('(');
        int start = construction.Length;
        StringBuilder? initializer = null;
        for (int i = 0; i < type.Parameters.Length; i++)
        {
            OutputParameter parameter = type.Parameters[i];
            string value = $"({parameter.TypeName}){values}[{i}]!";
            if (!parameter.IsInitializer)
            {
                construction.Append(construction.Length == start ? "" : ", ").Append(value);
            }

            if (parameter.Member.Length > 0)
            {
                initializer = (initializer is null
                    ? new StringBuilder(" { ")
                    : initializer.Append(", ")).Append(parameter.Member).Append(" = ").Append(value);
            }
        }

        construction.Append(')');
        return (initializer is null ? construction : construction.Append(initializer.Append(" }"))).ToString();
    }

    /// <summary>
    /// The parameter that takes each property's value. <see langword="null"/> if the parameters are in another order than the properties,
    /// or if one of them takes no property's value.
    /// </summary>
    public static OutputParameter?[]? InMembersOrder(OutputType type)
    {
        OutputParameter?[] given = new OutputParameter?[type.Properties.Length];
        int next = 0;
        for (int i = 0; i < given.Length && next < type.Parameters.Length; i++)
        {
            if (IsOf(type.Parameters[next], type.Properties[i]))
            {
                given[i] = type.Parameters[next++];
            }
        }

        return next == type.Parameters.Length ? given : null;
    }

    /// <summary>Whether the constructor needs the property.</summary>
    public static bool Needs(OutputType type, OutputProperty property)
    {
        foreach (OutputParameter parameter in type.Parameters)
        {
            if (!parameter.IsInitializer && !parameter.HasDefault && !property.IsIgnored && IsOf(parameter, property))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOf(OutputParameter parameter, OutputProperty property) =>
        !property.IsHidden
        && parameter.TypeName == property.TypeName
        && string.Equals(parameter.ClrName, property.ClrName, StringComparison.OrdinalIgnoreCase);
}
