using System;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>
/// Guesses the purpose of a parameter without our attributes, by its name and type. The project of the code fixes compiles this file too.
/// </summary>
internal static class ParameterGuesses
{
    /// <summary>
    /// The parameter that is probably a callback URL; <see langword="null"/> if there is none, or a parameter is marked as one.
    /// </summary>
    public static IParameterSymbol? CallbackUrlOf(IMethodSymbol method)
    {
        IParameterSymbol? found = null;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter.FindRuntimeAttribute("CallbackUrlAttribute") is not null)
            {
                return null;
            }

            // Not webhookUrl, which is probably an input of a workflow that posts to it.
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

    /// <summary>Whether one of our attributes states the parameter's purpose.</summary>
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

    /// <summary>Compares the parameter's name without regard to case.</summary>
    public static bool Is(IParameterSymbol parameter, string name) =>
        string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase);
}
