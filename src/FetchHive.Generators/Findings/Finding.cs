using System;

using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Findings;

/// <summary>
/// A mistake that the parser found. It refers to symbols, so it must never enter a model: the generator drops it, the analyzer reports it.
/// The location is only determined for a report, because that costs more than finding the mistake.
/// </summary>
internal sealed class Finding(
    DiagnosticDescriptor rule, ISymbol subject, FindingTarget target, AttributeData? attribute, params string[] arguments)
{
    public DiagnosticDescriptor Rule { get; } = rule;

    /// <summary>The interface, method or parameter that is wrong.</summary>
    public ISymbol Subject { get; } = subject;

    public FindingTarget Target { get; } = target;

    public AttributeData? Attribute { get; } = attribute;

    public string[] Arguments { get; } = arguments;

    /// <summary>
    /// The property or field that is wrong, deep in the subject's type; <see langword="null"/> when the subject itself is.
    /// </summary>
    public ISymbol? Member { get; init; }

    /// <summary>The type that is wrong in the declared type of the member or the subject, for rules that are about one.</summary>
    public ITypeSymbol? Type { get; init; }

    /// <summary>
    /// Whether its subject's name isn't typed yet. The compiler reports the missing name, and a further message wouldn't help.
    /// </summary>
    public bool IsAboutNothing
    {
        get
        {
            bool isUnnamed = Subject.Name.Length == 0;
            foreach (string argument in Arguments)
            {
                isUnnamed |= argument.Length == 0 || argument == "?" || argument.IndexOf("''", StringComparison.Ordinal) >= 0;
            }

            return isUnnamed;
        }
    }

    public bool IsError => Rule.DefaultSeverity == DiagnosticSeverity.Error;
}

/// <summary>The token of a subject's declaration that a finding points at.</summary>
internal enum FindingTarget
{
    /// <summary>Its name.</summary>
    Name,

    /// <summary>Its type: a parameter's, or what a method returns.</summary>
    Type,

    /// <summary>The first positional argument of the attribute.</summary>
    FirstArgument,

    /// <summary>The second positional argument of the attribute.</summary>
    SecondArgument,

    /// <summary>What the attribute's <c>JsonContext</c> is set to.</summary>
    JsonContext,

    /// <summary>The attribute itself.</summary>
    Attribute,
}
