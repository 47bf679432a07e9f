using FetchHive.Generators.Findings;
using FetchHive.Generators.Model;
using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>Determines a parameter's role, by its type and its attribute.</summary>
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
            if (AssignedBy(candidate) is not { } named)
            {
                continue;
            }

            string name = candidate.AttributeClass!.Name;
            string text = "[" + name.Substring(0, name.Length - "Attribute".Length) + "]";
            if (first == text)
            {
                // The compiler reports a duplicate attribute.
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

    /// <summary>The role of a parameter. If it has several, which is an error, the first one counts.</summary>
    public static ParameterRole FirstRoleOf(IParameterSymbol parameter)
    {
        if (parameter.Type.Is(KnownTypes.CancellationToken))
        {
            return ParameterRole.CancellationToken;
        }

        foreach (AttributeData attribute in parameter.GetAttributes())
        {
            if (AssignedBy(attribute) is { } role)
            {
                return role;
            }
        }

        return ParameterRole.Input;
    }

    /// <summary>The role that an attribute assigns; <see langword="null"/> if the attribute isn't ours.</summary>
    private static ParameterRole? AssignedBy(AttributeData attribute)
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
