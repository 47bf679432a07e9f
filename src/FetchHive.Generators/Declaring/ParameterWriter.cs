using System;
using System.Collections.Generic;

using FetchHive.Generators.Parsing;

namespace FetchHive.Generators.Declaring;

/// <summary>Writes the parameters of one method.</summary>
/// <param name="options">The place where the method is inserted.</param>
/// <param name="taken">The names of its other parameters.</param>
internal sealed class ParameterWriter(DeclarationOptions options, IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);

    /// <summary>
    /// A parameter name that needs no attribute, because the rule maps it to the input's name; <see langword="null"/> if there is none.
    /// </summary>
    /// <param name="input">The input's name.</param>
    /// <param name="naming">The naming rule, a constant of <see cref="JsonNames"/>.</param>
    public static string? NameFor(string input, string naming)
    {
        string name = CSharpNames.Camel(input, naming);
        return RoundTrips(name, input, naming) ? name : null;
    }

    /// <summary>Writes a parameter that is sent as an input, with an attribute if its name needs one.</summary>
    public string Input(string input, TypeText type)
    {
        string name = Free(CSharpNames.Camel(input, options.Naming));
        string attribute = RoundTrips(name, input, options.Naming)
            ? ""
            : $"[{options.NameOf("FetchHive", "Input")}({CSharpNames.Literal(input)})] ";
        return attribute + type.Written(options.HasNullable) + " " + CSharpNames.Escape(name);
    }

    /// <summary>Reserves a name that no parameter has yet.</summary>
    public string Free(string wanted)
    {
        string name = wanted;
        for (int number = 2; !_taken.Add(name); number++)
        {
            name = wanted + number;
        }

        return name;
    }

    private static bool RoundTrips(string name, string input, string naming) =>
        JsonNames.Apply(naming, name) == input && !MeansAnotherPlace(name);

    /// <summary>Whether a parameter with this name is taken for something other than an input unless an attribute marks it.</summary>
    private static bool MeansAnotherPlace(string name) => name.ToLowerInvariant() is
        "metadata" or "callbackurl" or "callbackuri" or "request" or "inputs" or "input" or "body" or "payload";
}
