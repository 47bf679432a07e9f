using System;

namespace FetchHive;

/// <summary>Sets how a parameter is sent as an input of the workflow's Start step.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class InputAttribute : Attribute
{
    /// <summary>Names the input, if the interface's <see cref="NamingRule"/> doesn't produce the right name.</summary>
    /// <param name="name">The exact name of the Start input; <see langword="null"/> leaves it to the naming rule.</param>
    public InputAttribute(string? name = null) => Name = name;

    /// <summary>The exact name of the Start input; <see langword="null"/> if the naming rule decides.</summary>
    public string? Name { get; }

    /// <summary>
    /// Whether a number, <see cref="bool"/>, date, enum or <see cref="Guid"/> is sent as its invariant text. Set it for a Start input of
    /// type text, which accepts strings only (Fetch Hive docs, <c>workflows/run-with-api</c>). The default is <see langword="false"/>:
    /// numbers are sent as JSON numbers, <see cref="bool"/> as <c>true</c> or <c>false</c>.
    /// </summary>
    public bool AsText { get; set; }
}
