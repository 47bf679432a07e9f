using System;
using System.Collections.Generic;

using FetchHive.Generators.Parsing;

namespace FetchHive.Generators.Declaring;

/// <summary>What a declaration depends on besides its snippet: where it will stand.</summary>
internal sealed class DeclarationOptions
{
    /// <summary>The interface's name: <c>IResearchBrief</c>.</summary>
    public required string Interface { get; init; }

    /// <summary>The interface's naming rule, a constant of <see cref="JsonNames"/>.</summary>
    public string Naming { get; init; } = JsonNames.SnakeCase;

    /// <summary><c>public</c> or <c>internal</c>: of the types that are declared beside the interface.</summary>
    public string Access { get; init; } = "public";

    /// <summary>Whether nullable annotations are on.</summary>
    public bool HasNullable { get; init; } = true;

    /// <summary>Whether positional records compile: the framework has what init-only properties need.</summary>
    public bool HasRecords { get; init; } = true;

    /// <summary>
    /// Tells how a type is written where the declaration will stand, given its namespace and its name: the name, where a using directive
    /// brings it in.
    /// </summary>
    public Func<string, string, string> NameOf { get; init; } = static (_, name) => name;

    /// <summary>Whether a type of this name can't be declared beside the interface, or would hide one.</summary>
    public Func<string, bool> IsTaken { get; init; } = static _ => false;

    /// <summary>
    /// The parameters, as they are written, of a positional record that is there already under this name; <see langword="null"/> for none.
    /// Where they are those that would be declared, the record is used.
    /// </summary>
    public Func<string, IReadOnlyList<string>?> ParametersOf { get; init; } = static _ => null;

    /// <summary>The interface's name without its leading I; the types that have no name of their own are named after it.</summary>
    public string Stem => Interface.Length > 1 && Interface[0] == 'I' && char.IsUpper(Interface[1]) ? Interface.Substring(1) : Interface;
}
