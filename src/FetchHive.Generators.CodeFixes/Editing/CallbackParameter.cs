using System.Linq;
using System.Threading;

using FetchHive.Generators.Parsing;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.CodeFixes;

/// <summary>Makes a parameter a callback URL, which every call has to pass.</summary>
internal static class CallbackParameter
{
    /// <summary>Whether a parameter is required or can be made so: no optional parameter may precede it.</summary>
    public static bool CanBeRequired(ParameterSyntax parameter) =>
        parameter.Default is null
        || (DeclaredMember.IsEmpty(parameter.Default.Value)
            && parameter.Parent is ParameterListSyntax list
            && !list.Parameters.TakeWhile(before => before != parameter).Any(before => before.Default is not null));

    /// <summary>Whether every call has to pass the parameter.</summary>
    public static bool MustBeGiven(ParameterSyntax parameter, SemanticModel model, CancellationToken cancellationToken) =>
        parameter.Default is null
        && !parameter.Modifiers.Any(SyntaxKind.ParamsKeyword)
        && !(parameter.Type is { } type && model.GetTypeInfo(type, cancellationToken).Type?.Is(KnownTypes.CancellationToken) == true);

    /// <summary>Whether a parameter's type or default value allows null.</summary>
    public static bool MayBeNull(ParameterSyntax parameter) => parameter is { Type: NullableTypeSyntax } or { Default: not null };

    /// <summary>The parameter, not nullable and without a default value.</summary>
    public static ParameterSyntax Required(ParameterSyntax parameter)
    {
        if (parameter.Type is NullableTypeSyntax nullable)
        {
            parameter = parameter.WithType(nullable.ElementType.WithTriviaFrom(nullable));
        }

        return parameter.Default is null
            ? parameter
            : parameter.WithDefault(null).WithIdentifier(parameter.Identifier.WithTrailingTrivia(parameter.Default.GetTrailingTrivia()));
    }

    /// <summary>The parameter as a callback URL.</summary>
    public static ParameterSyntax Marked(ParameterSyntax parameter, TypeWriter types, INamedTypeSymbol attribute) =>
        Attributes.Add(Required(parameter), types.AttributeList(attribute));
}
