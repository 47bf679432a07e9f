using System;

using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Findings;

/// <summary>
/// A mistake that the parser found. It refers to symbols, so it must never be part of a model: the generator drops it, and the analyzer
/// reports it. Its location is only determined when it is reported, because that costs more than finding the mistake.
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
    /// The wrong property or field inside the subject's type, at any depth; <see langword="null"/> when the subject itself is wrong.
    /// </summary>
    public ISymbol? Member { get; init; }

    /// <summary>The wrong type inside the declared type of the member or the subject, for rules about such a type.</summary>
    public ITypeSymbol? Type { get; init; }

    /// <summary>
    /// Whether the name of the subject hasn't been typed yet. The compiler reports the missing name, and another message wouldn't help.
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

    /// <summary>Its type: the type of a parameter, or the return type of a method.</summary>
    Type,

    /// <summary>The first positional argument of the attribute.</summary>
    FirstArgument,

    /// <summary>The second positional argument of the attribute.</summary>
    SecondArgument,

    /// <summary>The value of the attribute's <c>JsonContext</c>.</summary>
    JsonContext,

    /// <summary>The attribute itself.</summary>
    Attribute,
}
