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

        if (parameter.Type.Is(KnownTypes.CancellationToken))
        {
            role = ParameterRole.CancellationToken;
            first = "the type CancellationToken";
        }

        foreach (AttributeData candidate in parameter.GetAttributes())
        {
            if (RoleOf(candidate) is not { } named)
            {
                continue;
            }

            string name = candidate.AttributeClass!.Name;
            string text = "[" + name.Substring(0, name.Length - "Attribute".Length) + "]";
            if (first == text)
            {
                // The same attribute twice is the compiler's to report.
                continue;
            }

            if (first is not null)
            {
                context.ReportAt(
                    DeclarationRules.ConflictingRoles, parameter, candidate, FindingTarget.Attribute, parameter.Name,
                    $"{first} and {text}");
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

    public static bool CanBeCallbackUrl(ITypeSymbol type) => type.SpecialType == SpecialType.System_String || type.Is(KnownTypes.Uri);

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

    /// <summary>The role of a parameter; of several roles, which are an error, the first.</summary>
    public static ParameterRole FirstRoleOf(IParameterSymbol parameter)
    {
        if (parameter.Type.Is(KnownTypes.CancellationToken))
        {
            return ParameterRole.CancellationToken;
        }

        foreach (AttributeData attribute in parameter.GetAttributes())
        {
            if (RoleOf(attribute) is { } role)
            {
                return role;
            }
        }

        return ParameterRole.Input;
    }

    /// <summary>What an attribute makes of a parameter; <see langword="null"/> for one that isn't ours.</summary>
    private static ParameterRole? RoleOf(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { } type)
        {
            return null;
        }

        return type.Is(KnownTypes.InputAttribute) ? ParameterRole.Input
            : type.Is(KnownTypes.MetadataAttribute) ? ParameterRole.Metadata
            : type.Is(KnownTypes.CallbackUrlAttribute) ? ParameterRole.CallbackUrl
            : type.Is(KnownTypes.UserAttribute) ? ParameterRole.User
            : null;
    }
}
