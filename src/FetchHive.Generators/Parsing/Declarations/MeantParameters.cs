using System;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>Guesses the purpose of a parameter without our attributes, by its name and type. The code fixes compile it in.</summary>
internal static class MeantParameters
{
    /// <summary>The parameter that is a callback URL; <see langword="null"/> when there is none, or another is marked as one.</summary>
    public static IParameterSymbol? CallbackUrlOf(IMethodSymbol method)
    {
        IParameterSymbol? found = null;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter.FindRuntimeAttribute("CallbackUrlAttribute") is not null)
            {
                return null;
            }

            // Not webhookUrl, which may well be an input: of a workflow that posts to it.
            bool isUri = parameter.Type.Is(KnownTypes.Uri);
            if ((isUri || parameter.Type.SpecialType == SpecialType.System_String)
                && (Is(parameter, "callbackUrl")
                    || Is(parameter, "callbackUri")
                    || Is(parameter, "callback_url")
                    || (isUri && Is(parameter, "callback")))
                && parameter is { RefKind: RefKind.None, IsParams: false }
                && !IsDecided(parameter))
            {
                found ??= parameter;
            }
        }

        return found;
    }

    /// <summary>Whether an attribute of ours says what a parameter is for.</summary>
    public static bool IsDecided(IParameterSymbol parameter)
    {
        foreach (AttributeData attribute in parameter.GetAttributes())
        {
            if (attribute.AttributeClass
                is { Name: "InputAttribute" or "MetadataAttribute" or "CallbackUrlAttribute" or "UserAttribute" } type
                && type.IsRuntimeType(type.Name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a parameter has a name, without regard to case.</summary>
    public static bool Is(IParameterSymbol parameter, string name) =>
        string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase);
}
