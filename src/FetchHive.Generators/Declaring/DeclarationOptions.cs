using System;
using System.Collections.Generic;

using FetchHive.Generators.Parsing;

namespace FetchHive.Generators.Declaring;

/// <summary>What a declaration depends on besides its snippet: the place where it is inserted.</summary>
internal sealed class DeclarationOptions
{
    /// <summary>The interface's name: <c>IResearchBrief</c>.</summary>
    public required string Interface { get; init; }

    /// <summary>The interface's naming rule, a constant of <see cref="JsonNames"/>.</summary>
    public string Naming { get; init; } = JsonNames.SnakeCase;

    /// <summary>The accessibility of the types beside the interface: <c>public</c> or <c>internal</c>.</summary>
    public string Access { get; init; } = "public";

    /// <summary>Whether nullable annotations are on.</summary>
    public bool HasNullable { get; init; } = true;

    /// <summary>Whether positional records compile: the target framework supports init-only properties.</summary>
    public bool HasRecords { get; init; } = true;

    /// <summary>
    /// Writes a type, given its namespace and its name, at the place of the declaration: only the name if a using directive covers it.
    /// </summary>
    public Func<string, string, string> NameOf { get; init; } = static (_, name) => name;

    /// <summary>Whether a type of this name can't be declared beside the interface, or would hide one.</summary>
    public Func<string, bool> IsTaken { get; init; } = static _ => false;

    /// <summary>
    /// The parameters of an existing positional record with this name; <see langword="null"/> for none. If they equal those of the record
    /// to be declared, the existing record is used.
    /// </summary>
    public Func<string, IReadOnlyList<string>?> ParametersOf { get; init; } = static _ => null;

    /// <summary>
    /// The interface's name without its leading I. Types that have no name of their own in the snippet are named after it.
    /// </summary>
    public string Stem => Interface.Length > 1 && Interface[0] == 'I' && char.IsUpper(Interface[1]) ? Interface.Substring(1) : Interface;
}
