using FetchHive.Generators.Findings;
using FetchHive.Generators.Model;
using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>Tells what a parameter is for, by its type and its one attribute.</summary>
internal sealed class ParameterRoles(ParseContext context)
{
    public ParameterRole RoleOf(IParameterSymbol parameter, out AttributeData? attribute)
    {
        ParameterRole role = ParameterRole.Input;
        string? first = null;
        attribute = null;

        if (parameter.Type.Is("CancellationToken", "Threading", "System"))
        {
            role = ParameterRole.CancellationToken;
            first = "the type CancellationToken";
        }

        foreach (AttributeData candidate in parameter.GetAttributes())
        {
            if (candidate.AttributeClass is not { } type || !type.ContainingNamespace.Is(Symbols.RuntimeNamespace) || RoleOf(type.Name) is not { } named)
            {
                continue;
            }

            string text = "[" + type.Name.Substring(0, type.Name.Length - "Attribute".Length) + "]";
            if (first == text)
            {
                // The same attribute twice is the compiler's to report.
                continue;
            }

            if (first is not null)
            {
                context.ReportAt(
                    DeclarationRules.ConflictingRoles, parameter, candidate, FindingTarget.Attribute, parameter.Name, $"{first} and {text}");
                continue;
            }

            first = text;
            role = named;
            attribute = candidate;
        }

        return role;
    }

    public static void CheckCallbackUrl(ParseContext context, IParameterSymbol parameter)
    {
        if (parameter.Type.TypeKind == TypeKind.Error)
        {
            context.NoteMissing(parameter.Type);
        }
        else if (!CanBeCallbackUrl(parameter.Type))
        {
            context.Report(ResultRules.CallbackUrlType, parameter.Name, TypeNames.Readable(parameter.Type));
        }
    }

    public static bool CanBeCallbackUrl(ITypeSymbol type) => type.SpecialType == SpecialType.System_String || type.Is("Uri", "System");

    public static void CheckUser(ParseContext context, IParameterSymbol parameter)
    {
        if (parameter.Type.TypeKind == TypeKind.Error)
        {
            context.NoteMissing(parameter.Type);
        }
        else if (parameter.Type.SpecialType != SpecialType.System_String)
        {
            context.Report(DeclarationRules.UserType, parameter.Name, TypeNames.Readable(parameter.Type));
        }
    }

    /// <summary>What an attribute of our own makes of a parameter, by the attribute's type name.</summary>
    public static ParameterRole? RoleOf(string attribute) => attribute switch
    {
        "InputAttribute" => ParameterRole.Input,
        "MetadataAttribute" => ParameterRole.Metadata,
        "CallbackUrlAttribute" => ParameterRole.CallbackUrl,
        "UserAttribute" => ParameterRole.User,
        _ => null,
    };
}
